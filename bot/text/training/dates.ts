// The days of a course: first and last, how many, and the day of its exam.

import { daysBetween } from '../dates/calendar.ts'
import type { DateSpan } from '../dates/span.ts'
import { type Duration, endOf, findDurations } from '../numbers/durations.ts'
import type { Slots } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { rangeSlots } from '../staffing/dates.ts'

function spanDays(first: string, last: string): number | undefined {
  const days = daysBetween(first, last) + 1
  return days > 1 ? days : undefined
}

const lengthOf = (text: string): Duration | undefined =>
  /请假|缺/.test(text)
    ? undefined
    : findDurations(text).find(({ days, text: words }) => days !== undefined || words.endsWith('个月'))

const isExamDay = (date: DateSpan, text: string): boolean =>
  date.kind === 'day' &&
  /^(?:组织|进行|统一|参加)?(?:了)?(?:结业|资格|闭卷)?(?:考试|考核|补考)/.test(text.slice(date.end))

/** 18日开始,29日结束: a second day of the same month. */
const CLOSES = /(?<![\d月])(\d{1,2})[日号](?:结束|结业|闭班|截?止)/

/** Last day: of a span, of the second day told, or counted from the start ("3天"). */
function lastDay(first: DateSpan, others: readonly DateSpan[], text: string): string {
  const from = first.from ?? ''
  if (first.kind === 'range' && first.to !== undefined) return first.to
  const second = others.at(-1)?.from
  if (second !== undefined && second > from) return second
  const closing = CLOSES.exec(text.slice(first.end))?.[1]?.padStart(2, '0')
  if (closing !== undefined && closing > from.slice(8)) return `${from.slice(0, 8)}${closing}`
  const length = lengthOf(text)
  return (length === undefined ? undefined : endOf(from, length)) ?? from
}

const ENDS = /^(?:刚|才|已经?|正式)?(?:结业|结束|毕业|闭班|完)/

const BEGINS = /^(?:正式)?(?:开班|开课|开始|开训|起)/

/** 昨天结业,上周一开班: the day of the opening comes first. */
const openingFirst = (days: readonly DateSpan[], text: string): readonly DateSpan[] =>
  days.length === 2 && ENDS.test(text.slice(days[0]?.end)) && !ENDS.test(text.slice(days[1]?.end))
    ? [...days].reverse()
    : days

function vagueSlots(date: DateSpan | undefined, text: string): Slots {
  const length = lengthOf(text)
  const told = length === undefined ? {} : { durationText: length.text, days: length.days }
  if (date === undefined) return told
  const slots = rangeSlots(date, 'dateRange')
  return { ...told, ...slots, datePrecision: date.precision === 'vague' ? undefined : slots['datePrecision'] }
}

function examSlots(date: DateSpan | undefined): Slots {
  if (date?.from === undefined) return {}
  return date.kind === 'day' || date.precision === 'span'
    ? { examDate: date.from }
    : rangeSlots(date, 'examDateRange')
}

/** 今年安排在9月: the month says more than the year. */
const finest = (dates: readonly DateSpan[], exam: DateSpan | undefined): DateSpan | undefined => {
  const others = dates.filter((date) => date !== exam)
  return others.find(({ precision }) => precision !== 'year') ?? others[0]
}

/** Without a day, what was held this morning or just now was held today. */
const JUST_NOW = /(?:^|[,。;])(?:今早|早上|上午|下午|刚才?|刚刚)(?!的)/

const isExact = (date: DateSpan): boolean => date.kind === 'day' || date.precision === 'span'

/** The day of an exam told beside the days of its course; 3月7日考的 is one even alone. */
function examDay(usable: readonly DateSpan[], text: string): DateSpan | undefined {
  const sat = usable.find((date) => date.kind === 'day' && /^考的/.test(text.slice(date.end)))
  return sat ?? (usable.length > 1 ? usable.find((date) => isExamDay(date, text)) : undefined)
}

function courseSlots(days: readonly DateSpan[], first: DateSpan, text: string): Slots {
  const from = first.from ?? ''
  const alone = days.length === 1 && first.kind === 'day' && lengthOf(text) === undefined
  const behind = text.slice(first.end)
  if (alone && ENDS.test(behind)) return { endDate: from }
  if (alone && BEGINS.test(behind) && !CLOSES.test(behind)) return { startDate: from }
  const end = lastDay(first, days, text)
  const length = first.kind === 'day' && end !== from ? lengthOf(text)?.text : undefined
  return {
    startDate: from,
    endDate: end,
    durationText: length !== undefined && /[周月]|星期/.test(length) ? length : undefined,
    days: spanDays(from, end),
  }
}

/** The days told. @param examOnly the message is about an exam alone: its day is the exam's */
export function trainingDates(reading: Reading, examOnly: boolean): Slots {
  const { text, dates, today } = reading
  const usable = dates.filter(({ kind }) => kind !== 'invalid')
  if (examOnly) return examSlots(usable.find(isExact) ?? usable[0])
  if (dates.length === 0 && JUST_NOW.test(text)) return { startDate: today, endDate: today }
  const moved = usable.find(
    (date) => isExact(date) && /(?:推迟|延期|改|提前|顺延)(?:到|至|为)$/.test(text.slice(0, date.start)),
  )
  const exam = examDay(usable, text)
  const told = usable.filter((date) => isExact(date) && date !== exam)
  const days = moved === undefined ? openingFirst(told, text) : [moved]
  const first = days.find(({ precision }) => precision === 'span') ?? days[0]
  const slots = first === undefined ? vagueSlots(finest(usable, exam), text) : courseSlots(days, first, text)
  return { ...slots, examDate: exam?.from }
}
