// Equipment and enforcement funds.

import { yearOf } from './calendar.ts'
import { moneyIn } from './money.ts'
import { NUMBER, readNumber } from './numerals.ts'
import { type Item, makeItem } from './parsed.ts'
import type { Reading } from './reading.ts'
import { documentNoIn } from './staffing-traits.ts'

const EQUIPMENT: readonly (readonly [string, RegExp])[] = [
  ['mobileTerminal', /移动执法终端|执法终端|执法平板|执法手机|PDA|执法通/],
  ['collectionStation', /采集(?:工作)?站/],
  ['recorder', /执法记录仪|记录仪/],
  ['protectiveSet', /个人(?:安全)?防护(?:装备|用品|服)?|防护装备|防护服|防护用品/],
  ['vehicle', /执法车(?:辆)?|执法用车|公务车|应急车辆/],
  ['drone', /无人机/],
  ['printer', /便携式?打印机|打印机/],
  ['detector', /气体检测仪|检测仪|测距仪|测温仪/],
]

const dayOf = (reading: Reading): string | undefined => reading.dates.find(({ kind }) => kind === 'day')?.from

function countNear(text: string, at: number, length: number): number | undefined {
  const unit = '(?:台|部|套|个|辆|件|架|把|支)'
  const after = new RegExp(`^[^,。;\\d]{0,6}?(${NUMBER})${unit}`).exec(text.slice(at + length))
  const before = new RegExp(`(${NUMBER})${unit}(?:新)?$`).exec(text.slice(0, at))
  return readNumber((before ?? after)?.[1] ?? '')
}

function officersIn(text: string): number | undefined {
  const match =
    /(?:执法人员|在岗执法人员|人员)(?:共|有|现有)?(\d+)(?:人|名)|(\d+)(?:名|个)(?:执法)?人员/.exec(text)
  const told = match?.[1] ?? match?.[2]
  return told === undefined ? undefined : Number(told)
}

/** Things bought are there and need no status; those out of use have one. */
const statusOf = (text: string): string | undefined =>
  /报废|损坏|坏了|丢失|遗失/.test(text) ? 'scrapped' : undefined

/** One record per kind of equipment named, in the order of telling. */
export function equipmentItems(reading: Reading): Item[] {
  const { text, sender } = reading
  const named = EQUIPMENT.map(([kind, pattern]) => ({ kind, match: pattern.exec(text) }))
    .flatMap(({ kind, match }) =>
      match === null ? [] : [{ kind, at: match.index, length: match[0].length }],
    )
    .sort((a, b) => a.at - b.at)
  return named.map(({ kind, at, length }) =>
    makeItem('equipmentRecord', {
      unit: sender.unit,
      kind,
      count: countNear(text, at, length),
      officers: officersIn(text),
      onePerPerson: /人手一[台部套个]|人均一|每人一/.test(text) ? true : undefined,
      status: statusOf(text),
      date: dayOf(reading),
    }),
  )
}

function fundKind(text: string): string {
  if (/绩效/.test(text)) return 'evaluation'
  if (/支出|花了|用了|执行|已使用|列支|支付/.test(text) && !/预算(?:下达|批复|安排|批)/.test(text))
    return 'executed'
  return /预算|下达|安排|批复|拨付|到账|拨了|批了|批的/.test(text) ? 'budget' : 'other'
}

function fiscalYear(text: string, today: string): number {
  const told = /(20\d{2})年(?:度)?/.exec(text)?.[1]
  if (told !== undefined) return Number(told)
  if (text.includes('明年')) return yearOf(today) + 1
  return text.includes('去年') ? yearOf(today) - 1 : yearOf(today)
}

/** Budget, allocation, spending or evaluation of enforcement funds. */
export function fundItems(reading: Reading): Item[] {
  const { text, sender, today } = reading
  const kind = fundKind(text)
  const day = dayOf(reading)
  const until = kind === 'executed' && /截[至止]|到目前/.test(text)
  return [
    makeItem('fundRecord', {
      unit: sender.unit,
      fiscalYear: fiscalYear(text, today),
      kind,
      amountYuan: moneyIn(text),
      approvedDate: kind === 'budget' ? day : undefined,
      date: kind === 'budget' || until ? undefined : day,
      asOf: until ? day : undefined,
      documentNo: documentNoIn(text),
    }),
  ]
}
