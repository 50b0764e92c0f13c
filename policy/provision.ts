// One line of the registry: an obligation of the document, whom it binds, what feeds it, and its rule when it has one.
// Article files fill it, index.ts collects it, assess.ts runs it.

import type { LocalDate } from './calendar.ts'
import type { UnitFacts, UnitProfile } from './facts.ts'
import type { Force, Verdict } from './kernel.ts'
import type { SettingId, Settings } from './settings.ts'

/** Who is bound. A department can be several of these at once; `isObliged` reads it from the unit's flags. */
export type Obliged =
  | 'city'
  | 'county'
  | 'township'
  | 'village'
  | 'sectorRegulator'
  | 'keySectorRegulator'
  | 'emergencyBureau'
  | 'safetyCommitteeOffice'
  | 'finance'
  | 'organisation'
  | 'enterprise'
  | 'highRiskEnterprise'

/** The kind of report that feeds an obligation (the report registry uses the same words). */
type Intake =
  | 'staffing'
  | 'organisation'
  | 'training'
  | 'hazard'
  | 'progress'
  | 'inspection'
  | 'accident'
  | 'equipment'
  | 'fund'
  | 'meeting'
  | 'expert'
  | 'enterprise'
  | 'case'
  | 'assessment'
  | 'evidence'

type Frequency =
  | 'once'
  | 'onChange'
  | 'perEvent'
  | 'weekly'
  | 'monthly'
  | 'quarterly'
  | 'halfYearly'
  | 'yearly'
  | 'biennial'

/** A rule reads the facts of one unit that is bound, on one day. It never throws for valid facts. */
type Rule = (facts: UnitFacts, asOf: LocalDate, settings: Settings) => Verdict

export type Provision = {
  /** 'A05-5': article, then the number of the obligation in it. Never reused. */
  readonly id: string
  /** Short Chinese name for cards. */
  readonly title: string
  /** Words of the document, spaces and line breaks of the print removed. */
  readonly clause: string
  readonly who: readonly Obliged[]
  readonly force: Force
  /** computed from rows; shown by evidence; only counted (indicator); judged by people (conduct). */
  readonly kind: 'computed' | 'evidence' | 'indicator' | 'conduct'
  readonly frequency: Frequency
  readonly intake: Intake
  /** When somebody is reminded and who, in Chinese; null when nobody is. */
  readonly reminder: string | null
  readonly settings: readonly SettingId[]
  readonly rule?: Rule
}

/** What `anjian obligations --json` prints of a provision. */
export type Obligation = Omit<Provision, 'rule'> & {
  readonly article: number
  readonly implementation: 'done' | 'waiting'
}

export function obligationOf(provision: Provision): Obligation {
  const { rule, ...words } = provision
  const implementation = rule === undefined ? 'waiting' : 'done'
  return { ...words, article: Number(provision.id.slice(1, 3)), implementation }
}

/** Whether the unit, as its flags stand, is bound by a duty of these. */
export function isObliged(unit: UnitProfile, who: readonly Obliged[]): boolean {
  return who.some((obliged) => isOneOf(unit, obliged))
}

/** Whether a unit of the kind can be bound at all, whatever its flags. */
export function concernsKind(kind: UnitProfile['kind'], who: readonly Obliged[]): boolean {
  return who.some((obliged) => kindsOf[obliged].includes(kind))
}

const kindsOf: Readonly<Record<Obliged, readonly UnitProfile['kind'][]>> = {
  city: ['city'],
  county: ['county', 'zone'],
  township: ['township'],
  village: ['village'],
  sectorRegulator: ['department'],
  keySectorRegulator: ['department'],
  emergencyBureau: ['department'],
  safetyCommitteeOffice: ['department'],
  finance: ['department'],
  organisation: ['department'],
  enterprise: ['enterprise'],
  highRiskEnterprise: ['enterprise'],
}

function isOneOf(unit: UnitProfile, obliged: Obliged): boolean {
  if (!kindsOf[obliged].includes(unit.kind)) return false
  switch (obliged) {
    case 'sectorRegulator':
      return unit.safetyDuty === true || unit.keySector === true || unit.emergencyBureau === true
    case 'keySectorRegulator':
      return unit.keySector === true
    case 'emergencyBureau':
      return unit.emergencyBureau === true
    case 'highRiskEnterprise':
      return unit.highRisk === true
    case 'safetyCommitteeOffice':
    case 'finance':
    case 'organisation':
      return unit.offices?.includes(obliged) === true
    default:
      return true
  }
}
