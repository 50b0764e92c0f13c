// Dates told by festivals: 元旦后, 清明前一天, 中秋节后第一个工作日, 年前 (before the Spring Festival).
// Holidays and working days come from chinese-days; beyond its data the usual length is taken.

import chineseDays from 'chinese-days'
import { readNumber } from '../numbers/numerals.ts'
import type { DateRule } from './absolute.ts'
import { addDays, type Day, daysBetween, monthAround, yearOf } from './calendar.ts'
import { between, type DateSetting, type DateValue, exactly } from './span.ts'

const CANONICAL: Readonly<Record<string, string>> = {
  年: '春节',
  过年: '春节',
  过完年: '春节',
  过了年: '春节',
  大年: '春节',
  五一: '劳动节',
  十一: '国庆',
  清明节: '清明',
  中秋节: '中秋',
  端午节: '端午',
  国庆节: '国庆',
  元旦节: '元旦',
  劳动: '劳动节',
}
const FIXED: Readonly<Record<string, string>> = { 元旦: '01-01', 劳动节: '05-01', 国庆: '10-01' }
const LUNAR: Readonly<Record<string, string>> = { 春节: '01-01', 端午: '05-05', 中秋: '08-15', 元宵: '01-15' }
const USUAL_LENGTH: Readonly<Record<string, number>> = { 国庆: 7, 春节: 8, 劳动节: 5 }

/** The day itself in a year; undefined for a name this file does not know. */
function festivalDay(name: string, year: number): Day | undefined {
  if (name === '除夕') return addDays(festivalDay('春节', year) ?? `${year}-02-01`, -1)
  const fixed = FIXED[name]
  if (fixed !== undefined) return `${year}-${fixed}`
  if (name === '清明') return chineseDays.getSolarTermDate(year, 4, 'pure_brightness')
  const lunar = LUNAR[name]
  return lunar === undefined ? undefined : chineseDays.getSolarDateFromLunar(`${year}-${lunar}`).date
}

/** True on a day that is worked: Monday to Friday and make-up days, without the holidays. */
const isWorkday = (day: Day): boolean => chineseDays.isWorkday(day)

function lastHoliday(name: string, day: Day): Day {
  let last = day
  while (daysBetween(day, last) < 10 && !isWorkday(addDays(last, 1))) last = addDays(last, 1)
  const usual = addDays(day, (USUAL_LENGTH[name] ?? 1) - 1)
  return yearOf(day) > 2026 && last < usual ? usual : last
}

function firstHoliday(day: Day): Day {
  let first = day
  while (daysBetween(first, day) < 10 && !isWorkday(addDays(first, -1))) first = addDays(first, -1)
  return first
}

function nthWorkday(from: Day, count: number, step: 1 | -1): Day {
  let day = from
  let left = count
  while (left > 0) {
    day = addDays(day, step)
    if (isWorkday(day)) left -= 1
  }
  return day
}

const chooseYear = (name: string, word: string | undefined, setting: DateSetting): number => {
  const year = yearOf(setting.today)
  if (word !== undefined) return year + ({ 去年: -1, 今年: 0, 明年: 1 }[word] ?? 0)
  const day = festivalDay(name, year) ?? setting.today
  if (setting.mood === 'past') return daysBetween(setting.today, day) > 60 ? year - 1 : year
  // At the end of December 元旦后 is the coming one.
  return daysBetween(day, setting.today) > 300 ? year + 1 : year
}

function beforeFestival(name: string, day: Day, words: string): DateValue {
  const last = addDays(day, -1)
  const first = name === '春节' ? `${yearOf(day)}-01-01` : monthAround(last, 0)[0]
  return between(first, last, 'vague', words)
}

/** What was done after a festival was done by today. */
function afterFestival(name: string, day: Day, words: string, { today, mood }: DateSetting): DateValue {
  const first = addDays(lastHoliday(name, day), 1)
  const last = monthAround(first, 0)[1]
  const done = mood === 'past' && first <= today && today < last
  return between(first, done ? today : last, 'vague', words)
}

function nearFestival(name: string, day: Day, side: string, detail: string): DateValue | undefined {
  const workday = /(?:第|头|最后)?([一二三四五1-5首])个?(?:工作日|上班日)/.exec(detail.replace('首', '一'))
  if (workday !== null) {
    const count = readNumber(workday[1] ?? '') ?? 1
    return exactly(
      side === '后' ? nthWorkday(lastHoliday(name, day), count, 1) : nthWorkday(firstHoliday(day), count, -1),
    )
  }
  const nthDay = /(?:第|头|最后)?([一二两三四五1-5])[天日]/.exec(detail)
  if (nthDay === null) return undefined
  const count = readNumber(nthDay[1] ?? '') ?? 1
  if (side === '前') return exactly(addDays(day, -count))
  return exactly(addDays(/^[第头]/.test(detail) ? lastHoliday(name, day) : day, count))
}

const NAMES =
  '元旦节?|春节|除夕|过[完了]?年|清明节?|五一|劳动节|端午节?|中秋节?|国庆节?|十一(?=[前后放期假节])|元宵节?'
const DETAIL =
  '(?:的)?(?:上班的?)?((?:(?:第|头|最后)?[一二三四五1-5]|首)个?(?:工作日|上班日)|(?:第|头|最后)?[一二两三四五1-5][天日])'

const festival: DateRule = {
  pattern: new RegExp(
    `(去年|今年|明年)?(?:的)?(?:(${NAMES})(?:放假|假期|长假|小长假|节|假)?(?:(?:之|以|过)?(前|后|期间|当天|那天|上班)|(放完假?|休完假?|过完|收假|结束|回来)(?:之|以)?后?)?|(?:过完)?(年)(前|后)(?!勤|续|期|备|台|来(?![的了])|面|的?\\d))(?:${DETAIL})?`,
    'y',
  ),
  read: (match, setting) => {
    const raw = match[2] ?? match[5] ?? ''
    const name =
      CANONICAL[raw] ?? raw.replace(/节$/, (end) => (raw === '春节' || raw === '劳动节' ? end : ''))
    const side = match[3] ?? (match[4] === undefined && !/^过[完了]/.test(raw) ? match[6] : '后') ?? ''
    const day = festivalDay(name, chooseYear(name, match[1], setting))
    if (day === undefined) return undefined
    const exact = match[7] === undefined ? undefined : nearFestival(name, day, side, match[7])
    if (exact !== undefined) return exact
    if (side === '前') return beforeFestival(name, day, match[0])
    if (side === '后' || side === '上班') return afterFestival(name, day, match[0], setting)
    return side === '期间' ? between(firstHoliday(day), lastHoliday(name, day), 'span') : exactly(day)
  },
}

/** 正月初六, 腊月二十三: the lunar day nearest to today; the twelfth month is that of the year before. */
const lunar: DateRule = {
  pattern:
    /(正月|腊月)(?:初)?([二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号)?/y,
  read: (match, { today }) => {
    const day = readNumber((match[2] ?? '').replace('廿', '二十')) ?? 0
    const first = match[1] === '正月'
    const days = [-1, 0, 1].flatMap((shift) => lunarDay(yearOf(today) + shift, first ? 1 : 12, day))
    const [nearest] = days.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))
    return nearest === undefined ? undefined : exactly(nearest)
  },
}

function lunarDay(year: number, month: number, day: number): Day[] {
  if (day < 1 || day > 30) return []
  const two = (number: number): string => String(number).padStart(2, '0')
  return [chineseDays.getSolarDateFromLunar(`${year}-${two(month)}-${two(day)}`).date]
}

/** 今年正月: the whole lunar month, that of the year told or the one nearest behind. */
const lunarMonth: DateRule = {
  pattern: /(今年|去年)?(正月|腊月)(?:里|份)/y,
  read: (match, { today }) => {
    const month = match[2] === '正月' ? 1 : 12
    const shift =
      match[1] === '去年' || (match[1] === undefined && (lunarDay(yearOf(today), month, 1)[0] ?? '') > today)
        ? -1
        : 0
    const [first] = lunarDay(yearOf(today) + shift, month, 1)
    const [last] = lunarDay(yearOf(today) + shift, month, 29)
    return first === undefined || last === undefined ? undefined : between(first, last, 'month')
  },
}

export const festivalRules: readonly DateRule[] = [festival, lunar, lunarMonth]
