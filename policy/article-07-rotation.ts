// Article 7: everybody on duty retrained every three years (A07-3), for two weeks at least (A07-4).
// Imported by article-07.ts and by whoever tells a person the next date. Readings: docs/decisions/0111, 0112.

import { everyone } from './article-07-everyone.ts'
import { type Rotations, rotationsOf, rotationWeeks } from './article-07-two-weeks.ts'
import { addMonths, daysBetween, type LocalDate, lastDayOfYear, laterOf, yearOf } from './calendar.ts'
import type { PersonFacts, TrainingFacts, UnitFacts } from './facts.ts'
import { cite, dated, type Item, notApplicable, type Verdict, valueAt } from './kernel.ts'
import { type SettingId, type Settings, usedSettings } from './settings.ts'
import { type Holder, onDuty, rosterKnown, unlessStale } from './staff.ts'

export const rotationMonths = dated('rotationMonths', 'months', [
  { from: '2021-04-20', value: 36, cite: cite(7, '在岗人员原则上每3年轮训一次') },
])

type Facts = Pick<UnitFacts, 'unit' | 'posts' | 'people' | 'lastReportOn'>

const trainedRoles = ['enforcementOfficer', 'safetyStaff', 'townshipStaff'] as const

/** What decides whether a rotation of two weeks was held. */
export const twoWeeksSettings = [
  'rotationReading',
  'rotationCalendarDays',
  'rotationTrainingDays',
  'rotationHours',
  'rotationAccumulates',
  'rotationOnlinePercent',
  'rotationInitialCounts',
  'leaveExcludedDays',
  'staleMonthlyDays',
] as const satisfies readonly SettingId[]

/**
 * The last day on which a person is still current: three years after the last completed rotation. Without one they run
 * from the entry, and for those who came earlier from the day the document began to ask.
 */
export function rotationDueOn(
  person: Pick<PersonFacts, 'trainings' | 'joinedOn'>,
  since: LocalDate,
  asOf: LocalDate,
  settings: Settings,
): LocalDate | undefined {
  const months = valueAt(rotationMonths, asOf)
  if (months === undefined) return undefined
  const completedOn = rotationsOf(person.trainings, asOf, settings).completedOn.at(-1)
  return addMonths(completedOn ?? laterOf(person.joinedOn ?? since, months.from), months.value)
}

/**
 * Everybody on duty finished a rotation within three years. Due soon is at risk.
 *
 * @see article 7, A07-3
 */
export function staffAreRotated(facts: Facts, asOf: LocalDate, settings: Settings): Verdict {
  const months = valueAt(rotationMonths, asOf)
  if (months === undefined) return notApplicable
  const used = [months, ...usedSettings(settings, 'rotationWarningDays', ...twoWeeksSettings)]
  const people = trainedPeople(facts, asOf, settings)
  if (people.length === 0) return { status: 'noData', used, rows: [], waitsFor: 'staffing' }

  const items = people.flatMap((holder): readonly Item[] => {
    const person = facts.people.get(holder.personId) ?? { trainings: [] }
    const dueOn = rotationDueOn(person, holder.since, asOf, settings)
    if (dueOn === undefined || daysBetween(asOf, dueOn) > settings.rotationWarningDays.value) return []
    return [{ id: holder.personId, kind: 'person', why: dueOn < asOf ? 'overdue' : 'dueSoon', dueOn }]
  })
  const done = people.length - items.filter((item) => item.why === 'overdue').length
  const verdict = everyone({ people, done, items, used, asOf, rows: trainingRows(facts, people, asOf) })
  return unlessStale(verdict, facts.lastReportOn, asOf, settings.staleMonthlyDays.value)
}

/**
 * Those who went to a rotation within three years made two weeks of it. A short one of this year can still be filled up
 * while trainings of a year accumulate, so it is at risk until the year ends.
 *
 * @see article 7, A07-4
 */
export function rotationsAreTwoWeeks(facts: Facts, asOf: LocalDate, settings: Settings): Verdict {
  const months = valueAt(rotationMonths, asOf)
  const weeks = valueAt(rotationWeeks, asOf)
  if (months === undefined || weeks === undefined) return notApplicable
  const used = [weeks, months, ...usedSettings(settings, ...twoWeeksSettings)]
  // The day on which the next one is due still belongs to the three years, as in A07-3.
  const begin = addMonths(asOf, -months.value)
  const people = trainedPeople(facts, asOf, settings).filter((holder) => {
    return trainingsOf(facts, holder).some(
      (row) => row.type === 'rotation' && row.endDate >= begin && row.endDate <= asOf,
    )
  })
  if (people.length === 0) return { status: 'noData', used, rows: [], waitsFor: 'training' }

  const items = people.flatMap((holder): readonly Item[] => {
    const rotations = rotationsOf(trainingsOf(facts, holder), asOf, settings)
    if (rotations.completedOn.some((day) => day >= begin)) return []
    return [{ id: holder.personId, kind: 'person', ...shortfall(rotations, asOf, settings) }]
  })
  const done = people.length - items.length
  const verdict = everyone({ people, done, items, used, asOf, rows: trainingRows(facts, people, asOf) })
  return unlessStale(verdict, facts.lastReportOn, asOf, settings.staleMonthlyDays.value)
}

/** One entry for each person on duty in a role that must be retrained, whatever number of such roles. */
function trainedPeople(facts: Facts, asOf: LocalDate, settings: Settings): readonly Holder[] {
  if (!rosterKnown(facts, asOf)) return []
  const byPerson = new Map<string, Holder>()
  for (const holder of trainedRoles.flatMap((role) => onDuty(facts, role, asOf, settings))) {
    const known = byPerson.get(holder.personId)
    if (known === undefined || holder.since < known.since) byPerson.set(holder.personId, holder)
  }
  return [...byPerson.values()]
}

function trainingsOf(facts: Facts, holder: Holder): readonly TrainingFacts[] {
  return facts.people.get(holder.personId)?.trainings ?? []
}

function trainingRows(facts: Facts, people: readonly Holder[], asOf: LocalDate): readonly string[] {
  const trainings = people.flatMap((holder) => trainingsOf(facts, holder))
  return trainings.filter((training) => training.endDate <= asOf).map((training) => training.rowId)
}

function shortfall(rotations: Rotations, asOf: LocalDate, settings: Settings): Pick<Item, 'why' | 'dueOn'> {
  const canGrow = settings.rotationAccumulates.value === 'yes' && rotations.openYear === yearOf(asOf)
  return canGrow ? { why: 'dueSoon', dueOn: lastDayOfYear(asOf) } : { why: 'short' }
}
