// Days without a year in the cells of a list, such as 3月2日 or 昨天: read as chat reads them, and said so beside the line.
import { findDates } from '../../bot/text/dates/index.ts'
import { normalise } from '../../bot/text/index.ts'
import { isLocalDate, type LocalDate } from '../../policy/calendar.ts'
import { day, month, span } from './cells.ts'

type Near = { readonly from: LocalDate; readonly to: LocalDate; readonly what: 'day' | 'month' | 'span' }

/** Undefined for cells that say all of the day themselves, or more than days. 3.2 may be what Excel made of 3.20, 2024.1 of 2024.10. */
function near(cell: string, today: LocalDate): Near | undefined {
  const text = normalise(cell)
    .trim()
    .replace(/\s+|\([^)]*\)/g, '')
  const isWhole = isLocalDate(day(cell)) || month(cell) !== undefined || span(cell) !== undefined
  if (isWhole || /^[\d.]{1,6}$/.test(text)) return undefined
  const [found, ...others] = findDates(text, today)
  if (found?.from === undefined || others.length > 0 || found.end - found.start !== text.length)
    return undefined
  const [from, to] = [found.from as LocalDate, (found.to ?? found.from) as LocalDate]
  if (found.kind === 'day') return { from, to, what: 'day' }
  const what = found.precision
  return what === 'month' || what === 'span' ? { from, to, what } : undefined
}

/** A day, else the words as they stand. */
export function dayOrNear(cell: string, today: LocalDate): string {
  const found = near(cell, today)
  return found?.what === 'day' ? found.from : day(cell)
}

export function monthOrNear(cell: string, today: LocalDate): string | undefined {
  const found = near(cell, today)
  return found?.what === 'month' ? found.from : month(cell)
}

export function spanOrNear(cell: string, today: LocalDate): { from: string; to: string } | undefined {
  const found = near(cell, today)
  return found?.what === 'span' ? { from: found.from, to: found.to } : span(cell)
}

/** The end of what began on `start`: 3月17日 is the first one from there. */
export function endOrNear(cell: string, today: LocalDate, start: unknown): string {
  const found = near(cell, today)
  if (found?.what !== 'day' || !/\d月\d/.test(normalise(cell)) || /年/.test(cell))
    return dayOrNear(cell, today)
  if (typeof start !== 'string' || !isLocalDate(start)) return found.from
  const year = Number(start.slice(0, 4))
  const ends = [year, year + 1].map((number) => `${number}-${found.from.slice(5)}`)
  return ends.find((end) => end >= start && isLocalDate(end)) ?? found.from
}

/** What to say of a cell that was read this way. */
export function nearNote(cell: string, read: unknown, today: LocalDate) {
  return near(cell, today) === undefined
    ? {}
    : { values: { nearDay: true }, note: `“${cell.trim()}”没有写明年份，按 ${String(read)} 计` }
}
