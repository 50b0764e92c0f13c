// Finds every date expression of a text, joins "A 至 B" to one range, and answers parseDate for handlers.

import { normalise } from '../form/normalise.ts'
import { type ClockTime, findClocks } from '../numbers/clock.ts'
import { readNumber } from '../numbers/numerals.ts'
import { absoluteRules, type DateRule } from './absolute.ts'
import {
  addDays,
  type Day,
  dayOf as dayNumber,
  daysBetween,
  makeDay,
  monthAround,
  monthOf,
  weekday,
  yearOf,
} from './calendar.ts'
import { festivalRules } from './festival.ts'
import { localSetting, moodOf } from './mood.ts'
import { relativeRules } from './relative.ts'
import type { DateSetting, DateSpan, DateValue, Mood } from './span.ts'

const RULES: readonly DateRule[] = [...festivalRules, ...absoluteRules, ...relativeRules]
const STARTS =
  /[\d一二三四五六七八九十廿今昨前大明后上下本这当即周星礼月年元春过清五劳端中国正腊除去半俩两第近最不Q]/
/** A digit here continues a number, a clock, a code or a paper's number. */
const CONTINUES = /[\dA-Za-z〕\]][.:/-]?$|-$/
/** 1.3月5日: a list number, then a date. */
const LISTED = /(?:^|\n)\d{1,2}\.$/

function readAt(text: string, at: number, setting: DateSetting): DateSpan | undefined {
  for (const rule of RULES) {
    rule.pattern.lastIndex = at
    const match = rule.pattern.exec(text)
    if (match === null || match[0] === '') continue
    const value = rule.read(match, setting)
    if (value !== undefined) return { ...value, start: at, end: at + match[0].length, text: match[0] }
  }
  return undefined
}

const CONNECTOR =
  /(?:日|号)?(?:就|正式)?(?:起|开始|开班|开课|开训)?(?:的|了)?(?:,)?\s*(?:--?|—+|~|至|到|\/(?=\d+月))\s*(?:到)?/y
const DAY_ONLY =
  /(\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(日|号)?(?![\d人名个位次期场年天周学小月分万元台套部辆家条处项%:./-])/y

function dayOnly(text: string, at: number, first: DateSpan): DateSpan | undefined {
  DAY_ONLY.lastIndex = at
  const match = DAY_ONLY.exec(text)
  const from = first.from
  if (match === null || from === undefined) return undefined
  if (match[2] === undefined && !/^\d+$/.test(match[1] ?? '')) return undefined
  const number = readNumber(match[1] ?? '') ?? 0
  const month = number < dayNumber(from) ? monthAround(from, 1)[0] : from
  const day = makeDay(yearOf(month), monthOf(month), number)
  const place = { start: at, end: at + match[0].length, text: match[0] }
  if (day === undefined) return { kind: 'invalid', precision: 'day', ...place }
  return { kind: 'day', precision: 'day', from: day, to: day, ...place }
}

const addYears = (day: Day, years: number): Day =>
  makeDay(yearOf(day) + years, monthOf(day), Number(day.slice(8))) ?? day

/** 12月20日—1月5日: the end follows the start; the one whose year was not written moves. */
function alignYears(from: Day, to: Day, second: DateSpan, today: Day): readonly [Day, Day] {
  if (to >= from || second.fixed) return [from, to]
  const later = addYears(to, 1)
  return daysBetween(today, later) > 366 ? [addYears(from, -1), to] : [from, later]
}

function followYear(first: DateSpan, second: DateSpan): Day {
  const to = second.to ?? ''
  if (second.fixed || !first.fixed || first.from === undefined) return to
  const same = addYears(to, yearOf(first.from) - yearOf(to))
  return same >= first.from ? same : addYears(same, 1)
}

function join(first: DateSpan, second: DateSpan, source: string, today: Day): DateSpan {
  const place = { start: first.start, end: second.end, text: source.slice(first.start, second.end) }
  if (first.from === undefined || second.to === undefined) {
    return { ...(first.from === undefined ? second : first), ...place }
  }
  const [from, to] = alignYears(first.from, followYear(first, second), second, today)
  const fixed = first.fixed ?? second.fixed
  return { kind: 'range', precision: 'span', from, to, ...(fixed ? { fixed } : {}), ...place }
}

/** 下下周一到周五: a bare weekday after a day is the next such day. */
function sameWeek(first: DateSpan, second: DateSpan | undefined): DateSpan | undefined {
  if (second?.from === undefined || first.from === undefined || !/^(?:周|星期|礼拜)/.test(second.text))
    return undefined
  const day = addDays(first.from, (weekday(second.from) - weekday(first.from) + 7) % 7)
  return { ...second, from: day, to: day }
}

const LISTED_DAYS = /(?:日|号)?((?:、\d{1,2}(?:日|号)?){0,5})[、和及](\d{1,2})(?:日|号)/y

/** 3月18、19日: days one after the other are a span. */
function listedDays(first: DateSpan, text: string): DateSpan | undefined {
  LISTED_DAYS.lastIndex = first.end
  const match = LISTED_DAYS.exec(text)
  if (match === null || first.kind !== 'day' || first.from === undefined) return undefined
  const to = addDays(first.from, match[0].split(/[、和及]/).length - 1)
  if (dayNumber(to) !== Number(match[2])) return undefined
  const end = first.end + match[0].length
  const place = { start: first.start, end, text: text.slice(first.start, end) }
  return { kind: 'range', precision: 'span', from: first.from, to, ...place }
}

function extend(first: DateSpan, text: string, setting: DateSetting): DateSpan[] {
  const listed = listedDays(first, text)
  if (listed !== undefined) return [listed]
  CONNECTOR.lastIndex = first.end
  const link = CONNECTOR.exec(text)
  if (link === null || first.kind === 'vague') return [first]
  const at = first.end + link[0].length
  const whole = readAt(text, at, setting)
  const exact = whole?.kind === 'day' || whole?.kind === 'invalid' ? whole : undefined
  const second = sameWeek(first, exact) ?? dayOnly(text, at, first) ?? exact
  if (second === undefined) return [first]
  if (first.kind === 'invalid' || second.kind === 'invalid') {
    return [first, second]
  }
  return [join(first, second, text, setting.today)]
}

function withClock(span: DateSpan, clocks: readonly ClockTime[], text: string): DateSpan {
  if (span.kind !== 'day' || span.from === undefined) return span
  const clock = clocks.find(
    (c) =>
      (c.start >= span.start && c.start < span.end && c.end > span.end && /^[昨今明]/.test(span.text)) ||
      (c.start >= span.end && /^[\s,的(日号]{0,3}$/.test(text.slice(span.end, c.start))),
  )
  if (clock === undefined) return span
  const day = addDays(span.from, clock.dayShift)
  return {
    ...span,
    from: day,
    to: day,
    time: clock.time,
    end: clock.end,
    text: text.slice(span.start, clock.end),
  }
}

function continues(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at)
  return CONTINUES.test(before) && !(LISTED.test(before) && /^\d{1,2}月/.test(text.slice(at)))
}

/** Every date expression of a normalised text, in order, none overlapping. */
export function findDates(text: string, today: Day, mood: Mood = moodOf(text)): DateSpan[] {
  const setting: DateSetting = { today, mood: mood === 'past' ? 'open' : mood }
  const clocks = findClocks(text)
  const found: DateSpan[] = []
  let at = 0
  while (at < text.length) {
    const char = text.charAt(at)
    const inside = /\d/.test(char) && continues(text, at)
    const first =
      STARTS.test(char) && !inside ? readAt(text, at, localSetting(text, at, setting, mood)) : undefined
    if (first === undefined) at += 1
    else {
      const spans = extend(first, text, setting).map((span) => withClock(span, clocks, text))
      found.push(...spans)
      at = Math.max(at + 1, spans.at(-1)?.end ?? at + 1)
    }
  }
  return found
}

/** What a typed date means: for form fields and typed answers to a question. */
export type ReadDate =
  | { readonly kind: 'exact'; readonly day: Day; readonly time?: string }
  | { readonly kind: 'range'; readonly from: Day; readonly to: Day; readonly precision: string }
  | { readonly kind: 'invalid'; readonly read: string; readonly why: string }
  | { readonly kind: 'none' }

/**
 * Reads the first date of a short text ("3月6号吧", "上周五").
 * `invalid` carries the words as written and why no calendar has that day, in Chinese for the reply.
 */
export function parseDate(text: string, today: Day): ReadDate {
  const span = findDates(normalise(text), today)[0]
  if (span === undefined || span.kind === 'vague') return { kind: 'none' }
  if (span.kind === 'invalid')
    return { kind: 'invalid', read: span.text, why: `日历上没有${span.text}这一天` }
  const { from, to } = span as DateValue & { from: Day; to: Day }
  if (span.kind === 'range') return { kind: 'range', from, to, precision: span.precision }
  return { kind: 'exact', day: from, ...(span.time === undefined ? {} : { time: span.time }) }
}
