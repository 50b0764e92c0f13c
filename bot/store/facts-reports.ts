// When a unit was last heard of: a staffing or training report that stands, or a nil report about either.
// Imported by bot/store/facts.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import { dayAt } from '../clock.ts'
import type { Tx } from './database.ts'
import { inChunks } from './lists.ts'

const topics = ['staffing', 'training']

/** The day of the last report of each unit; units that never reported are absent. */
export async function lastReports(tx: Tx, unitIds: readonly string[]): Promise<Map<string, LocalDate>> {
  const filed = await inChunks(unitIds, (part) =>
    tx.report.groupBy({
      by: ['unitId'],
      where: { unitId: { in: part }, kind: { in: topics }, status: 'saved' },
      _max: { savedAt: true },
    }),
  )
  const nil = await inChunks(unitIds, (part) =>
    tx.nilReport.groupBy({
      by: ['unitId'],
      where: { unitId: { in: part }, topic: { in: topics }, voidedAt: null },
      _max: { onDate: true },
    }),
  )
  const last = new Map<string, LocalDate>()
  const note = (unitId: string | null, day: LocalDate | undefined): void => {
    const on = latest([last.get(unitId ?? ''), day])
    if (unitId !== null && on !== null) last.set(unitId, on)
  }
  for (const row of filed) note(row.unitId, row._max.savedAt === null ? undefined : dayOf(row._max.savedAt))
  for (const row of nil) note(row.unitId, (row._max.onDate ?? undefined) as LocalDate | undefined)
  return last
}

/** The latest of the days that are known, or null. */
export function latest(days: readonly (LocalDate | undefined)[]): LocalDate | null {
  return days.reduce<LocalDate | null>((last, day) => {
    return day !== undefined && (last === null || day > last) ? day : last
  }, null)
}

function dayOf(moment: Date): LocalDate {
  return dayAt(moment.getTime())
}
