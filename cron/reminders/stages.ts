// Which reminder a day calls for, as the word in its key: one stage is told once, so a day that was missed is made up
// for and a changed schedule tells nothing twice. Pure. Imported by things.ts.
import { addDays, daysBetween, isoWeek, type LocalDate } from '../../policy/calendar.ts'

/** Days before the day it is due, widest first (certificate warnings of article 7). */
const warnings = [90, 30, 7] as const
/** Days after a new officer came (A07-2). */
const entryMarks = [150, 90, 30] as const

/**
 * The stage of something due on a day: `d90`, `d30`, `d7` once it is so near, then `late0`, `late1`, … by the week or the
 * day after it. Undefined while it is further away. The day it is due is still before.
 */
export function dueStage(
  dueOn: LocalDate,
  today: LocalDate,
  repeat: 'weekly' | 'daily',
): { readonly name: string; readonly near: 'far' | 'near' | 'late' } | undefined {
  const days = daysBetween(today, dueOn)
  if (days < 0) {
    const count = repeat === 'daily' ? -days - 1 : Math.floor((-days - 1) / 7)
    return { name: `${dueOn}.late${count}`, near: 'late' }
  }
  const mark = warnings.findLast((warning) => days <= warning)
  return mark === undefined ? undefined : { name: `${dueOn}.d${mark}`, near: mark === 7 ? 'near' : 'far' }
}

/** The stage of a new officer who is not trained yet: 30, 90 and 150 days after coming, then by the week once overdue. */
export function entryStage(
  dueOn: LocalDate,
  allowedDays: number,
  today: LocalDate,
): { readonly name: string; readonly near: 'far' | 'near' | 'late' } | undefined {
  if (dueOn < today) return dueStage(dueOn, today, 'weekly')
  const since = daysBetween(addDays(dueOn, -allowedDays), today)
  const mark = entryMarks.find((days) => since >= days)
  return mark === undefined
    ? undefined
    : { name: `${dueOn}.after${mark}`, near: mark === 150 ? 'near' : 'far' }
}

/** Once a week, for what has no day of its own. */
export function weekStage(today: LocalDate): string {
  return isoWeek(today)
}

/** Once a quarter. */
export function quarterStage(today: LocalDate): string {
  return `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`
}
