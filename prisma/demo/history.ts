// Eight weeks of reports before today, as plain data: who came and went, trainings, nil reports. Each ends
// before its Monday, so that the weekly pictures differ. Written by write-history.ts.
import { addDays, isoWeek, type LocalDate, weekday } from '../../policy/calendar.ts'
import type { DemoMember } from './chat.ts'
import type { Naming } from './names.ts'
import type { StaffChange, TownshipPlan } from './plan.ts'
import type { Draw } from './random.ts'
import type { DemoPerson } from './roster.ts'
import type { DemoUnit } from './units.ts'

type Peopled = {
  readonly today: LocalDate
  readonly units: readonly DemoUnit[]
  readonly people: readonly DemoPerson[]
  readonly plans: readonly TownshipPlan[]
  readonly members: readonly DemoMember[]
}

type Filed = {
  readonly day: LocalDate
  /** minutes after midnight */
  readonly minute: number
  readonly unitId: string
  readonly senderOpenId: string
  readonly senderName: string
  readonly rawText: string
}

export type DemoReport = Filed &
  (
    | { readonly kind: 'nil'; readonly period: string }
    | { readonly kind: 'staffing'; readonly item: Record<string, unknown>; readonly leaver?: DemoPerson }
    | {
        readonly kind: 'training'
        readonly item: Record<string, unknown>
        readonly people: readonly DemoPerson[]
      }
  )

const weeksOfHistory = 8

/** The eight Mondays before today, oldest first. */
export function historyMondays(today: LocalDate): readonly LocalDate[] {
  const last = addDays(today, weekday(today) === 1 ? -7 : 1 - weekday(today))
  return Array.from({ length: weeksOfHistory }, (_, week) => addDays(last, (week + 1 - weeksOfHistory) * 7))
}

/** The Wednesday before the first of the Mondays: the day on which the roster was imported. */
export function importDay(today: LocalDate): LocalDate {
  return addDays(historyMondays(today)[0] ?? today, -5)
}

/** All reports, oldest first. */
export function demoHistory(city: Peopled, draw: Draw, naming: Naming): readonly DemoReport[] {
  const file = filing(city, draw)
  const staffing = city.plans.flatMap(({ unit, changes }) =>
    changes.map((change) => staffReport(city, file(unit, change.week), change, naming.name())),
  )
  const nil = city.units.flatMap((unit) =>
    nilWeeks(city, unit).map((week): DemoReport => {
      const filed = file(unit, week)
      return { ...filed, kind: 'nil', rawText: '本周人员无变动', period: isoWeek(filed.day) }
    }),
  )
  const trained = trainings.flatMap(([name, week]) => trainingReport(city, file, name, week))
  return [...staffing, ...nil, ...trained].sort((one, next) => keyOf(one).localeCompare(keyOf(next)))
}

function keyOf({ day, minute, unitId }: DemoReport): string {
  return `${day} ${String(minute).padStart(4, '0')} ${unitId}`
}

type File = (unit: DemoUnit, week: number) => Filed

/** A report of the unit on a working day of the week before the Monday of this number. */
function filing(city: Peopled, draw: Draw): File {
  const mondays = historyMondays(city.today)
  const firstOf = new Map<string, DemoPerson>()
  for (const person of city.people) {
    if (!firstOf.has(person.post.unitId)) firstOf.set(person.post.unitId, person)
  }
  const reporters = new Map(
    city.members.flatMap((member) =>
      member.binding?.role === 'reporter' || member.binding?.role === 'handler'
        ? [[member.binding.unitId, member] as const]
        : [],
    ),
  )
  return (unit, week) => {
    const reporter = reporters.get(unit.id)
    return {
      day: addDays(mondays[week - 1] ?? city.today, draw.below(4) - 6),
      minute: 9 * 60 + draw.below(8 * 60),
      unitId: unit.id,
      senderOpenId: reporter?.openId ?? `ou_demo_unit_${unit.id}`,
      senderName: reporter?.name ?? firstOf.get(unit.id)?.name ?? unit.name,
      rawText: '',
    }
  }
}

/** In the fourth week and the last; units that grow silent or were never heard of file none. */
function nilWeeks(city: Peopled, unit: DemoUnit): readonly number[] {
  if (unit.kind === 'village') return [4]
  if (unit.kind === 'department') return silentBureaus.has(unit.name) ? [] : [4, 8]
  const plan = city.plans.find((one) => one.unit === unit)
  return plan?.reports === 'regularly' ? [4, 8] : []
}

const silentBureaus: ReadonlySet<string> = new Set(['陵川县交通局', '城区市场监管局'])

function staffReport(city: Peopled, filed: Filed, change: StaffChange, newcomer: string): DemoReport {
  const effectiveDate = addDays(filed.day, -1)
  const when = `${Number(effectiveDate.slice(5, 7))}月${Number(effectiveDate.slice(8))}日`
  if (change.kind === 'joins') {
    const role = '专职应急管理人员'
    const item = {
      type: 'staffingChange',
      person: newcomer,
      changeType: 'join',
      effectiveDate,
      roleCode: 'townshipStaff',
      role,
      department: '应急办',
      fullTime: true,
    }
    return { ...filed, kind: 'staffing', item, rawText: `${newcomer}${when}到应急办报到，专职` }
  }
  const leaver = city.people.findLast(
    ({ post }) =>
      post.unitId === filed.unitId &&
      post.roleCode === 'townshipStaff' &&
      post.postKind === 'public' &&
      post.fullTime,
  )
  if (leaver === undefined) throw new RangeError(`nobody to leave ${filed.unitId}`)
  const item = {
    type: 'staffingChange',
    person: leaver.name,
    changeType: 'retire',
    effectiveDate,
    roleCode: 'townshipStaff',
  }
  return { ...filed, kind: 'staffing', item, leaver, rawText: `应急办${leaver.name}${when}退休` }
}

/** Rotations within the eight weeks: bureau, number of the Monday before which it was reported. */
const trainings: readonly (readonly [bureau: string, week: number])[] = [
  ['高平市应急管理局', 2],
  ['泽州县应急管理局', 4],
  ['晋城市应急管理局', 6],
  ['沁水县应急管理局', 7],
]

function trainingReport(city: Peopled, file: File, bureau: string, week: number): readonly DemoReport[] {
  const unit = city.units.find((one) => one.name === bureau)
  if (unit === undefined) return []
  const filed = file(unit, week)
  // Whoever one can be in the chat stays at home: what is due to them is theirs to report.
  const known = new Set(city.members.map((member) => member.name))
  const people = city.people
    .filter(({ post, name }) => post.unitId === unit.id && post.roleCode !== 'leader' && !known.has(name))
    .filter((_, index) => index % 3 === 0)
  const [startDate, endDate] = [addDays(filed.day, -15), addDays(filed.day, -2)]
  const topic = '应急管理干部轮训班'
  const names = people.map((person) => person.name)
  const item = {
    type: 'trainingRecord',
    trainingType: 'rotation',
    topic,
    participants: names,
    startDate,
    endDate,
    days: 10,
    hours: 80,
    passed: 'pass',
  }
  const rawText = `${names.join('、')}${startDate}至${endDate}参加${topic}，80学时，考试合格`
  return [{ ...filed, kind: 'training', item, people, rawText }]
}
