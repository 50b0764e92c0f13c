// Arithmetic on 'YYYY-MM-DD' strings: no clock, no time zone.
// The text part needs it before any policy is asked; used inside bot/text only.

/** A calendar day, 'YYYY-MM-DD', as written on paper in Asia/Shanghai. */
export type Day = string

const DAY_MS = 86_400_000
const pad = (n: number, width: number): string => String(n).padStart(width, '0')
const stamp = (day: Day): number => Date.UTC(yearOf(day), monthOf(day) - 1, dayOf(day))
const fromStamp = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))
export const dayOf = (day: Day): number => Number(day.slice(8, 10))

/** Days in a month (1–12), leap years included. */
const monthLength = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The day, or undefined when the calendar has no such day (2月30日) or the year is out of reach. */
export function makeDay(year: number, month: number, day: number): Day | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return undefined
  if (day < 1 || day > monthLength(year, month)) return undefined
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

export const addDays = (day: Day, days: number): Day => fromStamp(stamp(day) + days * DAY_MS)

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((stamp(to) - stamp(from)) / DAY_MS)

/** Same day `months` later; the last of the month when that day does not exist. */
export function addMonths(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(dayOf(day), monthLength(year, month)), 2)}`
}

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: Day): number => ((new Date(stamp(day)).getUTCDay() + 6) % 7) + 1

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

/** First and last day of the month that lies `offset` months from that of `day`. */
export function monthAround(day: Day, offset: number): readonly [Day, Day] {
  const first = addMonths(`${day.slice(0, 7)}-01`, offset)
  return [first, `${first.slice(0, 8)}${pad(monthLength(yearOf(first), monthOf(first)), 2)}`]
}

/** ISO week as '2024-W12'. */
export function isoWeek(day: Day): string {
  const thursday = addDays(mondayOf(day), 3)
  const first = `${thursday.slice(0, 4)}-01-01`
  return `${thursday.slice(0, 4)}-W${pad(Math.floor(daysBetween(first, thursday) / 7) + 1, 2)}`
}

/** Last day of a span of `months` months that begins on `day`: 03-25 + 3 months ends 06-24. */
export const endAfterMonths = (day: Day, months: number): Day => addDays(addMonths(day, months), -1)
