// The people of the bureaus of the demo city: leading body, enforcement officers, safety staff.
// Imported by prisma/demo/city.ts.
import { addDays } from '../../policy/calendar.ts'
import { competence, drawnValidity, enforcementCertificate } from './officers.ts'
import type { Cast, DemoPost } from './roster.ts'
import type { DemoUnit } from './units.ts'

/** Officers and leaders one can be in the chat. */
export const namedOfficers: Readonly<Record<string, string>> = {
  沁水县应急管理局: '李四',
  泽州县应急管理局: '陈志强',
  晋城市应急管理局: '孙晓东',
}

type Size = { readonly leaders: number; readonly officers: number; readonly safetyStaff: number }

/** Days before today on which the officers of an intake began; the later ones wait for their training. */
export const intakes = { trained: 420, waiting: 70, late: 230 } as const

/** Everybody of one bureau. */
export function addBureau(cast: Cast, bureau: DemoUnit): void {
  const size = sizeOf(cast, bureau)
  addLeaders(cast, bureau, size.leaders)
  const percent = bureau.name === '陵川县应急管理局' ? 50 : 70 + cast.draw.below(30)
  for (let index = 0; index < size.officers; index += 1) addOfficer(cast, bureau, index, percent)
  for (let index = 0; index < size.safetyStaff; index += 1) {
    cast.add({
      post: {
        unitId: bureau.id,
        roleCode: 'safetyStaff',
        title: '安全监管科科员',
        department: '安全监管科',
        postKind: 'administrative',
        from: addDays(cast.today, -(300 + cast.draw.below(2500))),
      },
    })
  }
}

function sizeOf(cast: Cast, bureau: DemoUnit): Size {
  const { draw } = cast
  const ofCity = bureau.countyId === null
  if (bureau.emergencyBureau) {
    return ofCity
      ? { leaders: 7, officers: 16, safetyStaff: 4 }
      : { leaders: 5, officers: 7 + draw.below(6), safetyStaff: 2 + draw.below(2) }
  }
  if (!bureau.keySector) return { leaders: 4, officers: 0, safetyStaff: 1 + draw.below(2) }
  return {
    leaders: 3 + draw.below(3),
    officers: 3 + draw.below(3),
    safetyStaff: draw.chance(80) ? 2 + draw.below(2) : 1,
  }
}

function addLeaders(cast: Cast, bureau: DemoUnit, count: number): void {
  // Where the sector is not safety itself, one body in four has nobody with the background.
  const able = bureau.emergencyBureau ? 2 : cast.draw.chance(75) ? 1 : 0
  for (let index = 0; index < count; index += 1) {
    cast.add({
      post: {
        unitId: bureau.id,
        roleCode: 'leader',
        title: index === 0 ? '局长' : '副局长',
        postKind: 'administrative',
        from: addDays(cast.today, -(150 + cast.draw.below(1500))),
      },
      qualifications: { emergencyBackground: index > 0 && index <= able ? 'yes' : 'no' },
    })
  }
}

function addOfficer(cast: Cast, bureau: DemoUnit, index: number, percent: number): void {
  const name = index === 0 ? namedOfficers[bureau.name] : undefined
  const began = newcomer(bureau, index)
  const { qualifications, certificates } = competence(cast, percent)
  const lasts = drawnValidity(cast)
  cast.add({
    ...(name === undefined ? {} : { name }),
    post: {
      ...officerPost(bureau, index),
      from: addDays(cast.today, -(began ?? 2200 + cast.draw.below(2000))),
      ...lentTo(cast, bureau, index),
    },
    qualifications,
    certificates: isUntrained(began)
      ? certificates
      : [...certificates, enforcementCertificate(cast, name === undefined ? lasts : 800)],
  })
}

function officerPost(bureau: DemoUnit, index: number) {
  const ofCity = bureau.countyId === null
  return {
    unitId: bureau.id,
    roleCode: 'enforcementOfficer',
    title: index === 1 ? `执法${ofCity ? '支队副支队长' : '大队副大队长'}` : '执法人员',
    department: ofCity ? '综合行政执法支队' : '综合行政执法大队',
    postKind: 'enforcement',
  } as const
}

function isUntrained(began: number | undefined): boolean {
  return began === intakes.waiting || began === intakes.late
}

/** In the emergency bureaus the fourth officer came with the last intake but one, the fifth with a later one. */
function newcomer(bureau: DemoUnit, index: number): number | undefined {
  if (!bureau.emergencyBureau) return undefined
  if (index === 3) return intakes.trained
  if (index !== 4) return undefined
  if (bureau.name.startsWith('高平市')) return intakes.late
  return bureau.name.startsWith('阳城县') || bureau.name.startsWith('泽州县') ? intakes.waiting : undefined
}

/** One officer of 陵川县 has been lent for too long, one of 阳城县 soon will be. */
function lentTo(cast: Cast, bureau: DemoUnit, index: number): Pick<DemoPost, 'lent'> {
  if (index !== 2) return {}
  if (bureau.name === '陵川县应急管理局') {
    return { lent: { to: '乡村振兴专班', from: addDays(cast.today, -130) } }
  }
  if (bureau.name === '阳城县应急管理局') {
    return { lent: { to: '县政府办', from: addDays(cast.today, -50) } }
  }
  return {}
}
