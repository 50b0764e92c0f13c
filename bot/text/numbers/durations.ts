// Lengths of time in a text: 半年, 俩月, 两周, 大概三个月; and what they mean in days, months and hours.

import { addDays, type Day, endAfterMonths } from '../dates/calendar.ts'
import { readNumber } from './numerals.ts'

export interface Duration {
  /** As written, with 俩 spelled out. */
  readonly text: string
  readonly months?: number
  readonly days?: number
  readonly approx: boolean
  readonly start: number
}

const PATTERN =
  /(?<![月周/.\d-]|星期|礼拜|、(?=\d+日)|从业|从业了|工龄|至|到|—|~|这|那|前|近|最近|第)(大概|大约|约|差不多|暂定|预计|近|将近|为期|共|持续)?(?:要|是|有|了)?(\d+(?:\.\d+)?|[一二两三四五六七八九十]+|半|俩|仨)(个半|个[多来]|多|来)?个?(年|月|周|星期|礼拜|天|工作日|日(?!报|常|程|结|闭|开|止))(?!前|后|内|之|以|底|末|初|度|报|限|[\d一二三四五六七八九十]+[日号]|份)(半)?(左右|多)?/g

function spelled(match: RegExpMatchArray): string {
  const number = match[2] === '俩' ? '两个' : match[2] === '仨' ? '三个' : ''
  const about = /大概|大约|约|差不多|暂定|预计|近/.test(match[1] ?? '') ? (match[1] ?? '') : ''
  const rest = match[0].slice(match[0].indexOf(match[2] ?? ''))
  return `${about}${number === '' ? rest : `${number}${rest.slice(1).replace(/^个/, '')}`}`
}

function lengthOf(amount: number, unit: string): { months?: number; days?: number } {
  if (unit === '年') return { months: Math.round(amount * 12) }
  if (unit === '月') return amount === 0.5 ? { days: 15 } : { months: Math.floor(amount) }
  return { days: Math.round(amount * (/周|星期|礼拜/.test(unit) ? 7 : 1)) }
}

/** 3月 is a month of the calendar, 三个月 a length of time; 2024年 is neither. */
function isLength(match: RegExpMatchArray): boolean {
  const months = match[4] === '月'
  return !/^\d{4}$/.test(match[2] ?? '') && (!months || /[个半俩仨]/.test(match[0]))
}

const isApprox = (match: RegExpMatchArray): boolean =>
  /大概|大约|约|差不多|近/.test(match[1] ?? '') || match[6] !== undefined || /多|来/.test(match[3] ?? '')

/** All lengths of time, in order. */
export function findDurations(text: string): Duration[] {
  return [...text.matchAll(PATTERN)].filter(isLength).flatMap((match) => {
    const amount = readNumber(match[2] ?? '')
    if (amount === undefined) return []
    const extra = match[5] !== undefined || match[3] === '个半' ? 0.5 : 0
    const length = lengthOf(amount + extra, match[4] ?? '')
    return [{ text: spelled(match), ...length, approx: isApprox(match), start: match.index }]
  })
}

/** Last day, inclusive, of a stay that begins on `from`: 3 months from 03-25 end on 06-24. */
export function endOf(from: Day, duration: Duration): Day | undefined {
  if (duration.months !== undefined) return endAfterMonths(from, duration.months)
  return duration.days === undefined ? undefined : addDays(from, duration.days - 1)
}
