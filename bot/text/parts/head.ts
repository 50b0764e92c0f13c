// What heads a message of several matters and holds for all of them: a unit, a day, and a mere 情况汇报.

import { type Reading, readAlone } from '../reading.ts'

const LONGEST = 40
/** Words of a heading that tell nothing themselves. */
const EMPTY =
  /^(?:[\s,、的我本各:()]|情况|汇报|报告|工作|上报|报|如下|一下|动态|信息|[日周月]报|近期|安全生产|应急|办|站|镇|乡|局|有|说|向|给|领导|[一二两三四五\d]+(?:件|个|条)事?儿?|以下|几|事项)*$/

export interface Head {
  readonly reading: Reading
  /** Where what it heads begins. */
  readonly end: number
}

/** 郑庄镇3月5日:1.…;2.… */
export function headOf(reading: Reading): Head | undefined {
  const end = reading.text.search(/[:\n]|[。;](?=\s*[(]?[1一])/)
  if (end < 1 || end > LONGEST) return undefined
  const named = [...reading.dates, ...reading.units].filter((span) => span.start < end)
  if (named.length === 0 || named.some((span) => span.end > end)) return undefined
  let rest = reading.text.slice(0, end)
  for (const { text } of named) rest = rest.replace(text, '')
  return EMPTY.test(rest)
    ? { reading: readAlone(reading.text.slice(0, end), reading), end: end + 1 }
    : undefined
}

/** The words of a part under the units and the days of the head; without the days where the part tells its own. */
export function underHead(head: Head | undefined, own: Reading): string {
  if (head === undefined) return own.text
  const { units, dates } = head.reading
  const held = own.dates.length === 0 ? [...units, ...dates] : [...units]
  const words = held.sort((a, b) => a.start - b.start).map(({ text }) => text)
  return `${words.join('')}${own.text}`
}
