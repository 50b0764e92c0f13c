// Counts findings by status, for each obligation and each unit: the numbers of a weekly summary before any wording.
// Handlers and jobs import it; which findings go in (a county's, a city's) is theirs to choose.

import type { LocalDate } from './calendar.ts'
import { type Finding, type Status, statuses } from './kernel.ts'

type Tally = {
  readonly counts: Readonly<Record<Status, number>>
  /** Findings that keep the clause: met and at risk. An approved exception is not counted as kept. */
  readonly numerator: number
  /** All findings but the not applicable ones. 0 means that there is nothing to say, not 100 %. */
  readonly denominator: number
}

export type Summary = {
  readonly asOf: LocalDate
  readonly total: Tally
  readonly byObligation: ReadonlyMap<string, Tally>
  readonly byUnit: ReadonlyMap<string, Tally>
}

/**
 * The tallies of findings of one day.
 *
 * @throws RangeError when a finding is of another day: numbers of two days make no percentage
 */
export function summarise(findings: Iterable<Finding>, asOf: LocalDate): Summary {
  const total = empty()
  const byObligation = new Map<string, Counts>()
  const byUnit = new Map<string, Counts>()
  for (const { obligation, unit, status, asOf: day } of findings) {
    if (day !== asOf) throw new RangeError(`${obligation} of ${unit} is of ${day}, not of ${asOf}`)
    total[status] += 1
    countsOf(byObligation, obligation)[status] += 1
    countsOf(byUnit, unit)[status] += 1
  }
  return { asOf, total: tallyOf(total), byObligation: tallies(byObligation), byUnit: tallies(byUnit) }
}

type Counts = Record<Status, number>

function empty(): Counts {
  return { met: 0, notMet: 0, atRisk: 0, noData: 0, stale: 0, notApplicable: 0, exempt: 0 }
}

function countsOf(counts: Map<string, Counts>, key: string): Counts {
  const known = counts.get(key) ?? empty()
  counts.set(key, known)
  return known
}

function tallies(counts: ReadonlyMap<string, Counts>): ReadonlyMap<string, Tally> {
  return new Map([...counts].map(([key, one]) => [key, tallyOf(one)]))
}

function tallyOf(counts: Counts): Tally {
  const all = statuses.reduce((sum, status) => sum + counts[status], 0)
  return { counts, numerator: counts.met + counts.atRisk, denominator: all - counts.notApplicable }
}
