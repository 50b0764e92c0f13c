// Who can be somebody in the chat of the demo, and which groups there are. Open ids and chat ids are fixed, so
// that a restart keeps conversations. Imported by prisma/demo only.
import { namedOfficers } from './bureaus.ts'
import { namedLeaders } from './leaders.ts'
import type { DemoPerson } from './roster.ts'
import { named } from './townships.ts'
import type { DemoUnit } from './units.ts'

export type DemoMember = {
  readonly openId: string
  readonly name: string
  /** what the page shows below the name */
  readonly title: string
  readonly colour: string
  readonly mobile: string
  /** undefined for somebody unbound */
  readonly binding?: {
    readonly unitId: string
    readonly role: 'reporter' | 'handler' | 'leader' | 'admin'
    readonly personId: string
  }
}

export type DemoGroup = {
  readonly chatId: string
  readonly name: string
  readonly unitId: string
  readonly memberOpenIds: readonly string[]
}

type Seat = readonly [id: string, unit: string, name: string, title: string, colour: string, role: Role]
type Role = NonNullable<DemoMember['binding']>['role'] | 'unbound'

/** Somebody of the public: on no roster. */
export const stranger = { openId: 'ou_demo_public', name: '田小雨', mobile: '13800009999' } as const

const seats: readonly Seat[] = [
  [
    'clerk_zhengzhuang',
    '沁水县郑庄镇',
    named.clerkOfZhengzhuang,
    '郑庄镇应急办 · 报送员',
    '#1456f0',
    'reporter',
  ],
  ['clerk_bagong', '泽州县巴公镇', named.clerkOfBagong, '巴公镇应急办 · 报送员', '#067062', 'reporter'],
  ['officer_qinshui', '沁水县应急管理局', '李四', '沁水县应急管理局 · 执法人员', '#a44904', 'handler'],
  ['officer_zezhou', '泽州县应急管理局', '陈志强', '泽州县应急管理局 · 执法人员', '#865b03', 'handler'],
  ['leader_qinshui', '沁水县', '刘明远', '沁水县副县长', '#7a35f0', 'leader'],
  ['leader_zezhou', '泽州县', '吕雅琴', '泽州县副县长', '#b82879', 'leader'],
  ['leader_city', '晋城市', '郭志华', '晋城市副市长', '#c02a26', 'leader'],
  ['admin', '晋城市', '孙晓东', '市应急管理局 · 管理员', '#1a7526', 'admin'],
  ['clerk_beiliu', '阳城县北留镇', named.clerkOfBeiliu, '北留镇应急办 · 尚未绑定', '#5b6472', 'unbound'],
]

/** Township groups, and who is in each besides the administrator. */
const townshipGroups: Readonly<Record<string, readonly string[]>> = {
  沁水县郑庄镇: ['clerk_zhengzhuang', 'officer_qinshui'],
  泽州县巴公镇: ['clerk_bagong', 'officer_zezhou'],
  阳城县北留镇: ['clerk_beiliu'],
  高平市米山镇: [],
  城区开发区街道: [],
}

const countyMembers: Readonly<Record<string, readonly string[]>> = {
  沁水县: ['leader_qinshui', 'officer_qinshui', 'clerk_zhengzhuang'],
  泽州县: ['leader_zezhou', 'officer_zezhou', 'clerk_bagong'],
}

/** The people one can be, in the order in which the page lists them. */
export function demoMembers(
  units: readonly DemoUnit[],
  people: readonly DemoPerson[],
): readonly DemoMember[] {
  const unitIds = new Map(units.map((unit) => [unit.name, unit.id]))
  const byName = new Map(people.map((person) => [person.name, person]))
  const members = seats.map(([id, unit, name, title, colour, role]): DemoMember => {
    const person = byName.get(name)
    const unitId = unitIds.get(unit)
    if (person === undefined || unitId === undefined) throw new RangeError(`${name} is not on the roster`)
    const member = { openId: openIdOf(id), name, title, colour, mobile: person.phone }
    return role === 'unbound' ? member : { ...member, binding: { unitId, role, personId: person.id } }
  })
  return [...members, { ...stranger, title: '群众 · 未绑定', colour: '#3f7a8c' }]
}

/** One group for the city, one for each county-level unit, and some townships; the administrator is in all. */
export function demoGroups(units: readonly DemoUnit[]): readonly DemoGroup[] {
  return units.flatMap((unit): readonly DemoGroup[] => {
    if (unit.kind === 'city') {
      return [group(unit, '晋城市安全监管能力建设', ['leader_city', 'leader_qinshui', 'leader_zezhou'])]
    }
    if (unit.kind === 'county' || unit.kind === 'zone') {
      return [group(unit, `${unit.name}安全监管工作群`, ['leader_city', ...(countyMembers[unit.name] ?? [])])]
    }
    const members = unit.kind === 'township' ? townshipGroups[unit.name] : undefined
    return members === undefined ? [] : [group(unit, `${shortName(unit.name)}应急工作群`, members)]
  })
}

function group(unit: DemoUnit, name: string, seatIds: readonly string[]): DemoGroup {
  const memberOpenIds = ['admin', ...seatIds].map(openIdOf)
  return { chatId: `oc_demo_${unit.id}`, name, unitId: unit.id, memberOpenIds }
}

function shortName(township: string): string {
  return township.replace(/^(?:城区|.{2}[县市])/, '')
}

function openIdOf(seat: string): string {
  return `ou_demo_${seat}`
}

/** Names that are given by hand and may not be drawn for anybody else. */
export const givenByHand: readonly string[] = [
  ...Object.values(named),
  ...Object.values(namedOfficers),
  ...Object.values(namedLeaders),
  stranger.name,
]
