// When a hazard was seen and until when it must be put right.

import { addDays } from '../dates/calendar.ts'
import type { DateSpan } from '../dates/span.ts'
import { ONGOING } from '../lexicon/danger.ts'
import { findClocks } from '../numbers/clock.ts'
import { readNumber } from '../numbers/numerals.ts'
import type { Slots } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { tellsInspection } from './reporter.ts'

const DUE_AFTER = /^(?:之?前|以前|内|底前)?[^,。;]{0,4}(?:整改|完成|改完|到位)|^(?:之?前|以前)/
const DUE_BEFORE = /(?:限期?|期限|责令|整改至|截止|要求)(?:于|在|到|至|:)?$/

const isDeadline = ({ kind, start, end }: DateSpan, text: string): boolean =>
  kind === 'day' &&
  (DUE_AFTER.test(text.slice(end, end + 8)) || DUE_BEFORE.test(text.slice(Math.max(0, start - 5), start)))

/** The last day for putting it right: a day, or the end of "七日内". */
export function deadlineOf(reading: Reading): string | undefined {
  const date = reading.dates.find((span) => isDeadline(span, reading.text))
  if (date?.from !== undefined) return date.from
  const within = reading.dates.find(
    ({ kind, precision, text }) => kind === 'range' && precision === 'span' && text.endsWith('内'),
  )
  const days = readNumber(/限(?:期)?([\d一二两三四五六七八九十]{1,2})[天日]/.exec(reading.text)?.[1] ?? '')
  return within?.to ?? (days === undefined ? undefined : addDays(reading.today, days))
}

const stamp = (date: DateSpan): string =>
  date.time === undefined ? (date.from ?? '') : `${date.from}T${date.time}`

/** 某某路12号 is a house, not a day. */
const isHouseNumber = ({ start, text: words }: DateSpan, text: string): boolean =>
  /^\d{1,2}号/.test(words) && /[路街巷道弄院村]$/.test(text.slice(0, start))

/** The day (and hour) it was seen, a range when the text is imprecise; nothing for what happens every day. */
export function occurredOf(reading: Reading, inspection: boolean): Slots {
  const { text, today } = reading
  if (/每天|天天|每晚|每日/.test(text)) return {}
  const seen = reading.dates.filter(
    (span) =>
      !isDeadline(span, text) &&
      !/比$/.test(text.slice(0, span.start)) &&
      span.from !== undefined &&
      span.from <= today &&
      !isHouseNumber(span, text),
  )
  const day = seen.find(({ kind }) => kind === 'day')
  if (day !== undefined) return { occurredAt: stamp(day) }
  const ongoing = ONGOING.test(text)
  const span = seen.find(
    ({ kind, precision, text: words }) => kind === 'range' && precision !== 'year' && !words.endsWith('内'),
  )
  if (span?.from !== undefined && span.to !== undefined && !ongoing)
    return {
      dateRange: [span.from, span.to],
      datePrecision: span.precision === 'season' ? 'vague' : span.precision,
    }
  const clock = findClocks(text)[0]
  const habit = clock !== undefined && /^(?:晚上|夜里|半夜|夜间|凌晨|深夜)/.test(text.slice(clock.start))
  if (clock !== undefined && !ongoing && !habit) return { occurredAt: `${today}T${clock.time}` }
  const soon = /(?:^|[,。;])(?:早上|今早|上午|中午|下午|刚才|刚刚|傍晚|刚)/.test(text)
  return (inspection && tellsInspection(text)) || soon ? { occurredAt: today } : {}
}
