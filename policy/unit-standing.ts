// How a unit stands as a whole, from how many of its duties stand how: the number behind "达标 61/84 家".
// Pure. Handlers and jobs count units with it, so that a list and a summary never differ.

import { obligationById } from './index.ts'
import type { Finding, Status } from './kernel.ts'

/** Obligations that ask for a number of people in post: what is missing to them is missing staff. */
export const headDuties: readonly string[] = ['A04-3', 'A05-5']

/** One obligation of a unit: how many findings stand how. Of a unit alone it is a single one. */
export type Standings = { readonly obligationId: string } & Readonly<
  Record<Exclude<Status, 'notApplicable'>, number>
>

/**
 * `broken`: a hard duty is not met. `outdated`: none is, but something known once was not confirmed in time.
 * `unknown`: nothing was ever reported. `kept`: what is known is met, and something is known.
 */
export type UnitStanding = 'kept' | 'broken' | 'outdated' | 'unknown'

/**
 * The standing of a unit; undefined when no duty with a rule binds it. What holds in principle only (原则上, 一般) never
 * breaks it, and a duty nothing is known about neither keeps nor breaks it while another is known to be kept.
 */
export function unitStanding(rows: readonly Standings[]): UnitStanding | undefined {
  if (rows.length === 0) return undefined
  if (rows.some((row) => row.notMet > 0 && obligationById(row.obligationId)?.force === 'must'))
    return 'broken'
  if (rows.some((row) => row.stale > 0)) return 'outdated'
  return rows.some((row) => row.met + row.atRisk > 0) ? 'kept' : 'unknown'
}

/** A unit's own findings in the form `unitStanding` takes; those that do not apply are left out. */
export function standingsOf(findings: readonly Finding[]): readonly Standings[] {
  const none = { met: 0, notMet: 0, atRisk: 0, noData: 0, stale: 0, exempt: 0 }
  return findings.flatMap(({ obligation, status }) =>
    status === 'notApplicable' ? [] : [{ ...none, obligationId: obligation, [status]: 1 }],
  )
}

/** How many duties are kept, of how many that bind: one is, when it is for everybody it was asked of (every village). */
export function dutiesKept(rows: readonly Standings[]): { readonly kept: number; readonly of: number } {
  const kept = rows.filter(
    (row) => row.met + row.atRisk > 0 && row.notMet + row.noData + row.stale + row.exempt === 0,
  )
  return { kept: kept.length, of: rows.length }
}
