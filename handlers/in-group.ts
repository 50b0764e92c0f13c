// What is said in a group. Everybody in it reads the answer: what is about people, tips or other units goes to the
// private chat, and the group reads why; a question about a unit means the group's own.
import type { Card } from '../bot/cards/index.ts'
import type { Ctx, MessageIn, Outcome, Unit } from '../bot/context.ts'
import { mayRead } from './access.ts'
import { inPrivate } from './notice.ts'
import { answerTo } from './route.ts'

const reasons = {
  people: '涉及个人和单位明细，已私信您。',
  tip: '已收到，为保密已私信您，请到与我的单聊里查看。',
  tipBegun: '群里大家都看得到。举报要保密，已私信您，请在与我的单聊里说。',
} as const

/** The answer is for the private chat; a group reads why it is not answered there. */
export function privately(
  outcome: Outcome,
  message: MessageIn,
  why: keyof typeof reasons = 'people',
): Outcome {
  return message.chatType === 'p2p' ? outcome : because(reasons[why], outcome, message)
}

function because(reason: string, outcome: Outcome, message: MessageIn): Outcome {
  return { ...outcome, say: [{ to: answerTo(message), text: reason }, ...(outcome.say ?? [])] }
}

/** The unit that is meant when none is named: in a group the group's, if the asker may read it. */
export async function meantIn(
  message: MessageIn,
  own: Unit | undefined,
  ctx: Ctx,
): Promise<Unit | undefined> {
  const ofGroup = await unitOfGroup(message, ctx)
  return ofGroup !== undefined && (await mayRead(ctx, ofGroup.id)) ? ofGroup : own
}

/** The card about the unit, in the group or, with the reason, in private. */
export async function toldIn(message: MessageIn, unit: Unit, card: Card, ctx: Ctx): Promise<Outcome> {
  if (message.chatType === 'p2p') return inPrivate(message, card)
  const ofGroup = await unitOfGroup(message, ctx)
  if (ofGroup !== undefined && unit.path.startsWith(ofGroup.path))
    return { say: [{ to: answerTo(message), card }] }
  const reason =
    ofGroup === undefined
      ? '本群还没有绑定单位，已私信您。'
      : `本群只看${ofGroup.name}和下级的情况，${unit.name}的已私信您。`
  return because(reason, inPrivate(message, card), message)
}

async function unitOfGroup(message: MessageIn, ctx: Ctx): Promise<Unit | undefined> {
  if (message.chatType === 'p2p') return undefined
  const group = await ctx.store.members.group(message.chatId)
  return group?.status === 'bound' && group.unitId !== null ? ctx.store.units.byId(group.unitId) : undefined
}
