// From what a handler says to rows of the outbox: lanes, copies of a card, and the pressed card itself.

import type { Card } from './cards/index.ts'
import type { Outgoing, PressIn, Say, Target } from './context.ts'
import type { Tx } from './store/database.ts'
import {
  type Address,
  copiesOf,
  type NewOutgoing,
  type OutgoingKind,
  outgoingOfMessage,
} from './store/outgoing.ts'
import type { Vault } from './vault.ts'

type Env = {
  newId: () => string
  vault: Vault
  now: number
  triggerSeq: number | undefined
  /** the private chat that the trigger came from, so that a message of unknown fate can be looked up there */
  privately: { openId: string; chatId: string } | undefined
}

/** While a press is in flight the platform locks its card. */
const afterPressMs = 3000

/**
 * The rows for one outcome. A pressed card is answered in the callback and also replaced by a row of its own
 * shortly after, so that it changes even when that answer never arrived.
 */
export async function outgoingRows(
  tx: Tx,
  say: readonly Outgoing[],
  env: Env,
  pressed?: { inbound: PressIn; card: Card | undefined },
): Promise<NewOutgoing[]> {
  const rows: NewOutgoing[] = []
  for (const one of say) {
    if ('replace' in one)
      rows.push(...(await replacing(tx, one.replace, one.card, env, pressed?.inbound.messageId)))
    else
      rows.push(
        row(env, { lane: laneOf(one.to), target: one.to, ...contentOf(one), ...optional(one, env.now) }),
      )
  }
  if (pressed?.card !== undefined) {
    const { messageId, chatId } = pressed.inbound
    const lane = (await outgoingOfMessage(tx, messageId))?.lane ?? chatId
    const content = { kind: 'interactive' as const, content: JSON.stringify(pressed.card) }
    const late = { notBefore: env.now + afterPressMs, key: undefined, about: undefined }
    rows.push(row(env, { lane, target: { patch: messageId }, ...content, ...late }))
  }
  return rows
}

async function replacing(
  tx: Tx,
  about: string,
  card: Card,
  env: Env,
  pressedMessageId: string | undefined,
): Promise<NewOutgoing[]> {
  const content = { kind: 'interactive' as const, content: JSON.stringify(card) }
  const now = { notBefore: env.now, key: undefined, about: undefined }
  // The pressed copy is in the answer to the press already.
  const copies = (await copiesOf(tx, about)).filter(
    ({ messageId }) => messageId === null || messageId !== pressedMessageId,
  )
  return copies.map((copy) => {
    const target = copy.messageId === null ? { patchOf: copy.id } : { patch: copy.messageId }
    return row(env, { lane: copy.lane, target, ...content, ...now })
  })
}

type Draft = Omit<NewOutgoing, 'id' | 'body' | 'triggerSeq' | 'target' | 'chatId'> & {
  target: Address | { patchOf: string }
  content: string
}

function row(env: Env, { content, ...draft }: Draft): NewOutgoing {
  const { newId, vault, triggerSeq, privately } = env
  const chatId = privately?.openId === draft.lane ? privately.chatId : undefined
  return { id: newId(), body: vault.seal(content), triggerSeq, chatId, ...draft }
}

function laneOf(to: Target): string {
  return 'openId' in to ? to.openId : to.chatId
}

function contentOf(one: Say): { kind: OutgoingKind; content: string } {
  if (one.file !== undefined) return { kind: 'file', content: JSON.stringify(one.file) }
  if (one.card !== undefined) return { kind: 'interactive', content: JSON.stringify(one.card) }
  return { kind: 'text', content: textContent(one.text ?? '') }
}

/**
 * A text message. What people typed must neither call everybody (`<at user_id="all">`) nor become a link. The bot sends
 * no links in texts, so none is lost.
 */
export function textContent(text: string): string {
  const harmless = text
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replaceAll('://', '：//')
    .replaceAll('](', '］(')
    .replace(/\bwww\./gi, 'www．')
  return JSON.stringify({ text: harmless })
}

function optional(one: { about?: string; key?: string; notBefore?: number }, now: number) {
  return { about: one.about, key: one.key, notBefore: Math.max(one.notBefore ?? now, now) }
}
