// Writes an imported list in parts, each in a transaction of its own, and makes it count in the last one: all of it
// or nothing. A part that fails is tried again by the machine; a press on 停止 between two parts ends it.
import type { Md } from '../../bot/cards/index.ts'
import type { Ctx, Report } from '../../bot/context.ts'
import { effectLines } from '../reports/save.ts'
import type { ListType } from './define.ts'
import { partsOf } from './head.ts'

/** So many lines are written in one transaction: some tenths of a second, so that others are not kept waiting. */
export const linesAtOnce = 500

/** Writes the next part; answers how many lines are written now. */
export async function stagePart(type: ListType, report: Report, from: number, ctx: Ctx): Promise<number> {
  const { items } = partsOf(report)
  const part = items.slice(from, from + linesAtOnce)
  await type.stage(part, report.id, ctx)
  return from + part.length
}

export type Published = { report: Report; effects: readonly Md[] }

/**
 * Makes the whole list count under its number.
 *
 * @returns `overtaken` when somebody changed one of the same people since the preview; nothing is changed then
 */
export async function publishList(type: ListType, draft: Report, ctx: Ctx): Promise<Published | 'overtaken'> {
  const { items } = partsOf(draft)
  if (await type.overtaken(items, ctx)) return 'overtaken'
  if (!(await ctx.store.imports.publish(draft.id, type.replaces(items)))) return 'overtaken'
  const number = await ctx.store.records.nextNumber(type.prefix, ctx.today)
  if (!(await ctx.store.reports.save(draft, number)))
    throw new Error('a draft was changed while it was saved')
  const report = (await ctx.store.reports.byId(draft.id)) ?? draft
  return { report, effects: await listEffects(type, report, ctx) }
}

/** What changed for the report's own unit, and of how many others; kept with the report for its card drawn again. */
export async function listEffects(type: ListType, report: Report, ctx: Ctx): Promise<readonly Md[]> {
  const unitIds = await ctx.store.findings.affectedByReport(report.id)
  const changes = (await ctx.store.findings.evaluate(unitIds, ctx.today)).filter((change) =>
    type.clauses.includes(change.obligationId),
  )
  const own = changes.filter((change) => change.unitId === report.unitId).slice(0, 8)
  const verdicts = changes.filter((change) => change.before?.status !== change.after.status)
  const others = new Set(verdicts.map((change) => change.unitId).filter((id) => id !== report.unitId))
  const effect = { changes: own, others: others.size }
  await ctx.store.reports.keepEffect(report.id, effect)
  return effectLines(effect)
}
