// Nil reports and head-counts: "本周无人员变动", "编制4 在岗4 无变化".

import { isoWeek } from '../dates/calendar.ts'
import { NIL, NOT_STATED } from '../lexicon/nil.ts'
import { type Intent, type Item, makeItem, type Slots } from '../parsed.ts'
import type { Reading } from '../reading.ts'

const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['hazard', /隐患|排查/],
  ['accident', /事故/],
  ['training', /培训|轮训/],
  ['tip', /举报|投诉|线索/],
  ['staffing', /人员|岗位|机构|队伍|变动|变化|调整/],
]

/** The reporting period of the message: the week of today unless it says otherwise. */
function periodOf(reading: Reading): string {
  const week = /第(\d{1,2})周/.exec(reading.text)?.[1]
  if (week !== undefined) return `${isoWeek(reading.today).slice(0, 4)}-W${week.padStart(2, '0')}`
  // 与上周一致 compares; the week reported on is this one.
  const span = reading.dates.find(
    ({ kind, start }) => kind === 'range' && !/[与和跟同]$/.test(reading.text.slice(0, start)),
  )
  const from = span?.from ?? reading.today
  if (span?.precision === 'month') return from.slice(0, 7)
  if (span?.precision === 'halfYear') return `${from.slice(0, 4)}-H${from.slice(5, 7) === '01' ? 1 : 2}`
  if (span?.precision === 'quarter') return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`
  if (span?.precision === 'year') return from.slice(0, 4)
  return isoWeek(
    span?.precision === 'week'
      ? from
      : (reading.dates.find(({ kind }) => kind === 'day')?.from ?? reading.today),
  )
}

/** Stated, not asked: a nil report counts as data, and a question must never become one. */
export const isNil = (text: string): boolean =>
  NIL.test(text) && !NOT_STATED.test(text) && !/,但|但是|除了|除.{1,10}外/.test(text)

/** The topics a clause says nothing happened in: 人员、隐患均无变化 are two. */
function topicsIn(clause: string): string[] {
  if (!NIL.test(clause)) return []
  const named = TOPICS.filter(([, pattern]) => pattern.test(clause)).map(([topic]) => topic)
  if (named.length < 2) return named.length === 0 ? ['staffing'] : named
  const listed = /[、和及]/.test(clause)
  return named.filter(
    (topic, index) => index === 0 || (listed && (topic !== 'staffing' || PEOPLE.test(clause))),
  )
}

const PEOPLE = /人员|岗位|机构|队伍|人事/

/** Topics whose nil report is a report of that kind. */
const KIND: Readonly<Record<string, Intent>> = {
  hazard: 'hazard',
  tip: 'hazard',
  accident: 'accident',
  training: 'training',
}

/** What kind of report a nil report is; several kinds make a mixed one. */
export function nilIntent(reading: Reading): Intent {
  const kinds = new Set(nilReports(reading).map((item) => KIND[String(item['topic'])] ?? 'staffing'))
  const [only] = kinds
  return kinds.size > 1 ? 'mixed' : (only ?? 'staffing')
}

/** The nil reports of the message: one per topic its clauses name. */
export function nilReports(reading: Reading): Item[] {
  if (!isNil(reading.text)) return []
  const clauses = reading.text.split(/[,。;\n]/)
  const named = clauses.filter((clause) => TOPICS.some(([, pattern]) => pattern.test(clause)))
  const told = (named.some((clause) => NIL.test(clause)) ? named : clauses).flatMap(topicsIn)
  const list = told.length > 0 ? told : topicsIn(reading.text)
  const slots: Slots = { unit: reading.sender.unit, period: periodOf(reading) }
  return [...new Set(list)].map((topic) => makeItem('nilReport', { topic, ...slots }))
}
