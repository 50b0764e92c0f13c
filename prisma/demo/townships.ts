// The people of townships and villages in the demo city. Imported by prisma/demo/city.ts.
import { addDays } from '../../policy/calendar.ts'
import { enforcementCertificate } from './officers.ts'
import type { StaffChange, TownshipPlan } from './plan.ts'
import type { Cast } from './roster.ts'
import type { DemoUnit } from './units.ts'

/** Names given by hand: the people one can be in the chat, and those the examples of the guide speak of. */
export const named = {
  clerkOfZhengzhuang: '王秀兰',
  clerkOfBagong: '赵建国',
  clerkOfBeiliu: '何文静',
  farmClerk: '张三',
} as const

const clerks: Readonly<Record<string, string>> = {
  沁水县郑庄镇: named.clerkOfZhengzhuang,
  泽州县巴公镇: named.clerkOfBagong,
  阳城县北留镇: named.clerkOfBeiliu,
}

/** Staff, a deputy head and, with delegated power, two officers; nobody where nothing was ever reported. */
export function addTownship(cast: Cast, { unit, staff, changes, reports }: TownshipPlan): void {
  if (reports === 'never') return
  const department = '应急办'
  const before = staff - balanceOf(changes)
  for (let index = 0; index < before; index += 1) {
    const name = index === 0 ? clerks[unit.name] : undefined
    cast.add({
      ...(name === undefined ? {} : { name }),
      post: {
        unitId: unit.id,
        roleCode: 'townshipStaff',
        title: index === 0 ? '应急管理站站长' : '专职应急管理人员',
        department,
        from: someDay(cast, 300, 2400),
      },
    })
  }
  addDeputyHead(cast, unit)
  if (unit.township?.delegatedEnforcement === true) addOfficers(cast, unit)
  // Part-timers and auxiliaries are on the roster too; the rules know that they do not count.
  if (unit.name !== '沁水县郑庄镇' && cast.draw.chance(25)) addHelper(cast, unit, department)
  if (unit.name === '沁水县郑庄镇') addFarmClerk(cast, unit)
}

/** One cadre in each village; the one of 丁村 left three weeks ago and nobody followed. */
export function addVillage(cast: Cast, village: DemoUnit): void {
  const left = village.name.endsWith('丁村') ? { to: addDays(cast.today, -21) } : {}
  cast.add({
    post: {
      unitId: village.id,
      roleCode: 'villageCadre',
      title: '村委会委员',
      from: someDay(cast, 400, 1200),
      ...left,
    },
  })
}

function balanceOf(changes: readonly StaffChange[]): number {
  return changes.reduce((sum, change) => sum + (change.kind === 'joins' ? 1 : -1), 0)
}

function addDeputyHead(cast: Cast, unit: DemoUnit): void {
  const title = unit.name.endsWith('街道') ? '副主任' : unit.name.endsWith('镇') ? '副镇长' : '副乡长'
  cast.add({
    post: {
      unitId: unit.id,
      roleCode: 'leader',
      title,
      from: someDay(cast, 200, 1500),
      postKind: 'administrative',
    },
  })
}

function addOfficers(cast: Cast, unit: DemoUnit): void {
  for (const lastsDays of [210 + cast.draw.below(900), 60]) {
    cast.add({
      post: {
        unitId: unit.id,
        roleCode: 'enforcementOfficer',
        title: '执法人员',
        department: '综合行政执法队',
        postKind: 'enforcement',
        from: someDay(cast, 2200, 3000),
      },
      certificates: [enforcementCertificate(cast, lastsDays)],
    })
  }
}

function addHelper(cast: Cast, unit: DemoUnit, department: string): void {
  const kind = cast.draw.chance(50) ? { postKind: 'auxiliary' as const } : { fullTime: false }
  cast.add({
    post: {
      unitId: unit.id,
      roleCode: 'townshipStaff',
      title: '协管员',
      department,
      from: someDay(cast, 100, 900),
      ...kind,
    },
  })
}

function addFarmClerk(cast: Cast, unit: DemoUnit): void {
  cast.add({
    name: named.farmClerk,
    post: {
      unitId: unit.id,
      roleCode: 'other',
      title: '干事',
      department: '农业办',
      from: someDay(cast, 1200, 1300),
    },
  })
}

function someDay(cast: Cast, least: number, most: number) {
  return addDays(cast.today, -(least + cast.draw.below(most - least)))
}
