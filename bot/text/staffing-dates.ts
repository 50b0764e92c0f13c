// Which date of a staffing message is the effective one, which the end, which a birthday.

import type { DateSpan } from './date-span.ts'
import { endOf, findDurations } from './durations.ts'
import type { Slots } from './parsed.ts'
import type { Reading } from './reading.ts'

type Role = 'birth' | 'end' | 'other' | 'effective'

function roleOf(date: DateSpan, text: string, temporary: boolean): Role {
  const before = text.slice(Math.max(0, date.start - 6), date.start)
  const after = text.slice(date.end, date.end + 4)
  if (/^(?:出生|生人|生(?=$|[,。;、)]))/.test(after) || /(?:生于|出生|生日|出生于)[::]?$/.test(before))
    return 'birth'
  if (/^(?:发证|取得|拿证|毕业|考取|颁发|办的证)/.test(after) || /(?:有效期[至到]?|毕业于?)$/.test(before))
    return 'other'
  if (temporary && /(?:至|到|截止到?|延长到|期限|止于|到期日?)[::]?$/.test(before)) return 'end'
  return 'effective'
}

/** Slots of an imprecise date. */
export function rangeSlots(date: DateSpan, prefix: string): Slots {
  if (date.from === undefined || date.to === undefined) return { dateText: date.words, dateConfidence: 'low' }
  return {
    ...(date.words === undefined ? {} : { dateText: date.words, dateConfidence: 'low' }),
    [prefix]: [date.from, date.to],
    datePrecision: date.precision,
  }
}

function effectiveSlots(date: DateSpan | undefined, temporary: boolean): Slots {
  if (date === undefined || date.kind === 'invalid') return {}
  if (date.kind === 'day') return { effectiveDate: date.from }
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

/**
 * Dates of one person's change as slots.
 * @param fallback dates told for everybody, used when the person has none of their own
 * @param temporary the change has an end: secondments and leave
 */
export function staffingDates(reading: Reading, fallback: readonly DateSpan[], temporary: boolean): Slots {
  const roles = reading.dates.map((date) => ({ date, role: roleOf(date, reading.text, temporary) }))
  const pick = (role: Role): DateSpan | undefined =>
    roles.find((r) => r.role === role && r.date.kind !== 'invalid')?.date
  const own = pick('effective')
  const end = pick('end')
  const invalid = reading.dates.some(({ kind }) => kind === 'invalid')
  const effective = effectiveSlots(
    own ?? (end === undefined && !invalid ? fallback[0] : undefined),
    temporary,
  )
  const birth = pick('birth')
  return {
    ...effective,
    ...durationSlots(reading.text, effective['effectiveDate'], temporary),
    ...(end?.from === undefined ? {} : { endDate: end.from }),
    ...(birth?.from === undefined ? {} : { birth: birth.from }),
  }
}
