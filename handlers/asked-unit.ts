// The unit a question is about: the one named, else the asker's own, and whether the asker may read it. Every command
// that answers for one unit asks here, so that all of them read names and refuse alike.
import { type Act, button, buttonRow, type Card, md } from '../bot/cards/index.ts'
import type { Ctx, Unit } from '../bot/context.ts'
import { mayRead } from './access.ts'
import { maskText } from './mask.ts'
import { notice } from './notice.ts'
import { bindingText } from './roles.ts'
import { unitNamed } from './unit-name.ts'

/** How the same question is asked again about another unit: by a button, and as a sentence that works. */
export type Again = { readonly act: (unit: Unit) => Act; readonly example: string }

/** `typed` empty means `own`. The card says why there is no answer and offers the units that may be meant. */
export async function askedUnit(
  typed: string,
  own: Unit | undefined,
  again: Again,
  ctx: Ctx,
): Promise<{ readonly unit: Unit } | { readonly card: Card }> {
  if (typed === '' && own !== undefined) return { unit: own }
  const named = await unitNamed(typed, ctx)
  if (named.found === 'one')
    return (await mayRead(ctx, named.unit.id)) ? { unit: named.unit } : { card: notYours(named.unit, ctx) }
  const read = `“${maskText(typed.slice(0, 30), [])}”`
  const choices = (units: readonly Unit[]) => ({
    elements: units.map((unit) =>
      buttonRow([button({ text: unit.name, style: 'default', act: again.act(unit) })]),
    ),
  })
  if (named.found === 'several') {
    const card = notice('请选单位', [md`有几个单位都叫${read}，请选一个：`], choices(named.units))
    return { card }
  }
  const lines = [
    md`读到的单位是${read}，没有这个单位。`,
    named.nearest.length === 0 ? `请写单位全称，如：${again.example}` : '您要看的是不是：',
  ]
  return { card: notice('没有这个单位', lines, choices(named.nearest)) }
}

/** The asker's own unit, by the first binding. */
export async function ownUnit(ctx: Ctx): Promise<Unit | undefined> {
  const unitId = ctx.sender?.bindings[0]?.unitId
  return unitId === undefined ? undefined : ctx.store.units.byId(unitId)
}

/** The level the asker looks after: an emergency bureau supervises its county or the city, everybody else their unit. */
export async function ownLevel(ctx: Ctx): Promise<Unit | undefined> {
  const own = await ownUnit(ctx)
  if (own?.emergencyBureau !== true || own.parentId === null) return own
  return ctx.store.units.byId(own.parentId)
}

function notYours(unit: Unit, ctx: Ctx): Card {
  const own = (ctx.sender?.bindings ?? []).map(bindingText).join('；')
  return notice('不能查看', [md`您不能查看${unit.name}，只能看本单位和下级。`, md`您绑定的是：${own}`])
}
