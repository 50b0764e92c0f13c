// Corrections inside one message: "张三调出,不对是调入" keeps only the last value.

import { NUMBER } from '../numbers/numerals.ts'
import type { Reading } from '../reading.ts'
import { findVerbs } from '../staffing/verbs.ts'

const MARK =
  /\(应该?是|[,。;、\s]*(?:哦|啊|呃|额|哎|噢|唉|嗯)*[,]?(?:不对不对|不对|不不不?|(?<=[,。哦啊呃额])不(?=,)|(?<=[哦啊噢呃])不|(?<=[,。])不(?=,是)|(?:我)?(?:说|写|打|记|报|弄|搞|看|填)错(?:行)?了|错了|口误|更正一下|更正|纠正一下)[,:。!\s]*(?:应该?(?:是|为)?|是|改成|改为)?/

interface Span {
  readonly start: number
  readonly end: number
}

/** The last thing before the mark that is of the same kind as what follows it. */
function replaced(reading: Reading, markStart: number, markEnd: number): Span | undefined {
  const near = (span: Span): boolean => span.start >= markEnd && span.start <= markEnd + 2
  const last = (spans: readonly Span[]): Span | undefined =>
    spans.filter(({ end }) => end <= markStart).at(-1)
  const verbs = findVerbs(reading.text)
  const counts = [
    ...reading.text.matchAll(new RegExp(`${NUMBER}(?:个|名|人|学时|课时|分|天|台|家|万元|元)+`, 'g')),
  ].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  for (const spans of [reading.dates, reading.people, verbs, reading.units, counts]) {
    if (spans.some(near)) {
      const before = last(spans)
      if (before !== undefined) return before
    }
  }
  return undefined
}

/** The text with the withdrawn word taken out; undefined when nothing is corrected inside it. */
export function withoutWithdrawn(reading: Reading): string | undefined {
  const mark = MARK.exec(reading.text)
  if (mark === null || mark.index === 0) return undefined
  const end = mark.index + mark[0].length
  const span = replaced(reading, mark.index, end)
  if (span === undefined) return undefined
  const { text } = reading
  return `${text.slice(0, span.start)}${text.slice(span.end, mark.index).replace(/^了/, '')}${text.slice(span.end === mark.index ? end : end)}`.replace(
    /[,、\s]+(?=[,。;])/g,
    '',
  )
}
