// Who took part, each with the unit told beside the name.

import type { Slot, Slots } from '../parsed.ts'
import { namesIn, type Reading } from '../reading.ts'
import { participantRows } from './courses-table.ts'
import { breakdownOf, participantCountOf } from './facts.ts'
import { absenteesOf } from './remarks.ts'

interface Home {
  readonly name: string
  readonly unit?: string
}

/** Where the list goes on without a unit, the one before holds: 泽州县局张三、李四. */
const LISTED = /^[、和与及,]$/

/** Who teaches takes no part: 主讲人张三. */
const SPEAKS = /(?:主讲|授课|讲课|主持)(?:人|老师|专家|教师)?(?:是|为|:)?$/

const TEACHES = /^(?:同志|老师|教授)?(?:来|主|给[^,。;]{1,8})?(?:讲(?!堂|座)|授课)/

/** 张三(巴公镇), or 泽州县局张三、高平市局李四 where at least two units are told. */
export function homesOf(reading: Reading): Home[] {
  const rows = participantRows(reading)
  if (rows.length > 0) return rows
  const { text, units, people } = reading
  const homes = new Map<string, string | undefined>()
  let before: { unit: string | undefined; end: number } | undefined
  const told = new Set<string>()
  for (const { kind, name, start, end } of people) {
    if (kind !== 'name' || SPEAKS.test(text.slice(0, start)) || TEACHES.test(text.slice(end))) continue
    const own = units.find((unit) => unit.end === start && unit.kind !== 'enterprise')?.name
    const listed = before !== undefined && LISTED.test(text.slice(before.end, start))
    const unit = own ?? (listed ? before?.unit : undefined)
    if (own !== undefined) told.add(own)
    homes.set(name, homes.get(name) ?? unit)
    before = { unit, end }
  }
  return namesIn(reading).flatMap((name) => {
    if (!homes.has(name)) return []
    const unit = bracketed(name, reading) ?? (told.size > 1 ? homes.get(name) : undefined)
    return [unit === undefined ? { name } : { name, unit }]
  })
}

function bracketed(name: string, { text, units }: Reading): string | undefined {
  const after = text.indexOf(`${name}(`) + name.length + 1
  return after > name.length ? units.find(({ start }) => start === after)?.name : undefined
}

/** Whether a day lies after that of the message. */
export const ahead = (day: Slot | undefined, reading: Reading): boolean =>
  typeof day === 'string' && day > reading.today

/** The head-count told; the sum of the groups when only they are counted. */
export function headsOf({ plain }: Reading): number | undefined {
  const told = participantCountOf(plain)?.value
  const groups = breakdownOf(plain)
  const sum = groups === undefined ? 0 : Object.values(groups).reduce((a, b) => a + b, 0)
  return told !== undefined && told < sum ? sum : told
}

/** 36人,没过的1个:王五: who is named for having failed is no list of who took part. */
const failedOf = ({ text }: Reading, name: string): boolean =>
  /(?:不合格|没过|未过|未通过|没通过|缺考|不及格)的?(?:\d+|[一二两三四五])?(?:人|名|个)?(?:是|有|:)?$/.test(
    text.slice(0, text.indexOf(name)),
  )

const participantsOf = (reading: Reading, away: ReadonlySet<Slot | undefined>): Slot[] =>
  homesOf(reading)
    .filter(({ name }) => !away.has(name) && !failedOf(reading, name))
    .map(({ name, unit }) => (unit === undefined ? name : { name, unit }))

/** Who took part in a course, and how many. */
export function people(reading: Reading, exam: Slots): Slots {
  const away = new Set(absenteesOf(reading).map((item) => item['person']))
  const named = participantsOf(reading, away)
  const count = participantCountOf(reading.plain)
  const breakdown = breakdownOf(reading.plain)
  const taught = exam['results'] === undefined || /参加|参训|完成|学完|结业/.test(reading.text)
  const listed = taught && named.length > 0
  return {
    participants: listed ? named : undefined,
    participantCount: headsOf(reading) ?? (listed && named.length > 1 ? named.length : undefined),
    participantCountApprox: count?.approx === true ? true : undefined,
    breakdown,
  }
}

/** Of an exam alone only the number counts; names carry results, or wait for an exam to come. */
export function examinees(reading: Reading, exam: Slots, dates: Slots): Slots {
  const names = namesIn(reading)
  const open = ahead(dates['examDate'], reading) || exam['results'] === undefined
  const waiting = open && names.length > 0
  return {
    participants: waiting ? names : undefined,
    participantCount:
      participantCountOf(reading.plain)?.value ?? (waiting && names.length > 1 ? names.length : undefined),
  }
}
