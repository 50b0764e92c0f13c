// Which date of a staffing message is the effective one, which the end, which a birthday.

import { type Day, makeDay, yearOf } from '../dates/calendar.ts'
import type { DateSpan } from '../dates/span.ts'
import { endOf, findDurations } from '../numbers/durations.ts'
import type { Slots } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { findVerbs, mainVerb } from './verbs.ts'

type Role = 'birth' | 'end' | 'other' | 'effective'

function roleOf(date: DateSpan, text: string, temporary: boolean): Role {
  const before = text.slice(Math.max(0, date.start - 6), date.start)
  const after = text.slice(date.end, date.end + 4)
  if (/^(?:出生|生人|生(?=$|[,。;、)]))/.test(after) || /(?:生于|出生|生日|出生于)[::]?$/.test(before))
    return 'birth'
  if (
    date.fixed &&
    date.from !== undefined &&
    /(?:男|女|汉族?|[,(])\s?$/.test(before) &&
    Number(date.from.slice(0, 4)) < 2008
  )
    return 'birth'
  if (/^(?:发证|取得|拿证|毕业|考取|颁发|办的证)/.test(after) || /(?:有效期[至到]?|毕业于?)$/.test(before))
    return 'other'
  if (
    temporary &&
    date.precision !== 'span' &&
    /^(?:结束|为止|止(?=$|[,。;])|期满|到期|返回|返岗|回来)/.test(after)
  )
    return 'end'
  if (temporary && /(?:至|到|截止到?|延长到|期限|止于|到期日?)[::]?$/.test(before)) return 'end'
  if (temporary && /^(?:回|返回|返岗|结束|期满|到期|归队)/.test(after)) return 'end'
  return 'effective'
}

/** Whether a date can be that of the change: no birthday, no day of a certificate. */
export const isEffective = (date: DateSpan, text: string): boolean =>
  roleOf(date, text, false) === 'effective'

/** Slots of an imprecise date. */
export function rangeSlots(date: DateSpan, prefix: string): Slots {
  if (date.from === undefined || date.to === undefined) return { dateText: date.words, dateConfidence: 'low' }
  return {
    ...(date.words === undefined ? {} : { dateText: date.text, dateConfidence: 'low' }),
    [prefix]: [date.from, date.to],
    datePrecision: date.precision,
  }
}

function effectiveSlots(date: DateSpan | undefined, temporary: boolean): Slots {
  if (date === undefined) return {}
  if (date.kind === 'day') return { effectiveDate: date.from }
  if (date.text.endsWith('内'))
    return rangeSlots({ ...date, precision: 'vague', words: date.text }, 'effectiveDateRange')
  if (date.precision === 'span') return { effectiveDate: date.from, endDate: temporary ? date.to : undefined }
  return rangeSlots(date, 'effectiveDateRange')
}

function durationSlots(text: string, from: unknown, temporary: boolean): Slots {
  if (!temporary) return {}
  const duration = findDurations(text).at(-1)
  if (duration === undefined) return {}
  const end = typeof from === 'string' ? endOf(from, duration) : undefined
  return { durationText: duration.text, endDate: end, ...(duration.approx ? { dateConfidence: 'low' } : {}) }
}

const POSTPONED = /(?:推迟|延期|延后|提前|改|顺延)(?:到|至|为|成)$/
const STARTING = /^(?:起|开始|生效|到岗|报到|走的?|退|入职|上班|到的|来的|调|办(?:的|了)?手续)/

function clauseOf(text: string, at: number): readonly [number, number] {
  const start = Math.max(...[',', '。', ';', '\n'].map((mark) => text.lastIndexOf(mark, at - 1)))
  const ends = [',', '。', ';', '\n'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0)
  return [start, ends.length > 0 ? Math.min(...ends) : text.length]
}

/** Of several dates the postponed one, else the one beside the change, else an exact one, else the first. */
function effectiveOf(dates: readonly DateSpan[], text: string): DateSpan | undefined {
  const verb = mainVerb(findVerbs(text))
  const [from, to] = clauseOf(text, verb?.start ?? 0)
  const weight = (date: DateSpan): number => {
    if (POSTPONED.test(text.slice(Math.max(0, date.start - 4), date.start))) return 9
    const near = verb !== undefined && date.start >= from && date.end <= to
    return (near ? 2 : 0) + (STARTING.test(text.slice(date.end)) ? 1 : 0) + (date.kind === 'day' ? 3.5 : 0)
  }
  return [...dates].sort((a, b) => weight(b) - weight(a))[0]
}

/**
 * Dates of one person's change as slots.
 * @param fallback dates told for everybody, used when the person has none of their own
 * @param temporary the change has an end: secondments and leave
 */
export function staffingDates(reading: Reading, fallback: readonly DateSpan[], temporary: boolean): Slots {
  const roles = reading.dates.map((date) => ({ date, role: roleOf(date, reading.text, temporary) }))
  const all = (role: Role): DateSpan[] =>
    roles.filter((r) => r.role === role && r.date.kind !== 'invalid').map(({ date }) => date)
  const own = effectiveOf(all('effective'), reading.text)
  const end = all('end')[0]
  const invalid = reading.dates.find(({ kind }) => kind === 'invalid')
  const effective: Slots =
    invalid !== undefined && (own === undefined || isDayOfChange(invalid, own, reading.text))
      ? { dateText: invalid.text }
      : effectiveSlots(own ?? (end === undefined ? fallback[0] : undefined), temporary)
  const birth = all('birth')[0]
  return {
    ...effective,
    ...durationSlots(reading.text, effective['effectiveDate'], temporary),
    ...(end === undefined ? {} : { endDate: ahead(end, own?.from ?? reading.today) }),
    ...birthSlot(birth),
  }
}

/** 3月3号到应急办上班,6月31号走: the day that does not exist is that of the change, and the other is not. */
function isDayOfChange(invalid: DateSpan, other: DateSpan, text: string): boolean {
  const [from, to] = clauseOf(text, mainVerb(findVerbs(text))?.start ?? 0)
  return invalid.start >= from && invalid.end <= to && (other.end <= from || other.start >= to)
}

/** An end without a year follows the start. */
function ahead({ to, fixed }: DateSpan, start: Day): Day | undefined {
  if (to === undefined || fixed === true || to >= start) return to
  return makeDay(yearOf(to) + 1, Number(to.slice(5, 7)), Number(to.slice(8)))
}

const birthSlot = (birth: DateSpan | undefined): Slots =>
  birth?.from === undefined ? {} : { birth: birth.from.slice(0, BIRTH_LENGTH[birth.precision] ?? 10) }

const BIRTH_LENGTH: Readonly<Record<string, number>> = { month: 7, year: 4 }
