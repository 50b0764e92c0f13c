// Days of the law as 'YYYY-MM-DD' strings: checking, counting, months, ISO weeks. Integers only, no Date, no time zone.
// Working days are not here: a list of holidays is not in the document. Everybody may import this file.

/** A calendar day in Asia/Shanghai. Compare two of them with `<`; text from outside goes through `localDate`. */
export type LocalDate = `${number}-${number}-${number}`

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const
const daysBefore1970 = 719_162
const zero = '0'.charCodeAt(0)
const twoDigits = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))

/** Whether the text is a day that exists ('2023-02-29' is not). */
export function isLocalDate(text: string): text is LocalDate {
  const match = shape.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * The same text as a LocalDate.
 *
 * @throws RangeError when there is no such day; ask `isLocalDate` first for what people typed
 */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a day as YYYY-MM-DD: ${text}`)
  return text
}

/** The day so many days later (earlier when negative). */
export function addDays(day: LocalDate, days: number): LocalDate {
  return fromEpochDay(epochDay(day) + days)
}

/** The same day of the month so many months later, or that month's last day where it is shorter. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const dayOfMonth = dayOfMonthOf(day)
  const count = yearOf(day) * 12 + (monthOf(day) - 1) + months
  const targetYear = Math.floor(count / 12)
  const targetMonth = count - targetYear * 12 + 1
  return join(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)))
}

/** Days from the first to the second: 0 on the same day, negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from)
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: LocalDate): number {
  const sinceMonday = (epochDay(day) + 3) % 7
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
}

/** The ISO week as '2024-W12'. Around New Year its year is that of the week's Thursday. */
export function isoWeek(day: LocalDate): string {
  const thursday = addDays(day, 4 - weekday(day))
  const week = Math.floor(daysBetween(firstDayOfYear(thursday), thursday) / 7) + 1
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`
}

export function yearOf(day: LocalDate): number {
  return digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3)
}

export function lastDayOfYear(day: LocalDate): LocalDate {
  return `${day.slice(0, 4)}-12-31` as LocalDate
}

/** The later of the two. */
export function laterOf(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other
}

/** The earliest of the days, or undefined of none. */
export function earliest(days: readonly LocalDate[]): LocalDate | undefined {
  return days.reduce<LocalDate | undefined>(
    (first, day) => (first === undefined || day < first ? day : first),
    undefined,
  )
}

function firstDayOfYear(day: LocalDate): LocalDate {
  return `${day.slice(0, 4)}-01-01` as LocalDate
}

// Read digit by digit, without cutting strings: a full assessment asks for millions of days.
function digit(day: LocalDate, index: number): number {
  return day.charCodeAt(index) - zero
}

function monthOf(day: LocalDate): number {
  return digit(day, 5) * 10 + digit(day, 6)
}

function dayOfMonthOf(day: LocalDate): number {
  return digit(day, 8) * 10 + digit(day, 9)
}

function join(year: number, month: number, dayOfMonth: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${twoDigits[month]}-${twoDigits[dayOfMonth]}` as LocalDate
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function daysBeforeYear(year: number): number {
  const past = year - 1
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
}

/** Days since 1970-01-01. */
function epochDay(day: LocalDate): number {
  const [year, month] = [yearOf(day), monthOf(day)]
  const leapDay = month > 2 && isLeap(year) ? 1 : 0
  return (
    daysBeforeYear(year) +
    (daysBeforeMonth[month - 1] ?? 0) +
    leapDay +
    dayOfMonthOf(day) -
    1 -
    daysBefore1970
  )
}

function fromEpochDay(epoch: number): LocalDate {
  const count = epoch + daysBefore1970
  let year = Math.floor(count / 365.2425) + 1
  if (daysBeforeYear(year) > count) year -= 1
  if (daysBeforeYear(year + 1) <= count) year += 1
  let rest = count - daysBeforeYear(year)
  let month = 1
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month)
    month += 1
  }
  return join(year, month, rest + 1)
}
