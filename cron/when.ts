// When jobs may speak: the first working day of a week, and never in quiet hours or on holidays. Pure; the table of
// holidays comes in as a function. Imported by the jobs.
import { addDays, type LocalDate, weekday } from '../policy/calendar.ts'

type IsWorkingDay = (day: LocalDate) => boolean

/** Nothing that can wait is said from 20:00 to 08:00. */
const quietFromHour = 20
const quietToHour = 8
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const shanghaiMs = 8 * hourMs

/** The first working day of the day's week, Monday to Sunday; undefined in a week that is one holiday. */
export function firstWorkingDay(day: LocalDate, isWorkingDay: IsWorkingDay): LocalDate | undefined {
  const monday = addDays(day, 1 - weekday(day))
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days)).find(isWorkingDay)
}

/** The moment itself, or the next 08:00 of a working day when it falls into quiet hours or on a day off. */
export function outOfQuiet(ms: number, isWorkingDay: IsWorkingDay): number {
  const hour = Math.floor(((ms + shanghaiMs) % dayMs) / hourMs)
  const morning = Math.floor((ms + shanghaiMs) / dayMs) * dayMs + quietToHour * hourMs - shanghaiMs
  if (hour >= quietToHour && hour < quietFromHour && isWorkingDay(dayOf(ms))) return ms
  const first = hour < quietToHour ? morning : morning + dayMs
  // Two months without a working day is a broken table: then better early than never.
  const mornings = Array.from({ length: 62 }, (_, days) => first + days * dayMs)
  return mornings.find((at) => isWorkingDay(dayOf(at))) ?? first
}

/** How many working days lie after the first day up to the second, that one included. */
export function workingDaysSince(from: LocalDate, to: LocalDate, isWorkingDay: IsWorkingDay): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
  return count
}

/** The day in Asia/Shanghai at a moment. */
export function dayOf(ms: number): LocalDate {
  return new Date(ms + shanghaiMs).toISOString().slice(0, 10) as LocalDate
}
