// Late reports correct old summaries: before a week is told, the earlier weeks of the trend that a report filed or
// withdrawn since reaches back into are judged anew from what is known now. The pictures as told stay beside it: with
// them the next summary is compared, so that what a late report changed is told and the cards of a group fit together.
// Imported by cron/weekly.ts.
import type { Ctx, Report, Unit } from '../bot/context.ts'
import { addDays, isLocalDate, type LocalDate } from '../policy/calendar.ts'
import { weeksShown } from './summary/picture.ts'

/** Answers the days that were corrected. */
export async function correctPictures(root: Unit, day: LocalDate, ctx: Ctx): Promise<readonly LocalDate[]> {
  const span = { unitId: root.id, from: addDays(day, -7 * weeksShown), to: addDays(day, -1) }
  const days = [...new Set((await ctx.store.snapshots.series(span)).map((row) => row.day))]
  const newest = days.at(-1)
  if (newest === undefined) return []
  const changed = await ctx.store.reports.changedSince(Date.parse(`${newest}T00:00:00+08:00`))
  const from = changed.flatMap(effectsOf).sort().find(isLocalDate)
  const late = days.filter((pictured) => from !== undefined && pictured >= from)
  for (const pictured of late) await ctx.store.snapshots.correct(pictured)
  return late
}

/** When what is told of began or happened, whatever the kind of report or list calls it. */
const effects = /^(?:effectiveDate|startDate|endDate|issueDate|from)$/

const effectsOf = ({ items }: Report): readonly string[] => items.flatMap(daysIn)

function daysIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' && effects.test(name) ? [inner] : daysIn(inner),
  )
}
