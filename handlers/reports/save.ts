// Saving a draft: checks once more, gives the number, writes the typed rows, re-evaluates the unit and those above
// it, and says what changed. Also taking a saved report back. All inside the trigger's one transaction.

import { changeLine, type Md, md } from '../../bot/cards/index.ts'
import type { Ctx, Report } from '../../bot/context.ts'
import {
  type ConfirmedReport,
  fieldProblems,
  type Item,
  missingFields,
  ofItem,
  type Problem,
} from './define.ts'

export type Saved = { report: Report; effects: readonly Md[]; follow: readonly string[] }
export type NotSaved = { problems: readonly Problem[] }

/** Everything that stands in the way, told at once: the fields' own rules first, then what follows from the rest. */
export async function problemsOf(
  type: ConfirmedReport,
  report: Report,
  ctx: Ctx,
): Promise<readonly Problem[]> {
  const byField = report.items.flatMap((item, index) => ofItem(index, fieldProblems(type, item)))
  const { unitId } = report
  if (unitId === null) return byField
  const readable = report.items.map((item, index) => without(item, fieldsOf(byField, index)))
  // A correction is checked against the roster as it would be without what it corrects.
  return ctx.store.attempt(async () => {
    const blocked = await takeBackCorrected(report, ctx)
    const value =
      blocked === undefined
        ? await type.check(readable, ctx, unitId)
        : [{ field: undefined, sentence: blocked }]
    return { value: [...byField, ...value], keep: 'no' }
  })
}

const fieldsOf = (problems: readonly Problem[], index: number) =>
  problems.filter(({ item }) => item === index).map(({ field }) => field)

/** The item without the fields whose values cannot be read, as if they were not filled in. */
function without(item: Item, names: readonly (string | undefined)[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)))
}

/**
 * Saves a draft that is complete. A correction first takes back what it corrects.
 *
 * @returns the problems when it cannot be saved, undefined when somebody else changed the draft meanwhile
 */
export function saveReport(
  type: ConfirmedReport,
  draft: Report,
  ctx: Ctx,
): Promise<Saved | NotSaved | undefined> {
  return ctx.store.attempt(async () => {
    const value = await saveOrSay(type, draft, ctx)
    return { value, keep: value !== undefined && 'report' in value ? 'yes' : 'no' }
  })
}

async function saveOrSay(
  type: ConfirmedReport,
  draft: Report,
  ctx: Ctx,
): Promise<Saved | NotSaved | undefined> {
  const blocked = await takeBackCorrected(draft, ctx)
  if (blocked !== undefined) return { problems: [{ field: undefined, sentence: blocked }] }
  const problems = await problemsOf(type, draft, ctx)
  const missing = draft.items.flatMap((item) => missingFields(type, item))
  if (draft.items.length === 0 || problems.length > 0 || missing.length > 0) return { problems }
  const number = await ctx.store.records.nextNumber(type.prefix, ctx.today)
  if (!(await ctx.store.reports.save(draft, number, ctx.sender))) return undefined
  const report = (await ctx.store.reports.byId(draft.id)) ?? draft
  await type.save(report.items, report, ctx)
  return {
    report,
    effects: await effectsOf(type, report, ctx),
    follow: await type.follow(report.items, report, ctx),
  }
}

async function takeBackCorrected(draft: Report, ctx: Ctx): Promise<string | undefined> {
  if (draft.correctsId === null) return undefined
  const old = await ctx.store.reports.byId(draft.correctsId)
  if (old?.status !== 'saved') return undefined
  return takeBack(old, ctx)
}

/** Takes a saved report back; answers a sentence when a later report stands in the way. */
export async function takeBack(report: Report, ctx: Ctx): Promise<string | undefined> {
  const blocked = await ctx.store.undo(report.id)
  if (blocked !== undefined) {
    const later = blocked.blockedBy === null ? '另一条上报' : blocked.blockedBy
    return `${report.number ?? ''} 不能撤回：后来的 ${later} 改过同一个人。请先撤回 ${later}。`
  }
  await ctx.store.reports.end(report, 'withdrawn', ctx.sender)
  return undefined
}

/**
 * What the findings of the unit were and are, in words, for the clauses this type can change. Kept with the report, so
 * that a card drawn again says the same.
 */
export async function effectsOf(type: ConfirmedReport, report: Report, ctx: Ctx): Promise<readonly Md[]> {
  if (report.unitId === null) return []
  const unitIds = await ctx.store.findings.affectedByReport(report.id)
  const changes = (await ctx.store.findings.evaluate(unitIds, ctx.today)).filter(
    (change) =>
      change.unitId === report.unitId && type.clauses.includes(change.obligationId) && isNews(change),
  )
  const effect = { changes, others: 0 }
  await ctx.store.reports.keepEffect(report.id, effect)
  return effectLines(effect)
}

/** The lines of a receipt, from what was kept with its report. */
export function effectLines(effect: Report['effect']): readonly Md[] {
  if (effect === null) return []
  const { changes, others } = effect
  return [...changes.map(changeLine), ...(others === 0 ? [] : [md`另有${others}个单位的达标情况有变化。`])]
}

type Change = Awaited<ReturnType<Ctx['store']['findings']['evaluate']>>[number]

// A share that stays on its side of the line says nothing new; a head-count and a changed verdict do.
function isNews({ before, after }: Change): boolean {
  return before?.status !== after.status || after.measured?.of === undefined
}
