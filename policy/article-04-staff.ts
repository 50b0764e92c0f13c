// Article 4: two safety staff in every key-sector regulator (A04-3).
// Imported by article-04.ts. Readings: docs/decisions/0102, 0103.

import type { LocalDate } from './calendar.ts'
import type { UnitFacts } from './facts.ts'
import { cite, dated, gapOf, notApplicable, type Verdict, valueAt } from './kernel.ts'
import { type Settings, usedSettings } from './settings.ts'
import { headCount, onDuty, rosterKnown, rowsOf, unlessStale } from './staff.ts'

export const minimumSafetyStaff = dated('minimumSafetyStaff', 'heads', [
  { from: '2021-04-20', value: 2, cite: cite(4, '重点行业领域监管部门要配备不少于2名安全工作人员') },
])

type Facts = Pick<UnitFacts, 'unit' | 'posts' | 'lastReportOn'>

/**
 * A key-sector regulator has at least two safety staff on duty. Which sectors are key is the unit's own flag.
 *
 * @see article 4, A04-3
 */
export function regulatorHasSafetyStaff(facts: Facts, asOf: LocalDate, settings: Settings): Verdict {
  const minimum = valueAt(minimumSafetyStaff, asOf)
  if (minimum === undefined) return notApplicable
  const required = { value: minimum.value, unit: 'heads' } as const
  const used = [
    minimum,
    ...usedSettings(settings, 'partTimePercent', 'leaveExcludedDays', 'staleMonthlyDays'),
  ]
  if (!rosterKnown(facts, asOf)) return { status: 'noData', required, used, rows: [], waitsFor: 'staffing' }

  const people = onDuty(facts, 'safetyStaff', asOf, settings)
  const heads = headCount(people, settings.partTimePercent.value)
  const verdict: Verdict = {
    status: heads >= minimum.value ? 'met' : 'notMet',
    measured: { value: heads, unit: 'heads' },
    required,
    ...gapOf(minimum.value - heads, 'heads'),
    used,
    rows: rowsOf(people),
  }
  return unlessStale(verdict, facts.lastReportOn, asOf, settings.staleMonthlyDays.value)
}
