// Moments as people read them on cards, in Asia/Shanghai.

const shanghaiMs = 8 * 3_600_000

/** 3月5日 10:20; with the year in front when it is not the year of `now`. */
export function momentText(ms: number, now: number): string {
  const at = new Date(ms + shanghaiMs)
  const clock = at.toISOString().slice(11, 16)
  return `${yearText(at.getUTCFullYear(), now)}${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${clock}`
}

/** '2026-03-05' as 3月5日, with the year when it is not the year of `now`. */
export function dayText(day: string, now: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return `${yearText(year, now)}${month}月${date}日`
}

function yearText(year: number, now: number): string {
  return year === new Date(now + shanghaiMs).getUTCFullYear() ? '' : `${year}年`
}
