// Mentions in text, in both directions: what a person types (`@安监通 帮助`) becomes placeholders with a list,
// what the bot sends (`<at user_id="ou_…">`) becomes the same, and both become readable text for the page.

import type { Chat, Mention, Person, Tenant } from './tenant.ts'

export type MentionedText = { text: string; mentions: Mention[] }

const everyone = ['所有人', 'all']

/**
 * Text typed by a person in a group → text with `@_user_1` … and the list of mentions. Only the bot, if it is in
 * the group, and members can be mentioned; longer names win. `@所有人` becomes `@_all`, which has no list entry.
 */
export function mentionsTyped(tenant: Tenant, chat: Chat, typed: string): MentionedText {
  const targets = mentionable(tenant, chat)
  const mentions: Mention[] = []
  let text = ''
  let rest = typed
  while (rest !== '') {
    const at = rest.indexOf('@')
    if (at < 0) break
    text += rest.slice(0, at)
    rest = rest.slice(at + 1)
    const whole = everyone.find((word) => rest.startsWith(word))
    const target = targets.find(({ name }) => rest.startsWith(name))
    if (target !== undefined) {
      text += keyFor(mentions, target)
      rest = rest.slice(target.name.length)
    } else if (whole !== undefined) {
      text += '@_all'
      rest = rest.slice(whole.length)
    } else text += '@'
  }
  return { text: text + rest, mentions }
}

type Target = Omit<Mention, 'key'>

function mentionable(tenant: Tenant, chat: Chat): Target[] {
  const members = chat.memberOpenIds.flatMap((openId) => tenant.people.get(openId) ?? [])
  const targets: Target[] = members.map(({ openId, name }: Person) => ({ openId, name, kind: 'user' }))
  if (chat.hasBot) targets.push({ openId: tenant.bot.openId, name: tenant.bot.name, kind: 'bot' })
  return targets.sort((a, b) => b.name.length - a.name.length)
}

function keyFor(mentions: Mention[], target: Target): string {
  const known = mentions.find(({ openId }) => openId === target.openId)
  if (known !== undefined) return known.key
  const key = `@_user_${mentions.length + 1}`
  mentions.push({ key, ...target })
  return key
}

/** Text sent by the bot with `<at user_id="…">` tags → placeholders and list. Unknown people keep their tag. */
export function mentionsSent(tenant: Tenant, sent: string): MentionedText {
  const mentions: Mention[] = []
  const tag = /<at\s+(?:user_id|id)\s*=\s*["']?([^"'\s>]+)["']?\s*>(.*?)<\/at>/g
  const text = sent.replace(tag, (whole: string, openId: string) => {
    if (openId === 'all') return '@_all'
    const person = tenant.people.get(openId)
    if (person === undefined) return whole
    return keyFor(mentions, { openId, name: person.name, kind: 'user' })
  })
  return { text, mentions }
}

/** Placeholders → `@name`, as a person sees the text. */
export function readable(text: string, mentions: readonly Mention[]): string {
  const names = new Map(mentions.map(({ key, name }) => [key, name]))
  return text
    .replace(/@_user_\d+/g, (key) => `@${names.get(key) ?? key.slice(1)}`)
    .replaceAll('@_all', '@所有人')
}
