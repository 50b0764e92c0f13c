// 安监站整体划转: everybody of a desk changes and nobody is named.

import { DESK } from '../lexicon/posts.ts'
import { firstCount, PEOPLE } from '../numbers/numerals.ts'
import type { Item } from '../parsed.ts'
import { type Reading, readPart } from '../reading.ts'
import { staffingChange } from './change.ts'
import { without } from './handover.ts'
import { documentNoIn } from './traits.ts'

const MOVES = '(?:划转|转隶|并入|移交|划入|调整|转入|合并)'
export const WHOLE = new RegExp(
  `整体${MOVES}|(?:全部|全体|全员|成建制|整建制|一并|都)(?:人员)?(?:划转|转隶|并入|移交|划入|转入)`,
)
const TARGET = new RegExp(
  `${MOVES}(?:到|至|给|入|进|为)?(?:了)?(?:我)?([\\p{Script=Han}]{2,14}?)(?:工作|管理)?(?=[,。;(\\n]|$)`,
  'u',
)
/** A desk of the same unit: people stay with their employer. */
const ENDS_AS_DESK = new RegExp(`${DESK}$`)
const FROM = new RegExp(
  `(?:^|[,。;]|我[镇乡局]|街道|[镇乡])(?:的)?((?![我原])\\p{Script=Han}{2,10}?${DESK})(?=[\\d一二三四五六七八九十全整共]|人员|原有)`,
  'u',
)

/** 全体人员抽调到防火专班: all are lent, and come back. */
const ALL_LENT =
  /(?:全[站办队科股所]|全体|全部|全员)(?:人员|同志|干部|人马|队员)?(?:都|均|[^,。;]{0,12}?起)?[^,。;]{0,6}?(?:抽调?|借调|派)(?:到|去|至|往)/

function allLent(reading: Reading): Item[] {
  const { dates, text } = reading
  const told = { own: reading, shared: readPart('', reading), dates, documentNo: documentNoIn(text) }
  return [staffingChange({ wholeUnit: true }, told)]
}

/** The change of a whole desk as one item; none when the text tells of no such thing. */
export function wholeUnit(reading: Reading): Item[] {
  const { text } = reading
  if (ALL_LENT.test(text)) return allLent(reading)
  if (!WHOLE.test(text)) return []
  const target = TARGET.exec(text)?.[1]
  const known = reading.units.find((unit) => target?.includes(unit.text) === true)
  const told = { own: reading, shared: readPart('', reading), dates: [], documentNo: documentNoIn(text) }
  const count = firstCount(reading.plain, PEOPLE)?.value
  const item = staffingChange({ wholeUnit: true, count, changeType: undefined }, told)
  const bare = ['department', 'role', 'fromUnit', 'toUnit', 'fromDepartment'].reduce(without, item)
  if (known !== undefined || target === undefined || !ENDS_AS_DESK.test(target))
    return [{ ...bare, changeType: 'transferOut', toUnit: known?.name ?? target ?? '' }]
  const from = FROM.exec(text)?.[1]
  return [
    {
      ...bare,
      changeType: 'reassign',
      ...(from === undefined ? {} : { fromDepartment: from }),
      department: target.replace(/^[镇乡局街道]+/, ''),
    },
  ]
}
