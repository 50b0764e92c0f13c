// Talk around the reports: queries, reminders, promises and thanks.

import { isoWeek } from '../dates/calendar.ts'
import { type Item, makeItem } from '../parsed.ts'
import { namesIn, type Reading } from '../reading.ts'
import { tipTopic } from './about-tips.ts'
import { askedTopic } from './asked.ts'
import { caseNumber } from './correction.ts'
import { topicOf } from './query-topic.ts'

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
      queryTopic: tipTopic(text) ?? askedTopic(reading) ?? topicOf(text) ?? 'other',
      unit: place?.name ?? whole,
      period: periodIn(reading),
      level: LEVELS.find(([, pattern]) => pattern.test(text))?.[0],
      person: namesIn(reading)[0],
      caseNo: caseNumber(text),
    }),
  ]
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
    /(?:前|之前|点|号|日|天|周[一二三四五六日]|提醒(?:我们?)?|记得|要)(?:去|把|要|给)?(?:上报|报送|报|交|提交|做|开|填报|完成|参加|准备|组织)?([^,。;\n]{2,16})/.exec(
      text.replace(/^.*?(?:提醒|叫)我?们?,?/, '提醒我'),
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
