// Runs the registry over units: one finding for every obligation that concerns a unit of its kind, on one day.
// The store, handlers and jobs call it; incremental and full runs use the same two functions.

import type { LocalDate } from './calendar.ts'
import { documentInForce } from './document.ts'
import type { UnitFacts, UnitKind } from './facts.ts'
import { provisions } from './index.ts'
import { at, type Finding, notApplicable, type Verdict } from './kernel.ts'
import { concernsKind, isObliged, type Provision } from './provision.ts'
import type { Settings } from './settings.ts'
import { covers } from './staff.ts'

const kinds: readonly UnitKind[] = [
  'city',
  'county',
  'zone',
  'township',
  'village',
  'department',
  'enterprise',
]
const byKind = new Map(
  kinds.map((kind) => [kind, provisions.filter((provision) => concernsKind(kind, provision.who))]),
)

/** The obligations a unit of the kind gets a finding for; those its flags do not bind answer `notApplicable`. */
export function provisionsFor(kind: UnitKind): readonly Provision[] {
  return byKind.get(kind) ?? []
}

/**
 * The findings of one unit on one day, in the order of the registry, one for each of `provisionsFor` its kind.
 *
 * `settings` are those of the same day. Facts later than the day are ignored, except that they show the unit reports.
 */
export function assessUnit(facts: UnitFacts, asOf: LocalDate, settings: Settings): readonly Finding[] {
  const { id: unit, kind: unitKind } = facts.unit
  return provisionsFor(unitKind).map((provision) => {
    const { id: obligation, force } = provision
    return { obligation, unit, unitKind, force, asOf, ...verdictOf(provision, facts, asOf, settings) }
  })
}

/** The findings of all units, unit by unit. */
export function assess(units: Iterable<UnitFacts>, asOf: LocalDate, settings: Settings): readonly Finding[] {
  const findings: Finding[] = []
  for (const facts of units) findings.push(...assessUnit(facts, asOf, settings))
  return findings
}

function verdictOf(provision: Provision, facts: UnitFacts, asOf: LocalDate, settings: Settings): Verdict {
  if (at(documentInForce, asOf) === undefined || !isObliged(facts.unit, provision.who)) return notApplicable
  if (provision.rule === undefined)
    return { status: 'noData', used: [], rows: [], waitsFor: provision.intake }
  const verdict = provision.rule(facts, asOf, settings)
  return verdict.status === 'notMet' ? excused(verdict, provision, facts, asOf) : verdict
}

/** A shortfall under an approved exception, where the wording leaves room for one (原则上, 一般). Never a hard duty. */
function excused(verdict: Verdict, provision: Provision, facts: UnitFacts, asOf: LocalDate): Verdict {
  if (provision.force !== 'inPrinciple') return verdict
  const exception = facts.exceptions.find((row) => row.obligation === provision.id && covers(row, asOf))
  if (exception === undefined) return verdict
  return { ...verdict, status: 'exempt', rows: [...verdict.rows, exception.rowId] }
}
