// What a message says that cannot be right as written, for the card to show: the reader asks, it never chooses.

import { addMonths } from './dates/calendar.ts'
import { isOwnLeave } from './intent.ts'
import { findCounts, PEOPLE } from './numbers/numerals.ts'
import type { Item, Problem } from './parsed.ts'
import { namesIn, type Reading } from './reading.ts'

function dateProblems(reading: Reading): Problem[] {
  const horizon = addMonths(reading.today, 12)
  return reading.dates.flatMap((date): Problem[] => {
    if (date.kind === 'invalid') return [{ kind: 'invalidDate', read: date.text }]
    const near = reading.text.slice(Math.max(0, date.start - 8), date.end + 4)
    const expiry = /有效期|到期|截止/.test(near) || /(?:^|\s)(?:有效期|到期日)/.test(reading.text)
    const far = date.from !== undefined && date.from > horizon && !expiry
    return far ? [{ kind: 'futureBeyondYear', read: date.text }] : []
  })
}

const unitProblems = (reading: Reading): Problem[] => [
  ...reading.units.flatMap((unit): Problem[] =>
    unit.candidates === undefined
      ? []
      : [{ kind: 'ambiguousUnit', read: unit.text, candidates: unit.candidates }],
  ),
  ...reading.strangers.map(({ name }): Problem => ({ kind: 'unknownUnit', read: name })),
]

function duplicates(items: readonly Item[]): Problem[] {
  const seen = new Map<string, number>()
  for (const item of items) {
    const key = `${item.type} ${String(item['person'] ?? '')} ${String(item['changeType'] ?? '')}`
    if (item['person'] !== undefined) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return [...seen]
    .filter(([, n]) => n > 1)
    .map(([key]) => ({ kind: 'duplicatePerson', read: key.split(' ')[1] ?? '' }))
}

function mismatch(reading: Reading, items: readonly Item[]): Problem[] {
  const training = items.length === 1 && items[0]?.type === 'trainingRecord'
  const kinds = new Set(items.map((item) => item['changeType']))
  const staffing = kinds.size === 1 && items.every(({ type }) => type === 'staffingChange')
  if (items.some((item) => item['results'] !== undefined || item['passCount'] !== undefined)) return []
  const names = namesIn(reading)
  const count = findCounts(reading.plain, PEOPLE)[0]
  if ((!training && !staffing) || names.length < 2 || count === undefined || count.approx) return []
  if (count.value === names.length || count.value === 1 || /等$/.test(reading.text.slice(0, count.start)))
    return []
  return [
    {
      kind: 'countMismatch',
      read: reading.text.slice(count.start, count.end),
      said: count.value,
      listed: names.length,
    },
  ]
}

/** 赵一等3人到岗: the others have no name here. */
function partlyNamed(reading: Reading, items: readonly Item[]): Problem[] {
  const isReport = items.length > 0 && items.every(({ type }) => NAMING.test(type))
  const listed = namesIn(reading).length
  const count = findCounts(reading.plain, PEOPLE).find(({ start }) =>
    /等$/.test(reading.text.slice(0, start)),
  )
  if (!isReport || count === undefined || count.approx || listed === 0 || listed >= count.value) return []
  const read = `等${reading.text.slice(count.start, count.end)}`
  return [{ kind: 'partlyNamed', read, said: count.value, listed }]
}

const NAMING = /^(?:staffingChange|trainingRecord)$/
const PART =
  /(?<!不)(?:合格|通过|及格)(?:的|了|有|:)*(\d+)(?:人|名)|(?:不合格|未通过|没过|不及格|缺考|补考)(?:的|了|有|:)*(\d+)(?:人|名)/g

/** 45人，合格43人，不合格3人: a pass and a fail together are everybody who was there. */
function results(reading: Reading, items: readonly Item[]): Problem[] {
  const [item] = items
  const whole = item?.['participantCount']
  if (item?.type !== 'trainingRecord' || typeof whole !== 'number' || item['participantCountApprox'] === true)
    return []
  const parts = [...reading.text.matchAll(PART)]
  const sum = parts.reduce((all, [, passed, failed]) => all + Number(passed ?? failed), 0)
  if (parts.length < 2 || sum === whole) return []
  return [{ kind: 'partsDisagree', read: parts.map(([words]) => words).join('、'), whole, sum }]
}

function occurrences(reading: Reading, items: readonly Item[]): Problem[] {
  const read = /[\d一二三四五六七八九十百千万两]+人次/.exec(reading.text)?.[0]
  const isTraining = items.some(({ type }) => type === 'trainingRecord')
  return read === undefined || !isTraining ? [] : [{ kind: 'occurrences', read }]
}

function shares(reading: Reading, items: readonly Item[]): Problem[] {
  const percent = [...reading.text.matchAll(/(\d+(?:\.\d+)?)%/g)].find((m) => Number(m[1]) > 100)
  if (percent !== undefined) return [{ kind: 'shareAbove100', read: percent[0] }]
  const pairs: readonly (readonly [string, string])[] = [
    ['passCount', 'participantCount'],
    ['emergencyBackground', 'total'],
    ['dutyAssigned', 'total'],
    ['insured', 'highRiskEnterprises'],
  ]
  return items.flatMap((item) =>
    pairs.flatMap(([part, whole]): Problem[] => {
      const [a, b] = [item[part], item[whole]]
      return typeof a === 'number' && typeof b === 'number' && a > b
        ? [{ kind: 'shareAbove100', read: `${a}/${b}` }]
        : []
    }),
  )
}

/** 我要请假, 张三转正了: told of what is not kept here; the answer says what is. */
function notKept(reading: Reading, items: readonly Item[]): Problem[] {
  if (items.length > 0) return []
  if (isOwnLeave(reading)) return [{ kind: 'ownLeave', read: reading.text }]
  const regularised = /转正(?=$|[,。;了的])|转(?:为|成)(?:正式|在编)/.exec(reading.text)?.[0]
  return regularised === undefined ? [] : [{ kind: 'regularised', read: regularised }]
}

/** All problems of a message, in a fixed order. */
export function problemsOf(reading: Reading, items: readonly Item[]): Problem[] {
  return [
    ...notKept(reading, items),
    ...dateProblems(reading),
    ...unitProblems(reading),
    ...duplicates(items),
    ...mismatch(reading, items),
    ...partlyNamed(reading, items),
    ...results(reading, items),
    ...occurrences(reading, items),
    ...shares(reading, items),
  ]
}
