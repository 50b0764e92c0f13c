// Short answers as cards, and where the answer to a press goes. Sentences stand in cards and not in plain texts,
// because a client makes links of what people typed when it stands in a text.
import {
  type BodyElement,
  type Card,
  type CardState,
  card,
  join,
  type Md,
  md,
  text,
} from '../bot/cards/index.ts'
import type { Ctx, MessageIn, Outcome, PressIn } from '../bot/context.ts'

/** A title, some sentences, and what may be pressed. */
export function notice(
  title: string,
  lines: readonly (Md | string)[],
  look: {
    readonly state?: CardState
    readonly stateText?: string
    readonly elements?: readonly BodyElement[]
  } = {},
): Card {
  const sentences = join(lines.map((line) => md`${line}`))
  return card({
    title,
    state: look.state ?? 'info',
    ...(look.stateText !== undefined && { stateText: look.stateText }),
    summary: title,
    elements: [text(sentences), look.elements ?? []],
  })
}

/** The answer to a message in the sender's private chat, wherever it was written. */
export function inPrivate(message: MessageIn, shown: Card): Outcome {
  return { say: [{ to: { openId: message.openId }, card: shown }] }
}

/** A card of its own for whoever pressed, in private: what a person may see is not for the group. */
export function sendTo(press: PressIn, ctx: Ctx, shown: Card): Promise<Outcome> {
  return saidPrivately(press, ctx, { say: [{ to: { openId: press.openId }, card: shown }] })
}

/** Whoever pressed in a group is told that the answer stands in the private chat. */
export async function saidPrivately(press: PressIn, ctx: Ctx, outcome: Outcome): Promise<Outcome> {
  if (await ctx.store.members.sentPrivately(press.messageId, press.openId)) return outcome
  return { ...outcome, toast: { type: 'info', content: '已私信您，请到与我的单聊里查看。' } }
}

/** In the place of the pressed card when that stands in the presser's private chat, otherwise as `sendTo`. */
export async function showInPlace(press: PressIn, ctx: Ctx, shown: Card): Promise<Outcome> {
  const privately = await ctx.store.members.sentPrivately(press.messageId, press.openId)
  return privately ? { card: shown } : sendTo(press, ctx, shown)
}
