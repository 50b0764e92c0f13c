// Corrections and withdrawals: which record is meant, which slot, the old and the new value.

import { findCounts } from '../numbers/numerals.ts'
import { type Item, makeItem, type Slot, type Slots } from '../parsed.ts'
import { namesIn, type Reading } from '../reading.ts'
import { certificatesIn, phoneIn } from '../staffing/traits.ts'
import { findVerbs } from '../staffing/verbs.ts'

/** A case or report number as the bot gives them out. */
export const caseNumber = (text: string): string | undefined =>
  /(?<![A-Za-z\d])([A-Za-z]{1,6}-?\d[\dA-Za-z-]{2,24}|(?!1[3-9]\d{9}(?!\d))\d{6,16})(?![A-Za-z\d])/.exec(
    text,
  )?.[1]

const LAST = /^不对|刚才|刚刚|刚|上(?:一)?[条个次]|那[条个]|这[条个]|前面|最后一条/

function referenceOf(reading: Reading): string {
  const number = caseNumber(reading.text)
  const person = namesIn(reading)[0]
  if (number !== undefined) return number
  return person !== undefined && !LAST.test(reading.text) ? person : 'last'
}

/** The record taken back: the last one, a number, or a person's. */
export const cancelItems = (reading: Reading): Item[] => [
  makeItem('cancel', { target: referenceOf(reading) }),
]

interface Change {
  readonly field: string
  readonly value: Slot
}

/** Words whose kind the places would tell: without places a secondment goes out. */
const MEANT: Readonly<Record<string, string>> = {
  lend: 'secondOut',
  move: 'none',
  takeOver: 'none',
  unclear: 'none',
}

/** Numbers with their unit word, by the slot they fill. */
const COUNTED: readonly (readonly [field: string, unit: string])[] = [
  ['hours', '个?(?:学时|课时)'],
  ['days', '天'],
  ['participantCount', '个?人|名|个|位'],
]

function countedIn(words: string): Change | undefined {
  for (const [field, unit] of COUNTED) {
    const count = findCounts(words, unit)[0]
    if (count !== undefined) return { field, value: count.value }
  }
  const score = /(\d{1,3})分/.exec(words)
  return score === null ? undefined : { field: 'score', value: Number(score[1]) }
}

function kindIn(words: string): Change | undefined {
  const verb = findVerbs(words)[0]
  const kind = verb === undefined ? 'none' : (MEANT[verb.meaning] ?? verb.meaning)
  return kind === 'none' ? undefined : { field: 'changeType', value: kind }
}

const asChange = (field: string, value: Slot | undefined): Change | undefined =>
  value === undefined ? undefined : { field, value }

/** Which slot a typed value fills: a date, a number, a telephone, a certificate, a kind of change, a name, a unit. */
function changeOf(words: string, reading: Reading): Change | undefined {
  const date = reading.dates.find(({ text, kind }) => kind === 'day' && words.includes(text))
  return (
    asChange('effectiveDate', date?.from) ??
    countedIn(words) ??
    asChange('phone', phoneIn(words)) ??
    asChange('certificates', certificatesIn(words)[0]) ??
    kindIn(words) ??
    asChange('person', reading.people.find(({ name }) => words.includes(name))?.name) ??
    asChange('unit', reading.units.find(({ text }) => words.includes(text))?.name)
  )
}

const SPLIT =
  /(?:应该?(?:是|为)|实际(?:是|为)?(?=\d)|(?:时间|日期|人数|学时|电话|手机|成绩|单位|职务|岗位)(?:是|为|:)|改成|改为|改到|更正为|更改为|换成|(?<!不)是)/

const TO = /^(?:份|[初中末底]|开始|起|日|号)?(?:到|至|--?|—+|~)$/

/** 3月4号到4月2号, 3月到4月: both ends of a range, months whole. */
function rangeIn(words: string, { dates, text }: Reading): readonly [Slot, Slot] | undefined {
  const told = dates.filter((date) => date.from !== undefined && date.to !== undefined)
  const [range] = told.filter(({ precision, text: own }) => precision === 'span' && words.includes(own))
  if (range?.from !== undefined && range.to !== undefined) return [range.from, range.to]
  for (const [index, first] of told.entries()) {
    const second = told[index + 1]
    const joined = second !== undefined && TO.test(text.slice(first.end, second.start))
    const ends = joined && words.includes(text.slice(first.start, second.end))
    if (ends && first.from !== undefined && second.to !== undefined) return [first.from, second.to]
  }
  return undefined
}

/** 学时80写成了60: the right value stands before the wrong one. */
function misprint(text: string): readonly [right: string, wrong: string] | undefined {
  const match = /([^,。;\n]{1,20}?)(?:写|报|填|打|说)成了?([^,。;\n]{1,20})/.exec(text)
  return match === null ? undefined : [match[1] ?? '', match[2] ?? '']
}

const NOT_BUT =
  /不是([^,。;\n]{1,20}?)(?:,|而)?(?:应该)?是([^,。;\n]{1,20})|(?:应该?)?是([^,。;\n]{1,20}?)[,]?(?:而)?不是([^,。;\n]{1,20})|(?:把|将)?([^,。;\n]{1,24}?)(?:改成|改为|改到|更正为|换成)([^,。;\n]{1,20})/

/** The words of the right value and of the wrong one. */
function wordsOf(text: string): readonly [right: string, wrong: string] {
  const not = NOT_BUT.exec(text)
  const right =
    not?.[2] ??
    not?.[3] ??
    not?.[6] ??
    (SPLIT.test(text) ? text.split(SPLIT).at(-1) : /补充(?:一下|说明|一点)?[,:]?(.*)/.exec(text)?.[1]) ??
    ''
  return misprint(text) ?? [right, not?.[1] ?? not?.[4] ?? not?.[5] ?? '']
}

/** What is wrong and what it should be: "是3月6号不是3月5号", "改成注安师"; a range of days carries both of them. */
export function correctionItems(reading: Reading): Item[] {
  const { text } = reading
  const [right, wrong] = wordsOf(text)
  const next = changeOf(right, reading)
  const previous = changeOf(wrong, reading)
  const named = fieldNamed(text)
  const post =
    named === 'role'
      ? asChange('role', /^(?:了|是|为|:)?(\p{Script=Han}{2,12})/u.exec(right)?.[1])
      : undefined
  const plain = named === undefined ? undefined : plainNumbers(wrong, right, named)
  const range = rangeIn(right === '' ? text : right, reading)
  return [
    makeItem('correction', {
      target: referenceOf(reading),
      field: named ?? next?.field ?? previous?.field ?? (range === undefined ? undefined : 'effectiveDate'),
      oldValue: previous !== undefined && previous.field === next?.field ? previous.value : undefined,
      newValue: post?.value ?? next?.value ?? (named === 'phone' ? phoneIn(text) : undefined),
      dateRange: range,
      ...plain,
    }),
  ]
}

/** 参训人数28改成26: numbers whose unit the name of the field tells. */
function plainNumbers(oldWords: string, newWords: string, field: string): Slots {
  if (!/^(?:hours|days|participantCount|score|passCount)$/.test(field)) return {}
  const [before, after] = [oldWords, newWords].map((words) => /\d+(?:\.\d+)?(?!.*\d)/.exec(words)?.[0])
  if (after === undefined) return {}
  return { ...(before === undefined ? {} : { oldValue: Number(before) }), newValue: Number(after) }
}

function fieldNamed(text: string): string | undefined {
  const names: readonly (readonly [string, RegExp])[] = [
    ['hours', /学时|课时/],
    ['passCount', /(?:合格|通过|及格)人数/],
    ['participantCount', /人数|参训/],
    ['score', /成绩|分数/],
    ['phone', /电话|手机/],
    ['role', /职务|职位|岗位(?!培训)/],
    ['person', /(?:名字|姓名)/],
    ['endDate', /结束(?:时间|日期)/],
    ['startDate', /开始(?:时间|日期)|培训(?:时间|日期)/],
  ]
  return names.find(([, pattern]) => pattern.test(text))?.[0]
}
