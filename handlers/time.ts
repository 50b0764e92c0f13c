// Moments as people read them, in Asia/Shanghai.

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

/** The day YYYY-MM-DD and the hour 0–23 of a moment. */
export function dayAndHour(ms: number): { readonly day: string; readonly hour: number } {
  const local = new Date(ms + shanghaiMs)
  return { day: local.toISOString().slice(0, 10), hour: local.getUTCHours() }
}
