// Moments, days and periods as people read them, in Asia/Shanghai.
import { addDays, localDate, weekday } from '../policy/calendar.ts'

const shanghaiMs = 8 * 3_600_000

/** 11月23日 16:05 */
export function clockTime(ms: number): string {
  const local = new Date(ms + shanghaiMs)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}

/** 2026年3月5日, of a day YYYY-MM-DD. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 11月30日至12月6日, of a week such as 2026-W49; 2026年3月, 2026年第1季度, 2026年上半年, 2026年. */
export function periodWords(period: string): string {
  const [year = '', part = ''] = period.split('-')
  const number = Number(part.slice(1))
  switch (part.slice(0, 1)) {
    case '':
      return `${year}年`
    case 'W': {
      const inFirstWeek = localDate(`${year}-01-04`)
      const monday = addDays(inFirstWeek, 1 - weekday(inFirstWeek) + 7 * (number - 1))
      return `${monthAndDay(monday)}至${monthAndDay(addDays(monday, 6))}`
    }
    case 'Q':
      return `${year}年第${number}季度`
    case 'H':
      return `${year}年${number === 1 ? '上' : '下'}半年`
    default:
      return `${year}年${Number(part)}月`
  }
}

const monthAndDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** The day YYYY-MM-DD and the hour 0–23 of a moment. */
export function dayAndHour(ms: number): { readonly day: string; readonly hour: number } {
  const local = new Date(ms + shanghaiMs)
  return { day: local.toISOString().slice(0, 10), hour: local.getUTCHours() }
}
