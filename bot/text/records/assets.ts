// Equipment and enforcement funds.

import { yearOf } from '../dates/calendar.ts'
import { EQUIPMENT, EQUIPMENT_STATUS } from '../lexicon/records.ts'
import { moneyIn } from '../numbers/money.ts'
import { NUMBER, readNumber } from '../numbers/numerals.ts'
import { type Item, makeItem } from '../parsed.ts'
import { type Reading, readPart } from '../reading.ts'
import { documentNoIn } from '../staffing/traits.ts'

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

/** One record per kind of equipment named, in the order of telling. */
export function equipmentItems(reading: Reading): Item[] {
  const { text, sender } = reading
  const status = EQUIPMENT_STATUS.find(([, pattern]) => pattern.test(text))?.[0]
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
      status,
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

/** 预算25万,实际花了23.8万: what was given and what was spent are two records. */
function fundParts(reading: Reading): Reading[] {
  const clauses = reading.text.split(/[,;。]/).filter((clause) => moneyIn(clause) !== undefined)
  const kinds = new Set(clauses.map(fundKind))
  return clauses.length === 2 && kinds.size === 2 && !kinds.has('other')
    ? clauses.map((clause) => readPart(clause, reading))
    : [reading]
}

/** Budget, allocation, spending or evaluation of enforcement funds. */
export const fundItems = (reading: Reading): Item[] =>
  fundParts(reading).map((part) => fundItem(part, fiscalYear(reading.text, reading.today)))

function fundItem(reading: Reading, year: number): Item {
  const { text, sender } = reading
  const kind = fundKind(text)
  const day = dayOf(reading)
  const until = kind === 'executed' && /截[至止]|到目前|(?:数|算|统计)到/.test(text)
  return makeItem('fundRecord', {
    unit: sender.unit,
    fiscalYear: year,
    kind,
    amountYuan: moneyIn(text),
    approvedDate: kind === 'budget' ? day : undefined,
    date: kind === 'budget' || until ? undefined : day,
    asOf: until ? day : undefined,
    documentNo: documentNoIn(text),
  })
}
