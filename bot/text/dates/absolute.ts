// Dates with a month and a day (or a month alone) in all the ways officials write them:
// 2024年3月5日, 24.3.5, 3/5, 三月五日, 20240305, 0601, 3月上旬.

import { readNumber } from '../numbers/numerals.ts'
import { addDays, addMonths, type Day, makeDay, monthAround, yearOf } from './calendar.ts'
import {
  between,
  type DateSetting,
  type DateValue,
  dayWithoutYear,
  exactly,
  monthOfYear,
  monthWithoutYear,
  tenDays,
} from './span.ts'

/** One way of writing dates: a sticky pattern and how its groups are read. */
export interface DateRule {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray, setting: DateSetting) => DateValue | undefined
}

const YEAR_WORDS: Readonly<Record<string, number>> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  当年: 0,
  本年度: 0,
  明年: 1,
  后年: 2,
}
const YEAR =
  '(?:(\\d{4}|\\d{2}|[二一][〇零一二三四五六七八九]{3})年度?|(大前年|前年|去年|上年|今年|本年|当年|明年|后年)(?:的)?)'
const FULL_YEAR = YEAR.replace('\\d{4}|\\d{2}', '(?:19|20)\\d{2}')
const MONTH = '(1[0-9]|0?[1-9]|十[一二]?|[一二三四五六七八九])'
const DAY_DIGITS = '(\\d{1,2})'
const DAY_HAN = '([二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)'
/** After a day without 日: none of the words that would make the number a count. */
const NO_UNIT = '(?!年(?!休|假)|[\\d人名个位次期场天周学小分万元台套部辆家条处项%点件例:.月/]|起(?:事故|案))'

function yearFrom(digits: string | undefined, word: string | undefined, today: Day): number | undefined {
  if (word !== undefined) return yearOf(today) + (YEAR_WORDS[word] ?? 0)
  if (digits === undefined) return undefined
  const value = readNumber(digits)
  if (value === undefined) return undefined
  return value < 100 ? 2000 + value : value
}

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : readNumber(text.replace('廿', '二十'))

function dayOfMonth(year: number | undefined, month: number, day: number, setting: DateSetting): DateValue {
  if (year !== undefined) return exactly(makeDay(year, month, day), true)
  return exactly(dayWithoutYear(month, day, setting))
}

const monthDay = (dayPattern: string, ending: string): DateRule => ({
  pattern: new RegExp(`${YEAR}?\\s*${MONTH}\\s*月份?\\s*${dayPattern}\\s*${ending}`, 'y'),
  read: (match, setting) => {
    const month = numberOf(match[3])
    const day = numberOf(match[4])
    if (month === undefined || day === undefined) return undefined
    return dayOfMonth(yearFrom(match[1], match[2], setting.today), month, day, setting)
  },
})

const monthPart: DateRule = {
  pattern: new RegExp(
    `${YEAR}?\\s*${MONTH}\\s*月份?的?(上旬|中旬|下旬|初(?!任|级)|底|末|中(?!间|毒|国|学|心))?`,
    'y',
  ),
  read: (match, setting) => {
    const month = numberOf(match[3])
    if (month === undefined || month < 1 || month > 12) return undefined
    const year = yearFrom(match[1], match[2], setting.today)
    const whole = year === undefined ? monthWithoutYear(month, setting) : monthOfYear(year, month)
    if (whole === undefined) return undefined
    const value = match[4] === undefined ? between(whole[0], whole[1], 'month') : tenDays(whole[0], match[4])
    return year === undefined ? value : { ...value, fixed: true }
  },
}

/** 1—6月: whole months. */
const monthSpan: DateRule = {
  pattern: /(1[0-2]|[1-9])\s*(?:-|—|~|至|到)\s*(1[0-2]|[1-9])月份?(?!\d)/y,
  read: (match, { today }) => {
    const [first, last] = [Number(match[1]), Number(match[2])]
    const from = monthOfYear(yearOf(today), first)
    const to = monthOfYear(yearOf(today), last)
    if (from === undefined || to === undefined || first >= last) return undefined
    const half = last - first === 5 && (first === 1 || first === 7)
    const quarter = last - first === 2 && first % 3 === 1
    return between(from[0], to[1], half ? 'halfYear' : quarter ? 'quarter' : 'season')
  },
}

const dotted: DateRule = {
  pattern:
    /(\d{4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)日?|(2\d)([./])(\d{1,2})\6(\d{1,2})(?![\d.])/y,
  read: (match) => {
    const year = match[1] === undefined ? 2000 + Number(match[5]) : Number(match[1])
    return exactly(makeDay(year, Number(match[3] ?? match[7]), Number(match[4] ?? match[8])), true)
  },
}

const yearMonthDotted: DateRule = {
  pattern: /((?:19|20)\d{2})[./-](0?[1-9]|1[0-2])(?![\d./-])月?/y,
  read: (match) => {
    const whole = monthOfYear(Number(match[1]), Number(match[2]))
    return whole === undefined ? undefined : { ...between(whole[0], whole[1], 'month'), fixed: true }
  },
}

const eightDigits: DateRule = {
  pattern: /((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/y,
  read: (match) => exactly(makeDay(Number(match[1]), Number(match[2]), Number(match[3])), true),
}

const fourDigits: DateRule = {
  pattern: new RegExp(`(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])${NO_UNIT}(?![-A-Za-z号])`, 'y'),
  read: (match, setting) => dayOfMonth(undefined, Number(match[1]), Number(match[2]), setting),
}

const slashed: DateRule = {
  pattern: new RegExp(
    `(1[0-2]|0?[1-9])([./])(3[01]|[12]\\d|0?[1-9])(?!\\d)日?${NO_UNIT}(?![级倍米吨度厘毫千公亿的])`,
    'y',
  ),
  read: (match, setting) => dayOfMonth(undefined, Number(match[1]), Number(match[3]), setting),
}

const wholeYear: DateRule = {
  pattern: new RegExp(
    `${FULL_YEAR}年?(底|末|初|中|上半年|下半年|[春夏秋冬][天季]|全年)?(?!的?第?[一二三四1-4]季度)`,
    'y',
  ),
  read: (match, setting) => {
    const year = yearFrom(match[1], match[2], setting.today)
    return year === undefined || year < 1950 || year > 2100 ? undefined : partOfYear(year, match[3] ?? '')
  },
}

const SEASON: Readonly<Record<string, number>> = { 春: 3, 夏: 6, 秋: 9, 冬: 12 }

/** A year or a named part of it; "底" and "末" are its last day. */
export function partOfYear(year: number, part: string): DateValue {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  if (part === '底' || part === '末') return exactly(last)
  if (part === '初') return between(first, `${year}-01-31`, 'vague', '年初')
  if (part === '中') return between(`${year}-06-01`, `${year}-07-31`, 'vague', '年中')
  if (part === '上半年') return between(first, `${year}-06-30`, 'halfYear')
  if (part === '下半年') return between(`${year}-07-01`, last, 'halfYear')
  const season = SEASON[part.charAt(0)]
  if (season === undefined) return between(first, last, 'year')
  const start = addMonths(first, season - 1)
  return between(start, addDays(addMonths(start, 3), -1), 'season')
}

/** The same month day-only rule for "上个月28号": the month is given by its offset. */
export const dayInMonth = (month: readonly [Day, Day], day: number): DateValue =>
  exactly(makeDay(yearOf(month[0]), Number(month[0].slice(5, 7)), day))

export const monthAt = (today: Day, offset: number): readonly [Day, Day] => monthAround(today, offset)

/** In the order of trying: longer and safer forms first. */
export const absoluteRules: readonly DateRule[] = [
  monthSpan,
  monthDay(DAY_DIGITS, '(?:日|号(?![楼井线机]))'),
  monthDay(DAY_HAN, '(?:日|号(?![楼井线机]))'),
  monthDay(DAY_DIGITS, NO_UNIT),
  dotted,
  yearMonthDotted,
  monthPart,
  eightDigits,
  fourDigits,
  slashed,
  wholeYear,
]
