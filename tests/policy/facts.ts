// Facts with a valid default for the policy tests; a test states only what it is about.

import { assessUnit } from '../../policy/assess.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { addDays, weekday } from '../../policy/calendar.ts'
import type { PersonFacts, PostFacts, UnitFacts, UnitProfile } from '../../policy/facts.ts'
import type { Finding } from '../../policy/kernel.ts'
import { type SettingChange, settingsAt } from '../../policy/settings.ts'

export const today: LocalDate = '2024-03-20'

export function township(changes: Partial<UnitProfile> = {}): UnitProfile {
  return { id: 'T1', kind: 'township', ...changes }
}

export function bureau(changes: Partial<UnitProfile> = {}): UnitProfile {
  return { id: 'D1', kind: 'department', safetyDuty: true, emergencyBureau: true, ...changes }
}

/** Facts of a unit that reported on the last day asked about here, so that nothing is stale by accident. */
export function factsOf(unit: UnitProfile, changes: Partial<Omit<UnitFacts, 'unit'>> = {}): UnitFacts {
  return {
    unit,
    posts: [],
    people: new Map(),
    organisations: [],
    villages: [],
    tips: [],
    acts: [],
    exceptions: [],
    lastReportOn: '2099-12-31',
    isWorkingDay: (day) => weekday(day) <= 5,
    ...changes,
  }
}

export function post(unit: UnitProfile, personId: string, changes: Partial<PostFacts> = {}): PostFacts {
  return {
    rowId: `post-${personId}`,
    personId,
    unitId: unit.id,
    roleCode: unit.kind === 'township' ? 'townshipStaff' : 'enforcementOfficer',
    postKind: unit.kind === 'township' ? 'administrative' : 'enforcement',
    fullTime: true,
    from: '2020-01-01',
    secondments: [],
    leaves: [],
    ...changes,
  }
}

/** So many posts of distinct people, named p1, p2, … */
export function posts(
  unit: UnitProfile,
  count: number,
  changes: Partial<PostFacts> = {},
): readonly PostFacts[] {
  return Array.from({ length: count }, (_, index) => post(unit, `p${index + 1}`, changes))
}

export function person(id: string, changes: Partial<PersonFacts> = {}): PersonFacts {
  return { id, certificates: [], qualifications: [], trainings: [], ...changes }
}

export function peopleOf(...people: readonly PersonFacts[]): ReadonlyMap<string, PersonFacts> {
  return new Map(people.map((one) => [one.id, one]))
}

/** The finding of one obligation, with the settings of the day. */
export function findingOf(
  obligation: string,
  facts: UnitFacts,
  asOf: LocalDate = today,
  changes: readonly SettingChange[] = [],
): Finding {
  const finding = assessUnit(facts, asOf, settingsAt(changes, asOf)).find(
    (one) => one.obligation === obligation,
  )
  if (finding === undefined) throw new Error(`${obligation} does not concern a ${facts.unit.kind}`)
  return finding
}

/** A changed setting, in force from the start. */
export function setting(id: string, value: number | string): SettingChange {
  return { id, from: '2021-04-20', value }
}

export function daysBefore(day: LocalDate, days: number): LocalDate {
  return addDays(day, -days)
}
