// Where a person came from and went to: other units, and departments inside the own unit.

import type { Sender } from '../form/sender.ts'
import { DESK } from '../lexicon/posts.ts'
import type { UnitSpan } from '../names/units.ts'
import type { Reading } from '../reading.ts'
import { findVerbs, mainVerb } from './verbs.ts'

export interface Movement {
  readonly from?: string
  readonly to?: string
  /** The unit the post belongs to ("任县应急管理局副局长", "巴公镇张三退休"). */
  readonly at?: string
  /** A unit told after the change without a word of direction ("张三,调出,县信访局"). */
  readonly beside?: string
  readonly fromDepartment?: string
  readonly toDepartment?: string
  readonly toOwn: boolean
  /** 省厅: which department of the province is a guess. */
  readonly guessed: boolean
}

const FROM_BEFORE =
  /(?:从|由|原(?:来)?(?:在|是|任)?|来自|自|原单位|原籍|关系(?:还|仍)?(?:留)?在|编制(?:还|仍)?(?:留)?在)[^,。;\n到至调]{0,2}$/
const TO_BEFORE =
  /(?:到|至|去[了的]?|往|赴|考上|考入|进了?|回|派驻|调任|调入|转入|划入|借调|抽调|(?<![借抽])调|给|向|参加|支援)(?:了)?$/
const AT_BEFORE = /(?:任命?为?|担任|就任|出任|免去|为|辞去|兼任|代理|当选为?)[^,。;\n]{0,4}$/
const FROM_AFTER = /^(?:的)?[^,。;\n]{0,6}?(?:调来|过来|借来|转来|划转|抽来|来的|调入|选调来|借调来|考来)/

type Part = 'from' | 'to' | 'at' | 'none'

function partOf(unit: UnitSpan, text: string): Part {
  const before = text.slice(Math.max(0, unit.start - 8), unit.start)
  const after = text.slice(unit.end, unit.end + 12)
  if (/^(?:借用|借调|抽调|借)(?:了|走了?)?(?:我|本)/.test(after)) return 'to'
  if (/^(?:把|将)[^,。;]{0,9}(?:借|抽|要|调|叫|挖)(?:走|去|用)/.test(after)) return 'to'
  if (/[被叫让]$/.test(before) && /^(?:抽|借|调)/.test(after)) return 'to'
  if (FROM_BEFORE.test(before)) return 'from'
  if (
    /(?:借调|抽调|借用|选调|调)(?:了)?$/.test(before) &&
    /^[^,。;\n]{0,12}?(?:来|到|至)(?:我|本)/.test(after)
  )
    return 'from'
  if (TO_BEFORE.test(before)) return 'to'
  if (/在$/.test(before) && /^(?:的)?[^,。;\n]{0,4}(?:续借|借调|抽调|挂职|跟班|帮忙)/.test(after)) return 'to'
  if (AT_BEFORE.test(before)) return 'at'
  return FROM_AFTER.test(after) ? 'from' : 'none'
}

const OFFICE = `(?:${DESK}|车间|窗口|工区)(?:[一二三四五六七八九十\\d]中队)?`
/** No word of moving stands inside the name of a desk: 调来一个人到应急办. */
const DESK_NAME = '(?![在了我本来岗])(?:(?!到|入|调[来入到])\\p{Script=Han}){1,8}?'
const DEPARTMENT = `(${DESK_NAME}(?<![本专])${OFFICE})(?![长主副委局县]|[站科股队所]长)`
const OWN = '(?:我?们?(?:乡镇|镇|乡|街道|局|站|县局|区局|市局)(?:上|里)?的?)?'
const FROM_DEPARTMENT = new RegExp(`(?:从|由|原(?:来在|在)?|自)${OWN}${DEPARTMENT}`, 'u')
const TO_DEPARTMENT = new RegExp(
  `(?:调整?到|调整?至|调入|到岗|入|到|至|(?<![免辞失])去|往|在|进入|进|转到|分到|安排(?:到|至|在|进)?|调任|(?<![借抽])调|来|入职)(?:了|[ ])?${OWN}(?:的)?${DEPARTMENT}`,
  'u',
)

/** 执法大队新到赵六: where somebody new is. */
const NEW_AT = new RegExp(
  `(?:^|[,。;\\n])${OWN}((?![在了我本到入新拟现已安分])\\p{Script=Han}{1,6}?(?:大队|支队|中队|执法队|(?<![本专])科|股|室|中心))(?=$|[,。;\\n]|新(?:来|到|进|增|调|录|招|分)|(?:调|分|补充?|进|招)(?:来|进|了))`,
  'u',
)

const DESK_BEHIND = new RegExp(`^(?:的)?(${DESK_NAME}${DESK})(?![长主副员])`, 'u')

/** 下村镇应急办: the desk inside the unit somebody came from. */
const deskOf = (unit: UnitSpan | undefined, text: string): string | undefined =>
  unit === undefined || unit.kind === 'department' ? undefined : DESK_BEHIND.exec(text.slice(unit.end))?.[1]

const DESK_BEFORE = new RegExp(
  `(?:^|[,。;、\\n和与跟同将把]|之间)(?:[我咱]们?)?${OWN}((?:(?![和与跟同将把借调])\\p{Script=Han}){1,8}?${DESK})的?$`,
  'u',
)

/** 办公室吴九转岗到执法大队: the desk that stands before a name. */
export const deskBefore = (text: string, name: string): string | undefined =>
  DESK_BEFORE.exec(text.slice(0, Math.max(0, text.indexOf(name))))?.[1]

function departmentIn(pattern: RegExp, reading: Reading): string | undefined {
  const match = pattern.exec(reading.text)
  const name = match?.[1]
  if (
    match === null ||
    name === undefined ||
    /^[我本咱俺省市县区]|的|^(?:部队|军队)|^消防队$|矿.*队$/.test(name)
  )
    return undefined
  const start = match.index + match[0].length - name.length
  const end = start + name.length
  const foreign = [...reading.units, ...reading.people].some((span) => span.start < end && start < span.end)
  return foreign ? undefined : name
}

/** A drafting for a task rather than a unit: 抽去征迁 → 征迁专班. */
function taskForce(text: string): string | undefined {
  const match =
    /(?:抽(?:调)?(?:到|去|走)|借(?:调)?(?:到|去)|去|到|参加)(?:了|搞)?(征迁|拆迁|征地|创城|创卫|扶贫|乡村振兴|巡察|疫情防控|森林防火|环保督察|项目建设|信访|招商|人口普查|经济普查)(专班|办|组|工作组)?/.exec(
      text,
    )
  if (match !== null) return `${match[1] ?? ''}${match[2] ?? '专班'}`
  return /(?:进|加入|参加|抽调?到|到|去)了?(\p{Script=Han}{2,8}专班)/u.exec(text)?.[1]
}

const TO_OWN =
  /(?:到|来|至|进入?|回|进|入)(?:了)?(?:我|本|咱|俺)们?(?:局|镇|乡|街道|站|办|村|社区|县|市|区|公司|厂|矿|队|科|股|单位|这)/

/** A unit below the sender that stands alone: the sender reports for it. */
function isBelow(unit: UnitSpan, sender: Sender): boolean {
  if (unit.kind === 'county' || unit.kind === 'city') return false
  if (sender.level === 'city' || sender.level === 'public') return true
  if (sender.level === 'township') return unit.kind === 'village' && unit.township === sender.township
  return sender.level === 'county' && unit.county === sender.county
}

interface Named {
  readonly unit: UnitSpan
  readonly part: Part
  readonly own: boolean
}

/** Of a unit without direction: before the change it is whose post it is, after it the other side. */
function looseUnits(named: readonly Named[], reading: Reading): { at?: string; beside?: string } {
  const verb = mainVerb(findVerbs(reading.text))
  const loose = named.filter(({ part, own }) => part === 'none' && !own)
  const noted = ({ unit }: Named): boolean => reading.text.charAt(unit.start - 1) === '('
  const after = loose.find((n) => noted(n) || (verb !== undefined && n.unit.start >= verb.end))
  const before = loose.find((n) => !noted(n) && (verb === undefined || n.unit.start < verb.start))
  const at = before !== undefined && isBelow(before.unit, reading.sender) ? before.unit.name : undefined
  return { ...optional('at', at), ...optional('beside', after?.unit.name) }
}

/** Reads the movement told in a text; `toOwn` when it ends in the sender's unit (到我站, 来我局). */
export function movementOf(reading: Reading): Movement {
  const { text, sender } = reading
  const named: Named[] = reading.units
    .filter(({ candidates }) => candidates === undefined)
    .map((unit) => ({ unit, part: partOf(unit, text), own: unit.name === sender.unit }))
  const first = (part: Part): UnitSpan | undefined => named.find((n) => n.part === part && !n.own)?.unit
  const toOwn = TO_OWN.test(text) || named.some(({ part, own }) => part === 'to' && own)
  const to = first('to')
  const loose = looseUnits(named, reading)
  const lent = toOwn ? first('none')?.name : undefined
  const at = named.find(({ part }) => part === 'at')?.unit.name ?? (lent === undefined ? loose.at : undefined)
  const toDepartment = departmentIn(TO_DEPARTMENT, reading) ?? departmentIn(NEW_AT, reading)
  const fromDepartment = departmentIn(FROM_DEPARTMENT, reading) ?? deskOf(first('from'), text)
  return {
    ...optional('from', first('from')?.name ?? lent),
    ...optional('to', to?.name ?? taskForce(text)),
    ...optional('at', at),
    ...optional('beside', loose.beside),
    ...optional(
      'fromDepartment',
      fromDepartment ?? (toDepartment && deskBefore(text, reading.people[0]?.name ?? '')),
    ),
    ...optional('toDepartment', toDepartment),
    toOwn,
    guessed: to?.text === '省厅',
  }
}

const optional = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: string })
