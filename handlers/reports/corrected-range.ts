// Both ends of a time, corrected at once: 培训时间是3月4号到4月2号.
import type { Report } from '../../bot/context.ts'
import { daysBetween, type LocalDate } from '../../policy/calendar.ts'
import type { ConfirmedReport, Item } from './define.ts'
import { changes, isChange } from './staffing-words.ts'

/** What a range changes in an item of the report; undefined without one, and where nothing lasts. */
export function rangeOf(
  range: unknown,
  report: Report,
  type: ConfirmedReport,
): ((item: Item) => Item) | undefined {
  const [from, to] = Array.isArray(range) ? range.map(String) : []
  if (from === undefined || to === undefined || !report.items.every((item) => lasts(item, type)))
    return undefined
  const start = type.fields['startDate'] === undefined ? 'effectiveDate' : 'startDate'
  return (item) => ({ [start]: from, endDate: to, ...daysOf(item, from, to) })
}

function lasts({ endDate, changeType }: Item, { fields }: ConfirmedReport): boolean {
  if (endDate !== undefined || fields['endDate']?.required === true) return true
  return changeType === 'secondIn' || (isChange(changeType) && /lend|absent/u.test(changes[changeType].does))
}

/** Days that were counted from the first day to the last are counted anew. */
function daysOf({ startDate, endDate, days }: Item, from: string, to: string): Item {
  const counted = days !== undefined && days === daysIn(String(startDate), String(endDate))
  return counted ? { days: daysIn(from, to) } : {}
}

const daysIn = (from: string, to: string): number => daysBetween(from as LocalDate, to as LocalDate) + 1
