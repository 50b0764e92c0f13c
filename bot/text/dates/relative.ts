// Dates that count from the day of the message: 昨天, 上周五, 上个月28号, 月底, 三天前, 15号, 近期.

import { readNumber } from '../numbers/numerals.ts'
import { type DateRule, dayInMonth, monthAt, partOfYear } from './absolute.ts'
import { addDays, addMonths, type Day, mondayOf, monthOf, yearOf } from './calendar.ts'
import { between, type DateValue, dayWithoutYear, exactly, shiftMonth, tenDays } from './span.ts'

const DAY_WORDS: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  当: 0,
  本: 0,
  即: 0,
  明: 1,
  后: 2,
  大后: 3,
}

const nearDay: DateRule = {
  pattern: /(大前|大后|前|昨|今|明|后)(?:天|日(?!志|子|常)|儿个?(?!子)|个儿|晚上?|早上?(?!日)|夜)|(即)日起?/y,
  read: (match, { today }) => exactly(addDays(today, DAY_WORDS[match[1] ?? match[2] ?? '今'] ?? 0)),
}

const WEEK_OFFSET: Readonly<Record<string, number>> = {
  上上上: -3,
  上上: -2,
  上: -1,
  本: 0,
  这: 0,
  这个: 0,
  下: 1,
  下下: 2,
}
const WEEKDAY: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 6,
}

const namedWeekday: DateRule = {
  pattern: /(上上上|上上|上|本|这个|这|下下|下)个?(?:周|星期|礼拜)([一二三四五六日天末](?!期))/y,
  read: (match, { today }) => {
    const monday = addDays(mondayOf(today), 7 * (WEEK_OFFSET[match[1] ?? '本'] ?? 0))
    return exactly(addDays(monday, (WEEKDAY[match[2] ?? '一'] ?? 1) - 1))
  },
}

/** A bare weekday is this week's; last week's when the text tells of the past and it still lies ahead. */
const bareWeekday: DateRule = {
  pattern: /(?:周|星期|礼拜)([一二三四五六日天](?![期年个名人次场天周级\d]))/y,
  read: (match, { today, mood }) => {
    const wanted = WEEKDAY[match[1] ?? '一'] ?? 1
    const day = addDays(mondayOf(today), wanted - 1)
    if (mood === 'past' && day > today) return exactly(addDays(day, -7))
    if (mood === 'future' && day < today) return exactly(addDays(day, 7))
    return exactly(day)
  },
}

const wholeWeek: DateRule = {
  pattern: /(上上|上|本|这个|这|下下|下)(?:一)?个?(?:周|星期|礼拜)(?!岁|年|边|围)/y,
  read: (match, { today }) => {
    const monday = addDays(mondayOf(today), 7 * (WEEK_OFFSET[match[1] ?? '本'] ?? 0))
    return between(monday, addDays(monday, 6), 'week')
  },
}

const MONTH_OFFSET: Readonly<Record<string, number>> = {
  上上: -2,
  上: -1,
  本: 0,
  这: 0,
  当: 0,
  下: 1,
  下下: 2,
}

const namedMonth: DateRule = {
  pattern:
    /(上上|上|本|这|当|下下|下)个?月份?的?(?:([\d]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号)|(上旬|中旬|下旬|初(?!任|级)|底|末|中(?!旬)))?/y,
  read: (match, { today }) => {
    const offset = MONTH_OFFSET[match[1] ?? '本'] ?? 0
    const month = monthAt(today, offset)
    if (match[2] !== undefined) return dayInMonth(month, readNumber(match[2]) ?? 0)
    return match[3] === undefined ? between(month[0], month[1], 'month') : tenDays(month[0], match[3])
  },
}

const monthEdge: DateRule = {
  pattern: /月(底|末|初(?!任|级)|中旬?)(?!考)/y,
  read: (match, { today }) => tenDays(shiftMonth(today, 0), match[1] ?? '底'),
}

const QUARTER: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 }

const YEAR_SHIFT: Readonly<Record<string, number>> = { 去年: -1, 今年: 0, 明年: 1 }

const quarter: DateRule = {
  pattern:
    /(?:(20\d{2})年度?|(去年|今年|明年))?的?(?:第?([一二三四1-4])|(本|这个?|上个?|下个?|当))季度(末|底|初)?|Q([1-4])/y,
  read: (match, { today }) => {
    const year =
      match[1] === undefined ? yearOf(today) + (YEAR_SHIFT[match[2] ?? '今年'] ?? 0) : Number(match[1])
    const current = Math.ceil(monthOf(today) / 3)
    const shift = MONTH_OFFSET[(match[4] ?? '本').charAt(0)] ?? 0
    const number = QUARTER[match[3] ?? match[6] ?? ''] ?? current + shift
    const first = addMonths(`${year}-01-01`, (number - 1) * 3)
    const last = addDays(addMonths(first, 3), -1)
    return match[5] === '末' || match[5] === '底' ? exactly(last) : between(first, last, 'quarter')
  },
}

const yearEdge: DateRule = {
  pattern: /(年底|年末|年中|年初|上半年|下半年)/y,
  read: (match, { today, mood }) => {
    const told = mood === 'past' && /[底末]/.test(match[1] ?? '') && monthOf(today) < 7
    return partOfYear(yearOf(today) - (told ? 1 : 0), (match[1] ?? '').replace(/^年/, ''))
  },
}

function moved(today: Day, amount: number, unit: string): Day {
  if (unit.endsWith('月')) return addMonths(today, Math.trunc(amount))
  if (unit.endsWith('年')) return addMonths(today, Math.round(amount * 12))
  return addDays(today, Math.round(amount * (/周|星期|礼拜/.test(unit) ? 7 : 1)))
}

const offset: DateRule = {
  pattern:
    /(\d{1,3}|[一二两三四五六七八九十]{1,3}|半|俩)(天|个?工作日|日|周|个?星期|个?礼拜|个?月|年)(?:以|之)?(前|后|内)/y,
  read: (match, { today }) => {
    const amount = readNumber(match[1] ?? '') ?? 0
    const unit = match[2] ?? '天'
    const sign = match[3] === '前' ? -1 : 1
    const half = match[1] === '半' && unit.endsWith('月')
    const day = half ? addDays(today, 15 * sign) : moved(today, amount * sign, unit)
    if (match[3] === '内') return between(today, day, 'span')
    return /月|年/.test(unit) ? between(...monthAt(day, 0), 'vague', match[0]) : exactly(day)
  },
}

const FOLLOWS_DAY =
  '(?=$|[,。;、\\s)\\-—~]|调|去|走|到|报|起|开始|上午|下午|晚|早|中午|入|离|退|辞|培|参|组|考|学|前|之|发|检查|会|来|就|那天|当天|左右|至|的|搞|办|举|提醒|叫我)'

/** "15号" alone: the nearest such day. Numbers of buildings, pits and papers are kept out. */
const bareDay: DateRule = {
  pattern: new RegExp(
    `(\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九](?=号))(?:日|号)${FOLLOWS_DAY}`,
    'y',
  ),
  read: (match, setting) => {
    const day = readNumber(match[1] ?? '') ?? 0
    const month = monthOf(setting.today)
    if (day < 1 || day > 31) return undefined
    const same = dayInMonth(monthAt(setting.today, 0), day)
    if (same.from !== undefined && (same.from <= setting.today || setting.mood !== 'past')) return same
    return exactly(dayWithoutYear(month === 1 ? 12 : month - 1, day, setting))
  },
}

const vague: DateRule = {
  pattern:
    /近期|近日|最近|前段时间|前一阵子?|前阵子?|前些天|前些日子|前几天|前两天|过几天|过两天|一直以来|不久前/y,
  read: (match): DateValue => ({ kind: 'vague', precision: 'vague', words: match[0] }),
}

/** In the order of trying. */
export const relativeRules: readonly DateRule[] = [
  nearDay,
  namedWeekday,
  bareWeekday,
  wholeWeek,
  namedMonth,
  quarter,
  offset,
  yearEdge,
  vague,
  bareDay,
  monthEdge,
]
