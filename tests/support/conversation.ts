// What people and the bot say to each other in a test: people take a second before they say or press something, and
// the answer is what stands in the chat once nothing is due.
import { cardAsText } from '../../bot/cards/index.ts'
import type { Sent } from '../../simulator/conversation.ts'
import { paths } from '../../simulator/page-api.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import type { Message } from '../../simulator/tenant.ts'

/** A message of the bot as a person reads it; `text` has all words of a card. */
export type Shown = { messageId: string; text: string; recalled: boolean }
type Pressed = Shown & { toast: string }

export type Conversation = {
  /** The person says something in private, or replies to a message; answers what the bot then showed last, newest state. */
  say(as: string, text: string, to?: Shown): Promise<Shown>
  /** The person sends a photo, file or recording in private; answers like `say`. */
  send(as: string, file: { kind: Sent['kind']; bytes: Uint8Array; name: string }): Promise<Shown>
  /** The person presses what is labelled so on a card; answers the toast and the card as it is then. */
  click(as: string, card: Shown, label: string, form?: Record<string, string>): Promise<Pressed>
  /** The newest file that the bot sent into the person's private chat. */
  file(as: string): Promise<Buffer>
  /** The newest message of the bot in the person's private chat. */
  last(as: string): Shown
  /** Everything the bot said in the person's private chat, oldest first. */
  all(as: string): Shown[]
  /** A message as it is now. */
  shown(messageId: string): Shown
}

/** Talks to the bot over the local Feishu; `settle` works until nothing is due. */
export function conversation(
  feishu: Simulator,
  clock: { advance(ms: number): void },
  settle: () => Promise<void>,
): Conversation {
  const ofBot = (as: string) =>
    feishu.messages(feishu.botChat(as)).filter((message) => message.from === 'bot')
  const last = (as: string) => read(ofBot(as).at(-1))
  const find = async (messageId: string) =>
    read(await feishu.messageWhere((message) => message.messageId === messageId))
  const acted = async (as: string) => {
    await settle()
    return last(as)
  }
  return {
    async file(as) {
      const sent = ofBot(as).findLast((message) => message.type === 'file')
      const key = sent === undefined ? '' : String(Reflect.get(JSON.parse(sent.content), 'file_key'))
      const answer = await fetch(`${feishu.url}${paths.resource}?key=${key}`)
      return Buffer.from(await answer.arrayBuffer())
    },
    last,
    all: (as) => ofBot(as).map(read),
    shown: (messageId) => {
      const all = feishu.people().flatMap(({ openId }) => feishu.messages(feishu.botChat(openId)))
      return read(all.find((message) => message.messageId === messageId))
    },
    say(as, text, to) {
      clock.advance(1000)
      feishu.say({ as, chatId: feishu.botChat(as), text, parentId: to?.messageId })
      return acted(as)
    },
    send(as, { kind, bytes, name }) {
      clock.advance(1000)
      feishu.upload({ as, chatId: feishu.botChat(as), kind, bytes, fileName: name })
      return acted(as)
    },
    async click(as, { messageId }, label, form) {
      clock.advance(1000)
      const result = await feishu.click({ as, messageId, label, ...(form === undefined ? {} : { form }) })
      await settle()
      return { ...(await find(messageId)), toast: result.toast?.content ?? result.error?.text ?? '' }
    },
  }
}

function read(message: Message | undefined): Shown {
  if (message === undefined) return { messageId: '', text: '', recalled: false }
  const { messageId, type, recalled } = message
  const content: unknown = JSON.parse(message.content)
  const text =
    type === 'interactive' ? wordsOf(content).join('\n') : String(Reflect.get(content as object, 'text'))
  return { messageId, text, recalled }
}

/** Everything a card says, fields and buttons too, a line each, without the codes of its markdown. */
function wordsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'content' && typeof value === 'string') return cardAsText({ tag: 'markdown', content: value })
    return key === 'value' || key === 'chart_spec' ? [] : wordsOf(value)
  })
}
