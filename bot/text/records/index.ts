// The smaller report kinds: meetings, insurance, joint and random inspections.

import { MEETINGS } from '../lexicon/records.ts'
import { departmentAt, departmentName } from '../names/departments.ts'
import { NUMBER, readNumber } from '../numbers/numerals.ts'
import { type Item, makeItem } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { documentNoIn } from '../staffing/traits.ts'

const dayOf = (reading: Reading): string | undefined => reading.dates.find(({ kind }) => kind === 'day')?.from

/** Whose meeting: 县政府 of a county office is the county. */
function meetingUnit(reading: Reading): string | undefined {
  const { text, sender } = reading
  const named = reading.units.find(
    ({ kind }) => kind === 'township' || kind === 'subdistrict' || kind === 'county',
  )
  if (named !== undefined) return named.name
  if (/(?:县|市|区)(?:委|政府)|安委会/.test(text))
    return sender.county ?? (sender.level === 'city' ? '晋城市' : sender.unit)
  return sender.unit
}

/** What the meeting decided, a decision an entry. */
function decisionsIn(text: string): string[] | undefined {
  const told = /(?:会议)?(?:决定|议定|明确|要求|确定)(?:了)?(?:[:,]|以下事项:?)?([^。\n]{4,120})/.exec(
    text.replace(/.*?(?:研究|听取|传达|学习|讨论|审议)[^,。;\n]*/, ''),
  )?.[1]
  if (told === undefined) return undefined
  return told
    .split(/[;、]|\d[.)、]|,(?=对|由|在|\d)/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1)
}

/** A meeting that dealt with work safety. */
export function meetingItems(reading: Reading): Item[] {
  const { text } = reading
  const undated = reading.dates.reduce((rest, date) => rest.replace(date.text, ','), text)
  const chair =
    /(?:由)?([\p{Script=Han}]{2,8}?),?(?:同志)?(?:主持|主持召开)(?!工作)/u.exec(undated)?.[1] ??
    /主持人?(?:是|为|:)([\p{Script=Han}]{2,8})/u.exec(text)?.[1]
  const about =
    /(?:专题)?(?:研究|部署|听取|传达学习|传达|学习|讨论|审议|议题(?:是|为|:)?|主题(?:是|为|:)?)(?:了)?([^,。;\n]{2,24}?)(?:工作|情况|问题|汇报)?(?:的?汇报)?(?=[,。;\n]|$)/.exec(
      text,
    )?.[1]
  const count = /(\d+)(?:人|名)(?:参加|参会|到会)|(?:参加|参会|到会)(\d+)(?:人|名)/.exec(text)
  const attendance = count?.[1] ?? count?.[2]
  return [
    makeItem('meetingRecord', {
      unit: meetingUnit(reading),
      meetingType: MEETINGS.find(
        ([, pattern]) => pattern.test(undated.replaceAll(',', '')) || pattern.test(text),
      )?.[0],
      date: dayOf(reading),
      chair: chair?.replace(/^(?:会议|会上|[上下]午|晚上|由|书记的|是|的)+/, ''),
      topic:
        about?.replace(/^(?:了|我[县市区镇局]|中心组学习)/, '') ??
        (/安全生产/.test(text) ? '安全生产' : undefined),
      attendance: attendance === undefined ? undefined : Number(attendance),
      decisions: decisionsIn(text),
      documentNo: documentNoIn(text),
    }),
  ]
}

/** A number beside its label: 参保48家, else 48家参保. 高危企业83家已投保 counts the insured. */
function labelled(text: string, words: string): number | undefined {
  const behind = new RegExp(
    `(?:${words})(?:的|有|一?共(?:计|是)?|总共|数|为|是|:)*(${NUMBER})(?![\\d一二三四五六七八九十百])(?:家|户|个|人|条)?(?!(?:家|户|个)?(?:已|未|没|均|都|全)*(?:投保|投了|参保|买)(?!了?\\d))`,
  ).exec(text)
  const before = new RegExp(`(${NUMBER})(?:家|户|个|人|条)(?:是|为|的)?(?:${words})`).exec(text)
  return readNumber((behind ?? before)?.[1] ?? '')
}

/** 保单到明年3月 is no day of the count. */
const pastDayOf = ({ dates, today }: Reading): string | undefined =>
  dates.find(({ kind, from }) => kind === 'day' && from !== undefined && from <= today)?.from

/** How many high-risk enterprises are insured. */
export function insuranceItems(reading: Reading): Item[] {
  const { text, sender, today } = reading
  const all = labelled(text, '高危(?:行业)?(?:企业|单位)?')
  const whole = /全(?:县|市|区)|我(?:县|区)/.test(text) ? (sender.county ?? '晋城市') : undefined
  const named = reading.units.find(
    ({ kind }) => kind === 'county' || kind === 'township' || kind === 'subdistrict',
  )?.name
  return [
    makeItem('insuranceSnapshot', {
      unit: named ?? whole ?? sender.unit,
      asOf: pastDayOf(reading) ?? today,
      highRiskEnterprises: labelled(
        text,
        '高危(?:行业)?(?:企业|单位)?|应(?:投保|保|参保)(?:安责险)?的?(?:企业|单位)?|企业总数|高危行业领域企业|一?共(?:有)?',
      ),
      insured: /(?:全部|均已?|都已?|全都)(?:投保|参保|买)/.test(text)
        ? all
        : labelled(
            text,
            '(?:投|买|参|上)了保的?|已(?:经)?(?:投保|参保|保|买)|实(?:际)?(?:投保|保|参保)|(?<!未|没)(?:投保|参保)(?:了)?|(?<!没有?|未)(?:投|上|买|保|办|入|续)了(?:保险|险|安责险)?',
          ),
      uninsured: labelled(text, '未(?:投保|参保|保)|没(?:有)?(?:投保|投|买|保)|还差'),
    }),
  ]
}

/** Joint inspection plans and random draws. */
export function enforcementItems(reading: Reading): Item[] {
  return /双随机|随机抽|抽查|抽取/.test(reading.text) ? [randomInspection(reading)] : [jointPlan(reading)]
}

/** 公安、交通、市监配合: departments by their short names, at the sender's level. */
function helpersIn(text: string, reading: Reading): string[] {
  const list = /(?:^|[,。;:])([^,。;:\n]{2,40}?)(?:等(?:部门|单位)?)?(?:配合|参与|参加|协助)/.exec(text)?.[1]
  const place = reading.sender.county ?? (reading.sender.level === 'city' ? '晋城市' : undefined)
  if (list === undefined || place === undefined) return []
  const known = reading.units.map((unit) => unit.text).join()
  return list.split(/[、和与]/).flatMap((word) => {
    const found = departmentAt(word, 0)
    return found === undefined || known.includes(word) ? [] : [`${place}${departmentName(place, found[1])}`]
  })
}

/** The day the paper went out is not the day it begins. */
const ISSUED = /^(?:已)?(?:印发|下发|发(?:的|了|文)|制定|报)/

function jointPlan(reading: Reading): Item {
  const { text, sender } = reading
  const lead = reading.units.find(({ start }) =>
    /牵头(?:单位|部门)?(?:是|为|:)?(?:由)?$/.test(text.slice(Math.max(0, start - 6), start)),
  )
  const behind = reading.units.find(({ end }) => /^牵头/.test(text.slice(end)))
  const leadUnit = lead ?? behind
  const named = reading.units.filter((unit) => unit !== leadUnit && unit.kind === 'department')
  const others = [...named.map(({ name }) => name), ...helpersIn(text, reading)]
  const running = reading.dates.filter(
    ({ end, precision }) => precision !== 'year' && !ISSUED.test(text.slice(end)),
  )
  const span =
    running.find(({ kind, precision }) => kind === 'day' || precision === 'span') ??
    running.find(({ kind }) => kind === 'range')
  return makeItem('jointPlan', {
    leadUnit: leadUnit?.name ?? sender.unit,
    cooperatingUnits: others.length > 0 ? [...new Set(others)] : undefined,
    startDate: span?.from,
    endDate: span?.kind === 'range' ? span.to : undefined,
    status: /方案[^,。;]{0,4}(?:发|印|出)(?:下去)?了|已(?:经)?(?:发|印发|下发|制定)|(?:印|下|制)发/.test(text)
      ? 'issued'
      : /正在|草拟|起草|制定中/.test(text)
        ? 'drafting'
        : undefined,
    documentNo: documentNoIn(text),
  })
}

function randomInspection(reading: Reading): Item {
  const { text, sender } = reading
  const pick = (pattern: RegExp): number | undefined => {
    const match = pattern.exec(text)
    return match === null ? undefined : Number(match[1] ?? match[2])
  }
  return makeItem('randomInspection', {
    unit: sender.unit,
    date: dayOf(reading),
    poolSize: pick(/(?:名录库|对象库|库中|从)(?:共|有|内)?(\d+)(?:家|户|个)/),
    targets: pick(/抽(?:取|查|中|检|到|出)?(?:了|企业|单位|检查对象)*(\d+)(?:家|户|个)/),
    officers: pick(/(?:执法|检查)人员(?:\d+组)?(\d+)(?:人(?!次)|名)|(\d+)(?:名|个|人)(?:执法|检查)?人员/),
    hazardsFound: pick(/(?:发现|查出)(?:隐患|问题)?(\d+)(?:条|处|个|项)/),
    published: /(?:已(?:经)?|[日号])(?:公开|公示|公布)|(?:公示|公布)(?:了|完|结果)/.test(text)
      ? true
      : undefined,
  })
}
