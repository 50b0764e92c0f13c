// Article 7: what one person's trainings add up to, and when they made a rotation of two weeks.
// Imported by article-07-rotation.ts. Reading: docs/decisions/0111.

import { daysBetween, type LocalDate, yearOf } from './calendar.ts'
import type { TrainingFacts } from './facts.ts'
import { cite, dated } from './kernel.ts'
import type { Settings } from './settings.ts'

export const rotationWeeks = dated('rotationWeeks', 'weeks', [
  { from: '2021-04-20', value: 2, cite: cite(7, '轮训时间不少于两周') },
])

/** One way of measuring two weeks; the online part counts up to a share of what is needed. */
type Amount = { readonly inPerson: number; readonly online: number }

type Gathered = { readonly calendarDays: Amount; readonly trainingDays: Amount; readonly hours: Amount }

export type Rotations = {
  /** Last days of the rotations that reached two weeks, oldest first. */
  readonly completedOn: readonly LocalDate[]
  /** Year of the trainings since then that have not, if there are any. */
  readonly openYear?: number
}

const nothing: Amount = { inPerson: 0, online: 0 }
const nothingYet: Gathered = { calendarDays: nothing, trainingDays: nothing, hours: nothing }

/**
 * The rotations in a person's trainings that ended by the day. Trainings of one calendar year (by their last day)
 * accumulate unless the setting says no; a failed one does not count, nor one that overlaps another.
 */
export function rotationsOf(
  trainings: readonly TrainingFacts[],
  asOf: LocalDate,
  settings: Settings,
): Rotations {
  const completedOn: LocalDate[] = []
  let year: number | undefined
  let gathered = nothingYet
  let open = false
  for (const training of withoutOverlaps(trainings.filter((row) => counts(row, asOf, settings)))) {
    const carriesOn = settings.rotationAccumulates.value === 'yes' && year === yearOf(training.endDate)
    gathered = add(carriesOn ? gathered : nothingYet, training)
    year = yearOf(training.endDate)
    open = !isTwoWeeks(gathered, settings)
    if (!open) {
      completedOn.push(training.endDate)
      gathered = nothingYet
    }
  }
  return open && year !== undefined ? { completedOn, openYear: year } : { completedOn }
}

function counts(training: TrainingFacts, asOf: LocalDate, settings: Settings): boolean {
  const initialCounts = settings.rotationInitialCounts.value === 'yes'
  const counted = training.type === 'rotation' || (initialCounts && training.type === 'initialQualification')
  return counted && training.passed !== false && training.endDate <= asOf
}

/** In order of the last day. Nobody is at two trainings at once: of two that overlap the longer stands. */
function withoutOverlaps(trainings: readonly TrainingFacts[]): readonly TrainingFacts[] {
  const kept: TrainingFacts[] = []
  for (const one of [...trainings].sort(longerFirst)) {
    if (kept.every((other) => one.endDate < other.startDate || other.endDate < one.startDate)) kept.push(one)
  }
  return kept.sort((one, other) => (one.endDate < other.endDate ? -1 : 1))
}

/** A whole order, so that the verdict does not hang on the order of the rows. */
function longerFirst(one: TrainingFacts, other: TrainingFacts): number {
  return (
    calendarDaysOf(other) - calendarDaysOf(one) ||
    (other.hours ?? 0) - (one.hours ?? 0) ||
    (one.onlineHours ?? 0) - (other.onlineHours ?? 0) ||
    daysBetween(other.startDate, one.startDate) ||
    (one.rowId < other.rowId ? -1 : 1)
  )
}

function calendarDaysOf(training: TrainingFacts): number {
  return daysBetween(training.startDate, training.endDate) + 1
}

function add(sum: Gathered, training: TrainingFacts): Gathered {
  const calendarDays = calendarDaysOf(training)
  // Zero days is how some rosters say that they do not know.
  const length = training.days === undefined || training.days === 0 ? calendarDays : training.days
  const absent = Math.min(training.absentDays ?? 0, length)
  const hours = Math.floor(((training.hours ?? 0) * (length - absent)) / length)
  return {
    calendarDays: addAmount(sum.calendarDays, calendarDays - absent, training),
    trainingDays: addAmount(sum.trainingDays, training.days === undefined ? 0 : length - absent, training),
    hours: addAmount(sum.hours, hours, training),
  }
}

/** Splits what was attended by the share of the hours taken online, the online part cut up. */
function addAmount(sum: Amount, attended: number, training: TrainingFacts): Amount {
  const hours = training.hours ?? 0
  const online = hours === 0 ? 0 : Math.ceil((attended * Math.min(training.onlineHours ?? 0, hours)) / hours)
  return { inPerson: sum.inPerson + attended - online, online: sum.online + online }
}

function isTwoWeeks(gathered: Gathered, settings: Settings): boolean {
  const needed = {
    calendarDays: settings.rotationCalendarDays.value,
    trainingDays: settings.rotationTrainingDays.value,
    hours: settings.rotationHours.value,
  } as const
  const reading = settings.rotationReading.value
  const measures = reading === 'any' ? (['calendarDays', 'trainingDays', 'hours'] as const) : [reading]
  return measures.some((measure) => {
    const allowedOnline = Math.floor((needed[measure] * settings.rotationOnlinePercent.value) / 100)
    const { inPerson, online } = gathered[measure]
    return inPerson + Math.min(online, allowedOnline) >= needed[measure]
  })
}
