// What every unit's obligations come to today: kept up to date report by report, read by cards and jobs. Only
// obligations with a rule have rows (a dozen of 114), so an absent finding means `noData`: waiting for its rule.
// Imported by bot/store/index.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type { Finding } from '../../policy/kernel.ts'
import { unitsAround, unitsOfReport } from './affected.ts'
import type { Tx } from './database.ts'
import { type Change, evaluateUnits } from './evaluating.ts'
import { forgetEndedUnits, readRows, toFinding } from './finding-rows.ts'
import { type Shortfall, shortfalls, type Tally, tally } from './finding-sums.ts'
import { activeUnits, allUnits, type JudgingEnv, judge, judged, settingsOn } from './judging.ts'
import { grouped } from './lists.ts'
import { type RowBehind, rowsBehind } from './rows-behind.ts'

/** A unit that breaks hard obligations, with what it lacks. */
type Worst = Shortfall & { readonly findings: readonly Finding[] }

export type Findings = {
  /**
   * Judges the units anew as of today and keeps what changed. Units first in the order of `unitIds`, then obligations
   * in the order of the document. Safe to repeat. For another day use `judge`: this one keeps what it finds.
   */
  evaluate(unitIds: readonly string[], today: LocalDate): Promise<Change[]>
  /** The same for every unit there is; answers how many findings changed. To be run once a day: time alone changes them. */
  evaluateAll(today: LocalDate): Promise<number>
  /** What the units' obligations come to on any day, late reports included. Keeps nothing. */
  judge(unitIds: readonly string[], day: LocalDate): Promise<Finding[]>
  /** The unit and those above it, the units its people are lent to and those that lend to it. */
  affectedBy(unitId: string): Promise<string[]>
  /** The units to evaluate after this report was saved, withdrawn or corrected: wherever its people have a post, too. */
  affectedByReport(reportId: number): Promise<string[]>
  /** In the order of `unitIds`, then of the document. */
  of(unitIds: readonly string[], obligationIds?: readonly string[]): Promise<Finding[]>
  /** How many units stand how, the unit itself and all below it, in the order of the document. */
  counts(rootId: string): Promise<Tally[]>
  /** Who of the unit and all below it breaks the most hard obligations, then lacks the most heads; at most `limit`. */
  worst(rootId: string, limit: number): Promise<Worst[]>
  /** The stored rows a finding was read from, about people, in the order of its `rows`; other rows are left out. */
  behind(finding: Finding): Promise<RowBehind[]>
}

export function findings(tx: Tx, env: JudgingEnv): Findings {
  return {
    ...evaluating(tx, env),
    ...reading(tx),
    affectedBy: (unitId) => unitsAround(tx, unitId),
    affectedByReport: (reportId) => unitsOfReport(tx, reportId),
    async judge(unitIds, day) {
      const active = await activeUnits(tx, unitIds, day)
      const on = { day, settings: await settingsOn(tx, env, day) }
      return inOrder(unitIds, await judge(tx, env, active, on))
    },
  }
}

function evaluating(tx: Tx, env: JudgingEnv): Pick<Findings, 'evaluate' | 'evaluateAll'> {
  return {
    async evaluate(unitIds, today) {
      const settings = await settingsOn(tx, env, today)
      const units = await activeUnits(tx, unitIds, today)
      const endedIds = unitIds.filter((id) => units.every((unit) => unit.id !== id))
      const changes = await evaluateUnits(tx, env, { units, endedIds, day: today, settings })
      return sorted(unitIds, changes, (change) => change.after)
    },
    async evaluateAll(today) {
      const settings = await settingsOn(tx, env, today)
      let count = 0
      for (const units of await allUnits(tx, today)) {
        count += (await evaluateUnits(tx, env, { units, endedIds: [], day: today, settings })).length
      }
      await forgetEndedUnits(tx, today)
      return count
    },
  }
}

function reading(tx: Tx): Pick<Findings, 'of' | 'counts' | 'worst' | 'behind'> {
  const of: Findings['of'] = async (unitIds, obligationIds) =>
    inOrder(unitIds, (await readRows(tx, unitIds, obligationIds)).map(toFinding))
  return {
    of,
    counts: (rootId) => tally(tx, rootId),
    behind: ({ rows }) => rowsBehind(tx, rows),
    async worst(rootId, limit) {
      const units = await shortfalls(tx, rootId, limit)
      const kept = await of(units.map((unit) => unit.unitId))
      const lacks = grouped(kept.filter(isBroken), (finding) => finding.unit)
      return units.map((unit) => ({ ...unit, findings: lacks.get(unit.unitId) ?? [] }))
    },
  }
}

function isBroken(finding: Finding): boolean {
  return finding.status === 'notMet' && finding.force === 'must'
}

function inOrder(unitIds: readonly string[], findings: readonly Finding[]): Finding[] {
  return sorted(unitIds, findings, (finding) => finding)
}

/** By unit as asked, then by obligation as in the document. */
function sorted<T>(unitIds: readonly string[], rows: readonly T[], findingOf: (row: T) => Finding): T[] {
  const places = new Map(unitIds.map((id, place) => [id, place]))
  const placeOf = (row: T): number => {
    const { unit, obligation } = findingOf(row)
    return (places.get(unit) ?? 0) * judged.length + judged.indexOf(obligation)
  }
  return [...rows].sort((one, other) => placeOf(one) - placeOf(other))
}
