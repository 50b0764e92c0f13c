// The shapes of the two tables of handlers: what people type and what they press. The lists themselves are in
// list.ts; help is made from them.
import type { Ctx, MessageIn, Outcome, PressIn } from '../bot/context.ts'

/** Something people type by its first words. `rest` is what follows, trimmed. */
export type Command = {
  /** the words that open it, longest first; the whole text, or followed by a space or `rest` */
  readonly words: readonly string[]
  /** only the whole text opens it: what follows 匿名举报： is a tip */
  readonly alone?: 'yes'
  /** one line for the help card; undefined keeps it out of help */
  readonly help: { readonly name: string; readonly example: string } | undefined
  /** bound: only people who belong to a unit */
  readonly who: 'anyone' | 'bound'
  /** whether the answer may stand in a group; otherwise it is given in private */
  readonly inGroups: 'here' | 'privately'
  readonly run: (rest: string, message: MessageIn, ctx: Ctx) => Promise<Outcome>
}

/** A press by the `act` its button carries. */
export type Press = {
  readonly act: string
  readonly run: (press: PressIn, ctx: Ctx) => Promise<Outcome>
}

/** Where the answer to a message goes: its private chat, or below the message in its group. */
export function answerTo(message: MessageIn): { openId: string } | { replyTo: string; chatId: string } {
  return message.chatType === 'p2p'
    ? { openId: message.openId }
    : { replyTo: message.messageId, chatId: message.chatId }
}

/** An id that a card carried, as a whole number; undefined when it is not one. */
export function idOf(press: PressIn, name: string): number | undefined {
  const value = Number(press.value[name])
  return Number.isSafeInteger(value) && value > 0 ? value : undefined
}
