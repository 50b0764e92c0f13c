// Where a person came from and went to: other units, and departments inside the own unit.

import type { Reading } from './reading.ts'
import type { Sender } from './sender.ts'
import type { UnitSpan } from './units.ts'

export interface Movement {
  readonly from?: string
  readonly to?: string
  /** The unit named as the one the post belongs to ("任县应急管理局副局长", "巴公镇张三退休"). */
  readonly at?: string
  readonly fromDepartment?: string
  readonly toDepartment?: string
  readonly toOwn: boolean
  /** 省厅: which department of the province is a guess. */
  readonly guessed: boolean
}

const FROM_BEFORE =
  /(?:从|由|原(?:来)?(?:在|是|任)?|来自|自|原单位|原籍|关系(?:还|仍)?(?:留)?在|编制(?:还|仍)?(?:留)?在)[^,。;\n到至调]{0,2}$/
const TO_BEFORE = /(?:到|至|去了?|往|赴|考上|考入|进了?|回|派驻|调任|给|向|参加|支援)(?:了)?$/
const AT_BEFORE = /(?:任命?为?|担任|就任|出任|免去|为|辞去|兼任|代理|当选为?)[^,。;\n]{0,4}$/
const FROM_AFTER = /^(?:的)?[^,。;\n]{0,6}?(?:调来|过来|借来|转来|划转|抽来|来的|调入|选调来|借调来|考来)/

type Part = 'from' | 'to' | 'at' | 'none'

function partOf(unit: UnitSpan, text: string): Part {
  const before = text.slice(Math.max(0, unit.start - 8), unit.start)
  const after = text.slice(unit.end, unit.end + 12)
  if (/被$/.test(before) && /^(?:抽|借|调)/.test(after)) return 'to'
  if (FROM_BEFORE.test(before)) return 'from'
  if (TO_BEFORE.test(before)) return 'to'
  if (AT_BEFORE.test(before)) return 'at'
  return FROM_AFTER.test(after) ? 'from' : 'none'
}

const DEPARTMENT =
  '((?![在了我本到])\\p{Script=Han}{1,8}?(?:办公室|大队|中队|支队|执法队|应急队|安监队|队|办|站|科|股|室|所|中心|车间|窗口|工区))(?![长主副委局县])'
const FROM_DEPARTMENT = new RegExp(
  `(?:从|由|原(?:来在|在)?|自)(?:我?们?(?:镇|乡|街道|局|站))?${DEPARTMENT}`,
  'u',
)
const TO_DEPARTMENT = new RegExp(
  `(?:调整?到|调整?至|调入|入|到|至|去|往|在|进|进入|转到|分到|安排到|调任|来)(?:了)?(?:我?们?(?:镇|乡|街道|局))?(?:的)?${DEPARTMENT}`,
  'u',
)

function departmentIn(pattern: RegExp, reading: Reading): string | undefined {
  const match = pattern.exec(reading.text)
  const name = match?.[1]
  if (match === null || name === undefined || /^[我本咱俺]|的/.test(name)) return undefined
  const start = match.index + match[0].length - name.length
  const end = start + name.length
  const foreign = reading.units.some((unit) => unit.start < end && start < unit.end)
  return foreign ? undefined : name
}

const isOwn = (name: string, sender: Sender): boolean => name === sender.unit

/** A drafting for a task rather than a unit: 抽去征迁 → 征迁专班. */
function taskForce(text: string): string | undefined {
  const match =
    /(?:抽(?:调)?(?:到|去|走)|借(?:调)?(?:到|去)|去|到|参加)(?:了|搞)?(征迁|拆迁|征地|创城|创卫|扶贫|乡村振兴|巡察|疫情防控|森林防火|环保督察|项目建设|信访|招商|人口普查|经济普查)(专班|办|组|工作组)?/.exec(
      text,
    )
  if (match === null) return undefined
  return `${match[1] ?? ''}${match[2] ?? '专班'}`
}

/** Reads the movement told in a text; `toOwn` when it ends in the sender's unit (到我站, 来我局). */
export function movementOf(reading: Reading): Movement {
  const { text, sender } = reading
  const toOwn =
    /(?:到|来|至|进入?|回|进)(?:了)?(?:我|本|咱|俺)们?(?:局|镇|乡|街道|站|办|村|社区|县|市|区|公司|厂|矿|队|科|股|单位|这)/.test(
      text,
    )
  const parts = reading.units.map((unit) => ({ unit, part: partOf(unit, text) }))
  const named = (part: Part): UnitSpan | undefined =>
    parts.find((p) => p.part === part && !isOwn(p.unit.name, sender))?.unit
  const to = named('to')
  const lent = toOwn ? parts.find((p) => p.part === 'none' && !isOwn(p.unit.name, sender))?.unit : undefined
  const from = named('from') ?? lent
  const at = parts.find((p) => p.part === 'at')?.unit
  const lead = parts.find((p) => p.part === 'none')?.unit
  const task = to === undefined ? taskForce(text) : undefined
  const place = at ?? (lead !== from && isBelow(lead, sender) ? lead : undefined)
  const ownTarget = parts.some((p) => p.part === 'to' && isOwn(p.unit.name, sender))
  return {
    ...optional('from', from?.name),
    ...optional('to', to?.name ?? task),
    ...optional('at', place?.name),
    ...optional('fromDepartment', departmentIn(FROM_DEPARTMENT, reading)),
    ...optional('toDepartment', departmentIn(TO_DEPARTMENT, reading)),
    toOwn: toOwn || ownTarget,
    guessed: to?.text === '省厅',
  }
}

/** A unit below the sender that stands alone: the sender reports for it. */
function isBelow(unit: UnitSpan | undefined, sender: Sender): boolean {
  if (unit === undefined || unit.kind === 'county' || unit.kind === 'city') return false
  if (sender.level === 'city' || sender.level === 'public') return true
  return sender.level === 'county' && unit.county === sender.county
}

const optional = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: string })
