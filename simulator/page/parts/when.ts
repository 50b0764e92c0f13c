// Points in time as people read them, always in the simulated city's zone. Imported by the panes and card/.

const ZONE = 'Asia/Shanghai'
const DAY_MS = 86_400_000
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

export type LocalTime = {
  year: string
  month: string
  day: string
  hour: string
  minute: string
  second: string
}

const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** The wall clock in Shanghai, each part with its leading zero. */
export function localTime(ms: number): LocalTime {
  const found: Record<string, string> = {}
  for (const part of parts.formatToParts(ms)) found[part.type] = part.value
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = found
  return { year, month, day, hour, minute, second }
}

/** 09:05 */
export function clockTime(ms: number): string {
  const { hour, minute } = localTime(ms)
  return `${hour}:${minute}`
}

/** 周一, by the day in Shanghai */
export function weekday(ms: number): string {
  return WEEKDAYS[new Date(dayNumber(ms) * DAY_MS).getUTCDay()] ?? ''
}

/** 今天, 昨天, 11月3日 or 2025年11月3日, seen from `nowMs` */
export function dayName(ms: number, nowMs: number): string {
  const ago = dayNumber(nowMs) - dayNumber(ms)
  if (ago === 0) return '今天'
  if (ago === 1) return '昨天'
  const { year, month, day } = localTime(ms)
  const date = `${Number(month)}月${Number(day)}日`
  return year === localTime(nowMs).year ? date : `${year}年${date}`
}

/** The time beside a chat in the list: only the hour today, only the day before that. */
export function listTime(ms: number, nowMs: number): string {
  if (ms === 0) return ''
  return dayNumber(ms) === dayNumber(nowMs) ? clockTime(ms) : dayName(ms, nowMs)
}

/** Two moments with the same number are on the same day in Shanghai. */
export function dayNumber(ms: number): number {
  const { year, month, day } = localTime(ms)
  return Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS)
}
