// What a date expression in a text is, and how a month and day without a year find their year.
// Shared by the date readers of bot/text.

import { addMonths, type Day, daysBetween, makeDay, monthAround, monthOf, yearOf } from './calendar.ts'

/**
 * day: one exact day. range: first and last day, imprecise or from–to. vague: words without days ("近期").
 * invalid: a day the calendar does not have ("2月30日").
 */
type DateKind = 'day' | 'range' | 'vague' | 'invalid'

export type Precision =
  | 'day'
  | 'span'
  | 'week'
  | 'tenDays'
  | 'month'
  | 'quarter'
  | 'halfYear'
  | 'year'
  | 'season'
  | 'vague'

/** What one date reader found at a place, without its position. */
export interface DateValue {
  readonly kind: DateKind
  readonly from?: Day
  readonly to?: Day
  readonly precision: Precision
  /** Clock time as HH:MM when one follows the day. */
  readonly time?: string
  /** True when the writer gave the year, so nothing may move it. */
  readonly fixed?: true
  /** Words that hold no numbers and should be kept ("年前"). */
  readonly words?: string
}

/** A date expression and where it stands in the normalised text. */
export interface DateSpan extends DateValue {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Where a date without a year lies when the text tells: planned things lie ahead, done things behind. */
export type Mood = 'past' | 'future' | 'open'

export interface DateSetting {
  readonly today: Day
  readonly mood: Mood
}

export const exactly = (day: Day | undefined, fixed?: true): DateValue =>
  day === undefined
    ? { kind: 'invalid', precision: 'day' }
    : { kind: 'day', from: day, to: day, precision: 'day', ...(fixed ? { fixed } : {}) }

export const between = (from: Day, to: Day, precision: Precision, words?: string): DateValue => ({
  kind: 'range',
  from,
  to,
  precision,
  ...(words === undefined ? {} : { words }),
})

const FUTURE_REACH = 60
const PLAN_REACH = 330

function allowedAhead(mood: Mood): number {
  if (mood === 'future') return PLAN_REACH
  return mood === 'past' ? 0 : FUTURE_REACH
}

/**
 * The day meant by a month and day without a year: this year's when it is past or at most 60 days ahead
 * (330 when the text plans, none when it tells of something done), otherwise the nearest past one.
 */
export function dayWithoutYear(month: number, day: number, setting: DateSetting): Day | undefined {
  // 2月29日 means this year's February like any day; in a common year the calendar does not have it.
  if (month === 2 && day === 29) {
    const eve = dayWithoutYear(2, 28, setting)
    return eve === undefined ? undefined : makeDay(yearOf(eve), 2, 29)
  }
  const { today, mood } = setting
  const year = yearOf(today)
  const reach = allowedAhead(mood)
  const candidates = [year + 1, year, year - 1, year - 2, year - 3, year - 4]
  const days = candidates.map((y) => makeDay(y, month, day)).filter((d): d is Day => d !== undefined)
  if (mood === 'future') {
    const ahead = days.filter((d) => d >= today && daysBetween(today, d) <= reach)
    if (ahead.length > 0) return ahead.at(-1)
  }
  return days.find((d) => daysBetween(today, d) <= reach)
}

/** The month meant by a month without a year, as first and last day. */
export function monthWithoutYear(month: number, setting: DateSetting): readonly [Day, Day] {
  const first = dayWithoutYear(month, 1, setting)
  const current = monthAround(setting.today, 0)
  if (month === monthOf(setting.today)) return current
  return first === undefined ? current : monthAround(first, 0)
}

export const monthOfYear = (year: number, month: number): readonly [Day, Day] | undefined => {
  const first = makeDay(year, month, 1)
  return first === undefined ? undefined : monthAround(first, 0)
}

/** First, middle or last ten days of the month that begins on `first`. */
export function tenDays(first: Day, part: string): DateValue {
  const [start, end] = monthAround(first, 0)
  const stem = start.slice(0, 8)
  if (part === '上旬') return between(start, `${stem}10`, 'tenDays')
  if (part === '中旬') return between(`${stem}11`, `${stem}20`, 'tenDays')
  if (part === '下旬') return between(`${stem}21`, end, 'tenDays')
  if (part === '初') return between(start, `${stem}05`, 'vague', '月初')
  if (part === '中') return between(`${stem}11`, `${stem}20`, 'vague', '月中')
  return exactly(end)
}

export const shiftMonth = (today: Day, offset: number): Day =>
  monthAround(addMonths(`${today.slice(0, 7)}-01`, offset), 0)[0]
