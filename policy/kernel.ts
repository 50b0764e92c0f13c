// The words every rule speaks: dated parameters, citations, verdicts and findings.
// Articles, the store, handlers and jobs import it; it imports the calendar only.

import { daysBetween, earliest, isLocalDate, type LocalDate } from './calendar.ts'

/** Where a number or a duty stands: article of 晋市政办〔2021〕10号 and the words relied on. */
export type Citation = { readonly article: number; readonly words: string }

export type Quantity =
  | 'heads'
  | 'days'
  | 'workingDays'
  | 'weeks'
  | 'months'
  | 'hours'
  | 'percent'
  | 'yuan'
  | 'villages'
  | 'tips'
  | 'organisations'
  | 'date'
  | 'choice'

export type DatedEntry<V> = { readonly from: LocalDate; readonly value: V | null; readonly cite: Citation }

/** A number of the document with its history. An entry with value null ends it. */
export type Parameter<V = number> = {
  readonly id: string
  readonly unit: Quantity
  readonly entries: readonly DatedEntry<V>[]
}

/** A parameter or setting that a verdict rests on, with the day it holds from. */
export type Used = {
  readonly id: string
  readonly value: number | string
  readonly unit: Quantity
  readonly from: LocalDate
  readonly source: 'document' | 'setting'
}

export const statuses = ['met', 'notMet', 'atRisk', 'noData', 'stale', 'notApplicable', 'exempt'] as const

/**
 * `met` and `atRisk` keep the clause on the day (`atRisk`: a date or a target is near); `notMet` does not.
 * `noData`: too little is known; `stale`: known once, not confirmed in time; `exempt`: an approved exception.
 */
export type Status = (typeof statuses)[number]

/** How hard the wording is: 必须/不低于, 一般/原则上, 鼓励/推广. Red belongs to `must`. */
export type Force = 'must' | 'inPrinciple' | 'encouraged'

/** A count, or a part of a whole when `of` is given. Always integers. */
export type Measure = { readonly value: number; readonly of?: number; readonly unit: Quantity }

/** One person or thing to do something about, and by when. */
export type Item = {
  readonly id: string
  readonly kind: 'person' | 'tip' | 'village'
  readonly why: Why
  readonly dueOn?: LocalDate
}

/** `wasLate` is a step done after its time: it spoils the record, but there is nothing left to chase. */
export type Why =
  | 'missing'
  | 'unknown'
  | 'short'
  | 'dueSoon'
  | 'overdue'
  | 'diverted'
  | 'vacant'
  | 'unconfirmed'
  | 'actedWithout'
  | 'receiptDue'
  | 'receiptLate'
  | 'decisionDue'
  | 'decisionLate'
  | 'closingDue'
  | 'closingLate'
  | 'wasLate'

/** What a rule answers. `rows` are the stored rows it read, `items` the persons and things to do something about. */
export type Verdict = {
  readonly status: Status
  readonly measured?: Measure
  readonly required?: Measure
  /** What is advised above the floor (a township of class A: 5 people), where the document gives a range. */
  readonly target?: Measure
  /** How much is missing to `required`, or to `target` once `required` is reached. Above 0 or absent. */
  readonly gap?: { readonly value: number; readonly unit: Quantity }
  readonly used: readonly Used[]
  readonly rows: readonly string[]
  readonly items?: readonly Item[]
  /** The nearest deadline ahead, or the earliest one that has passed when `overdueDays` is given. */
  readonly dueOn?: LocalDate
  /** Days since `dueOn`, when it has passed. */
  readonly overdueDays?: number
  /** Parts of a record that are missing, by field name. */
  readonly lacks?: readonly string[]
  /** The same measure under every reading of the wording (A06-5: any, all). */
  readonly readings?: readonly { readonly reading: string; readonly measured: Measure }[]
  /** The kind of report that would answer a `noData`. */
  readonly waitsFor?: string
}

export type Finding = Verdict & {
  readonly obligation: string
  readonly unit: string
  readonly unitKind: string
  readonly force: Force
  readonly asOf: LocalDate
}

export const notApplicable: Verdict = { status: 'notApplicable', used: [], rows: [] }

export function cite(article: number, words: string): Citation {
  return { article, words }
}

/**
 * A parameter from its entries, oldest first.
 *
 * @throws RangeError at load when it has no entry, or a day that does not exist, is repeated or out of order
 */
export function dated<V>(id: string, unit: Quantity, entries: readonly DatedEntry<V>[]): Parameter<V> {
  if (entries.length === 0) throw new RangeError(`parameter ${id} has no entry`)
  entries.forEach((entry, index) => {
    const previous = entries[index - 1]
    if (!isLocalDate(entry.from)) throw new RangeError(`parameter ${id}: ${entry.from} is no day`)
    if (previous !== undefined && previous.from >= entry.from) {
      throw new RangeError(`parameter ${id}: ${entry.from} must come after ${previous.from}`)
    }
  })
  return { id, unit, entries }
}

/** The entry in force on the day; undefined before the first one and after an end. */
export function at<V>(parameter: Parameter<V>, day: LocalDate): (DatedEntry<V> & { value: V }) | undefined {
  const entry = parameter.entries.findLast((candidate) => candidate.from <= day)
  if (entry === undefined || entry.value === null) return undefined
  return { ...entry, value: entry.value }
}

/** The value in force on the day, in the form a verdict lists it. */
export function valueAt<V extends number | string>(
  parameter: Parameter<V>,
  day: LocalDate,
): (Used & { readonly value: V }) | undefined {
  const entry = at(parameter, day)
  if (entry === undefined) return undefined
  return { id: parameter.id, value: entry.value, unit: parameter.unit, from: entry.from, source: 'document' }
}

/** `dueOn` for the earliest of the days, with `overdueDays` when it has passed; nothing of no days. */
export function deadline(
  days: readonly LocalDate[],
  asOf: LocalDate,
): Pick<Verdict, 'dueOn' | 'overdueDays'> {
  const dueOn = earliest(days)
  if (dueOn === undefined) return {}
  return dueOn < asOf ? { dueOn, overdueDays: daysBetween(dueOn, asOf) } : { dueOn }
}

/** The days on which the items are due. */
export function dueDays(items: readonly Item[]): readonly LocalDate[] {
  return items.flatMap((item) => (item.dueOn === undefined ? [] : [item.dueOn]))
}

/** `gap` when something is missing, nothing otherwise. */
export function gapOf(value: number, unit: Quantity): Pick<Verdict, 'gap'> {
  return value > 0 ? { gap: { value, unit } } : {}
}

/** The least whole number of heads that is at least `percent` of `whole`: 75 % of 7 is 6. */
export function headsNeeded(percent: number, whole: number): number {
  return Math.ceil((percent * whole) / 100)
}

/**
 * Tenths of a percent, rounded half up, but never up to a whole percent, which may be what is asked: 4 of 6 is 667, and
 * 7496 of 10000 is 749, not 750. Null of nothing.
 */
export function tenthsOfPercent(part: number, whole: number): number | null {
  if (whole === 0) return null
  const rounded = Math.floor((part * 2000 + whole) / (2 * whole))
  return rounded % 10 === 0 && rounded * whole > part * 1000 ? rounded - 1 : rounded
}
