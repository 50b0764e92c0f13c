// New content for a tip, from its form or from typed words. While nobody has decided yet a new place or industry may
// bring it to another handler. Once handling is over it is locked: a change needs a reason, and the handlers are told.
import type { Ctx, Outgoing, Tip } from '../../bot/context.ts'
import { notice } from '../notice.ts'
import { difference, type Item } from '../reports/define.ts'
import { isOver, tipFields } from './fields.ts'
import { aboutHandler, judgeHandler, refreshed, tellHandlers } from './file.ts'
import { handlersOf, routeOf } from './routing.ts'

export type TipChange = {
  /** values by field name, each of them checked */
  readonly to: Item
  readonly as: 'added' | 'corrected'
  /** why a tip is changed whose handling is over */
  readonly reason?: string | undefined
}

/** What changed, as the sender reads it. */
export function differences(tip: Tip, to: Item): string[] {
  return Object.entries(to).map(([name, value]) =>
    difference({ fields: tipFields }, name, tip.content[name], value),
  )
}

/** What changed, as the step keeps it. Handlers read the steps: that there is a telephone, not which. */
function stepDetail(tip: Tip, { reporterPhone, ...others }: Item, reason: string | undefined): string {
  const phone = reporterPhone === undefined ? [] : ['联系电话']
  return [...differences(tip, others), ...phone, ...(reason === undefined ? [] : [`原因：${reason}`])].join(
    '；',
  )
}

/** Writes the change and answers the tip as it is now with what to send. */
export async function changeTip(tip: Tip, { to, as, reason }: TipChange, ctx: Ctx) {
  const content = { ...tip.content, ...to }
  const detail = stepDetail(tip, to, reason)
  await ctx.store.tips.change(tip.id, { content })
  await ctx.store.tips.addStep(tip.id, { actor: 'sender', kind: as, detail })
  const moved = tip.status === 'received' && (await moves(tip, content, ctx))
  const now = (await ctx.store.tips.byId(tip.id)) ?? tip
  const { cards, say } = await refreshed(now, ctx)
  const told = moved ? await handOver(tip, now, ctx) : isOver(tip) ? await tellOver(now, ctx) : []
  return { tip: now, cards, say: [...say, ...told] }
}

/** Brings the tip to the place and handler its words name now; answers whether the handler is another one. */
async function moves(tip: Tip, content: Item, ctx: Ctx): Promise<boolean> {
  const { place, handler, sector } = await routeOf(content, ctx)
  const handlerUnitId = handler?.id
  const other = handlerUnitId !== undefined && handlerUnitId !== tip.handlerUnitId
  const to = other ? { handlerUnitId } : {}
  await ctx.store.tips.change(tip.id, { unitId: place.id, ...(sector !== undefined && { sector }), ...to })
  if (other)
    await ctx.store.tips.addStep(tip.id, { actor: 'system', kind: 'routed', note: handler?.name ?? '' })
  return other
}

async function handOver(before: Tip, now: Tip, ctx: Ctx): Promise<readonly Outgoing[]> {
  await judgeHandler(before, ctx)
  await judgeHandler(now, ctx)
  const card = notice(
    `隐患线索 ${now.number} 已转办`,
    ['举报人补正了地点或行业，这条线索已转给其他部门办理。'],
    {
      state: 'ended',
    },
  )
  return [{ replace: aboutHandler(before), card }, ...(await tellHandlers(now, ctx))]
}

/** No content here: it stands on the card, which these people have. */
async function tellOver(tip: Tip, ctx: Ctx): Promise<readonly Outgoing[]> {
  const openIds = await handlersOf(tip, ctx)
  const text = `线索 ${tip.number} 结束后，举报人作了更正，请看卡片，需要时重新核查。`
  return openIds.map((openId) => ({ to: { openId }, text }))
}
