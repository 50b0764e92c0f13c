// Times of day in a text: 下午三点左右, 9:30, 凌晨2点半. 24:00 is the next day's 00:00.

import { readNumber } from './numerals.ts'

export interface ClockTime {
  /** HH:MM, 00:00 to 23:59. */
  readonly time: string
  /** 1 when 24:00 was written: the day after. */
  readonly dayShift: 0 | 1
  readonly start: number
  readonly end: number
}

const PERIOD =
  '(凌晨|清晨|早晨|早上|清早|一早|今早|上午|中午|午后|下午|傍晚|晚上|昨晚|今晚|夜里|夜间|半夜|深夜|晚|早)?的?'
const HOUR = '(\\d{1,2}|[一二三四五六七八九]|二十[一二三四]?|十[一二三四五六七八九]?|两)'
const CLOCK = new RegExp(
  `${PERIOD}\\s*(?:${HOUR}(?:点钟?|时(?!间|候|段|常|效|限))(?:(\\d{1,2}|[一二三四五]?十[五]?)分?|(半)|(一刻)|(三刻)|整)?|(?<![\\d:])(\\d{1,2}):(\\d{2})(?::\\d{2})?(?!\\d))`,
  'g',
)
const AFTERNOON = /下午|午后|傍晚|晚|夜/

function hourOf(period: string, hour: number): number {
  if (AFTERNOON.test(period) && hour < 12 && !(/夜/.test(period) && hour < 6)) return hour + 12
  if (/半夜|凌晨|深夜/.test(period) && hour === 12) return 0
  if (period === '中午' && hour < 4) return hour + 12
  return hour
}

function minuteOf(match: RegExpMatchArray): number {
  if (match[4] !== undefined) return 30
  if (match[5] !== undefined) return 15
  if (match[6] !== undefined) return 45
  return readNumber(match[8] ?? match[3] ?? '') ?? 0
}

/** All clock times in order; hours beyond 24 and minutes beyond 59 are no times. */
export function findClocks(text: string): ClockTime[] {
  const found: ClockTime[] = []
  for (const match of text.matchAll(CLOCK)) {
    const hour = hourOf(match[1] ?? '', readNumber(match[7] ?? match[2] ?? '') ?? 99)
    const minute = minuteOf(match)
    if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) continue
    const time = `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    const start = match.index
    found.push({ time, dayShift: hour === 24 ? 1 : 0, start, end: start + match[0].length })
  }
  return found
}
