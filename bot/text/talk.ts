// Talk around the reports: queries, corrections, withdrawals, reminders, promises, thanks and greetings.

import { isoWeek } from './calendar.ts'
import { findCounts } from './numerals.ts'
import { type Item, makeItem, type Slot } from './parsed.ts'
import { topicOf } from './query-topic.ts'
import { namesIn, type Reading } from './reading.ts'
import { certificatesIn, phoneIn } from './staffing-traits.ts'
import { findVerbs } from './staffing-verbs.ts'

const LEVELS: readonly (readonly [string, RegExp])[] = [
  ['township', /(?:哪些|各|哪几个|每个|多少个?)(?:乡镇|镇|乡|街道)|乡镇(?:街道)?(?:里|中)?/],
  ['county', /(?:哪些|各|哪几个|每个)(?:县|区)|各县(?:市|区|\(市)?/],
  ['village', /(?:哪些|各|哪几个)村/],
  ['department', /(?:哪些|各|哪几个)(?:部门|单位|局)/],
]

function periodIn(reading: Reading): string | undefined {
  const span = reading.dates.find(({ kind }) => kind === 'range')
  const from = span?.from
  if (span === undefined || from === undefined) return undefined
  if (span.precision === 'week') return isoWeek(from)
  if (span.precision === 'quarter') return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`
  if (span.precision === 'year') return from.slice(0, 4)
  return span.precision === 'month' ? from.slice(0, 7) : undefined
}

const caseNumber = (text: string): string | undefined =>
  /(?<![A-Za-z\d])([A-Za-z]{1,6}-?\d[\dA-Za-z-]{2,24}|\d{6,16})(?![A-Za-z\d])/.exec(text)?.[1]

/** What the message asks for. */
export function queryItems(reading: Reading): Item[] {
  const { text, sender } = reading
  const place = reading.units.find(({ candidates }) => candidates === undefined)
  const whole = /全市/.test(text)
    ? '晋城市'
    : /全(?:县|区)|我(?:县|区)/.test(text)
      ? sender.county
      : /我们?(?:镇|乡|局|街道|单位|站)/.test(text)
        ? sender.unit
        : undefined
  return [
    makeItem('query', {
      queryTopic: topicOf(text) ?? 'other',
      unit: place?.name ?? whole,
      period: periodIn(reading),
      level: LEVELS.find(([, pattern]) => pattern.test(text))?.[0],
      person: namesIn(reading)[0],
      caseNo: caseNumber(text),
    }),
  ]
}

const LAST = /刚才|刚刚|刚|上(?:一)?[条个次]|那[条个]|这[条个]|前面|最后一条/

function referenceOf(reading: Reading): string {
  const number = caseNumber(reading.text)
  const person = namesIn(reading)[0]
  if (number !== undefined) return number
  return person !== undefined && !LAST.test(reading.text) ? person : 'last'
}

export const cancelItems = (reading: Reading): Item[] => [
  makeItem('cancel', { target: referenceOf(reading) }),
]

interface Change {
  readonly field: string
  readonly value: Slot
}

/** Which slot a typed value belongs to: a date, a head-count, hours, a certificate, a phone, a kind of change, a name. */
function changeOf(words: string, reading: Reading): Change | undefined {
  const date = reading.dates.find(({ text, kind }) => kind === 'day' && words.includes(text))
  if (date?.from !== undefined) return { field: 'effectiveDate', value: date.from }
  const hours = findCounts(words, '个?(?:学时|课时)')[0]
  if (hours !== undefined) return { field: 'hours', value: hours.value }
  const days = findCounts(words, '天')[0]
  if (days !== undefined) return { field: 'days', value: days.value }
  const heads = findCounts(words, '个?人|名|个|位')[0]
  if (heads !== undefined) return { field: 'participantCount', value: heads.value }
  const phone = phoneIn(words)
  if (phone !== undefined) return { field: 'phone', value: phone }
  const certificate = certificatesIn(words)[0]
  if (certificate !== undefined) return { field: 'certificates', value: certificate }
  const score = /(\d{1,3})分/.exec(words)
  if (score !== null) return { field: 'score', value: Number(score[1]) }
  const verb = findVerbs(words)[0]
  if (verb !== undefined && verb.meaning !== 'move') return { field: 'changeType', value: verb.meaning }
  const person = reading.people.find(({ name }) => words.includes(name))
  if (person !== undefined) return { field: 'person', value: person.name }
  const unit = reading.units.find(({ text }) => words.includes(text))
  return unit === undefined ? undefined : { field: 'unit', value: unit.name }
}

const SPLIT = /(?:应该?(?:是|为)|改成|改为|更正为|更改为|换成|(?<!不)是)/

/** What is wrong and what it should be: "是3月6号不是3月5号", "改成注安师". */
export function correctionItems(reading: Reading): Item[] {
  const { text } = reading
  const not =
    /不是([^,。;\n]{1,20}?)(?:,|而)?(?:应该)?是([^,。;\n]{1,20})|(?:应该?)?是([^,。;\n]{1,20}?)[,]?(?:而)?不是([^,。;\n]{1,20})|(?:把|将)?([^,。;\n]{1,24}?)(?:改成|改为|更正为|换成)([^,。;\n]{1,20})/.exec(
      text,
    )
  const oldWords = not?.[1] ?? not?.[4] ?? not?.[5] ?? ''
  const newWords =
    not?.[2] ?? not?.[3] ?? not?.[6] ?? (SPLIT.test(text) ? text.split(SPLIT).at(-1) : undefined) ?? ''
  const next = changeOf(newWords, reading)
  const previous = changeOf(oldWords, reading)
  const named = fieldNamed(text)
  return [
    makeItem('correction', {
      target: referenceOf(reading),
      field: named ?? next?.field ?? previous?.field,
      oldValue: previous !== undefined && previous.field === next?.field ? previous.value : undefined,
      newValue: next?.value,
    }),
  ]
}

function fieldNamed(text: string): string | undefined {
  const names: readonly (readonly [string, RegExp])[] = [
    ['hours', /学时|课时/],
    ['participantCount', /人数|参训/],
    ['phone', /电话|手机/],
    ['person', /(?:名字|姓名)/],
    ['endDate', /结束(?:时间|日期)/],
    ['startDate', /开始(?:时间|日期)|培训(?:时间|日期)/],
  ]
  return names.find(([, pattern]) => pattern.test(text))?.[0]
}

const TOPIC_CODES: readonly (readonly [string, RegExp])[] = [
  ['monthlyReport', /月报|(?:这个?|本|上个?)月(?:份)?的?(?:报表|数据|报告|表|材料)/],
  ['weeklyReport', /周报|(?:这|本|上)周的?(?:报表|数据|报告|表|材料)/],
  ['quarterlyReport', /季报|季度(?:报表|报告)/],
  ['yearlyReport', /年报|年度(?:报表|报告)/],
  ['memberList', /名单|花名册/],
  ['staffingReport', /人员(?:报表|信息|情况|变动)/],
  ['trainingReport', /培训(?:报表|信息|记录|情况|材料)/],
  ['hazardReport', /隐患(?:报表|清单|情况|台账)/],
]

function plainTopic(text: string): string | undefined {
  const match =
    /(?:前|之前|点|号|日|天|周[一二三四五六日]|提醒我?|记得|要)(?:去|把|要|给)?(?:上报|报送|报|交|提交|做|开|填报|完成|参加|准备|组织)?([^,。;\n]{2,16})/.exec(
      text.replace(/^.*?提醒我?/, '提醒我'),
    )
  return match?.[1]?.replace(
    /^(?:一下|前|之前|上午|下午|早上|晚上)*(?:上报|报送|报|交|提交|填报|开|参加)?/,
    '',
  )
}

/** 提醒我4月1日前报季度数据. */
export function reminderItems(reading: Reading): Item[] {
  const date = reading.dates.find(({ from }) => from !== undefined)
  const rest = date === undefined ? reading.text : reading.text.replace(date.text, '')
  const due = date?.kind === 'range' && date.precision !== 'span' ? date.to : date?.from
  return [makeItem('setReminder', { dueDate: due, topic: plainTopic(rest) ?? rest })]
}

/** 这个月的报表我下周一给. */
export function promiseItems(reading: Reading): Item[] {
  const topic = TOPIC_CODES.find(([, pattern]) => pattern.test(reading.text))?.[0]
  const date = reading.dates
    .filter(({ from, kind }) => kind === 'day' && from !== undefined && from >= reading.today)
    .at(-1)
  const range = reading.dates
    .filter(({ from, kind }) => kind === 'range' && from !== undefined && from > reading.today)
    .at(-1)
  return [makeItem('promise', { topic: topic ?? 'report', dueDate: date?.from ?? range?.to })]
}

export const ackItems = (): Item[] => [makeItem('ack', { target: 'last' })]
