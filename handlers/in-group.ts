// Questions about a unit that are asked in a group. Everybody in it reads the answer, so there the group's own unit is
// meant, and only it and what lies below it is told.
import type { Card } from '../bot/cards/index.ts'
import type { Ctx, MessageIn, Outcome, Unit } from '../bot/context.ts'
import { mayRead } from './access.ts'
import { inPrivate } from './notice.ts'
import { answerTo } from './route.ts'

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
  const to = answerTo(message)
  if (ofGroup !== undefined && unit.path.startsWith(ofGroup.path)) return { say: [{ to, card }] }
  const reason =
    ofGroup === undefined
      ? '本群还没有绑定单位，已私信您。'
      : `本群只看${ofGroup.name}和下级的情况，${unit.name}的已私信您。`
  return {
    say: [
      { to, text: reason },
      { to: { openId: message.openId }, card },
    ],
  }
}

async function unitOfGroup(message: MessageIn, ctx: Ctx): Promise<Unit | undefined> {
  if (message.chatType === 'p2p') return undefined
  const group = await ctx.store.members.group(message.chatId)
  return group?.status === 'bound' && group.unitId !== null ? ctx.store.units.byId(group.unitId) : undefined
}
