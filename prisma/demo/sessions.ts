// The training courses people of the demo city went to before the eight weeks of history: rotations, placed so
// that some are overdue or soon due again, and the qualification course of new officers.
import { addDays, addMonths, type LocalDate } from '../../policy/calendar.ts'
import { intakes, namedOfficers } from './bureaus.ts'
import type { Draw } from './random.ts'
import type { DemoPerson } from './roster.ts'
import type { DemoUnit } from './units.ts'

export type DemoSession = {
  readonly unitId: string
  readonly kind: 'rotation' | 'initialQualification'
  readonly topic: string
  readonly startDate: LocalDate
  readonly endDate: LocalDate
  readonly days: number
  readonly hours: number
  readonly personIds: readonly string[]
}

type Course = {
  readonly percent: number
  readonly days: number
  /** the last day; `host` counts the bureaus, so that not all fall due on one day */
  readonly ended: (today: LocalDate, host: number) => LocalDate
}

const threeYearsBefore = (today: LocalDate, days: number): LocalDate => addDays(addMonths(today, -36), days)

/** The last rotation of a person, by share of the people. */
const courses: readonly Course[] = [
  { percent: 2, days: 14, ended: (today, host) => threeYearsBefore(today, -6 - 7 * host) },
  { percent: 3, days: 14, ended: (today, host) => threeYearsBefore(today, 6 + 7 * host) },
  { percent: 5, days: 14, ended: (today, host) => threeYearsBefore(today, 75 + host) },
  // Too short, so that two weeks are missing.
  { percent: 2, days: 9, ended: (today) => addDays(today, -500) },
  { percent: 45, days: 14, ended: (today) => addDays(today, -610) },
  { percent: 43, days: 14, ended: (today) => addDays(today, -240) },
]
/** The course of 李四: his bureau is the third host, so it is due again in 20 days. */
const dueSoon = 1

const trained = new Set(['enforcementOfficer', 'safetyStaff', 'townshipStaff'])

/** Courses with at least one participant, each held by the emergency bureau of its county or of the city. */
export function demoSessions(
  units: readonly DemoUnit[],
  people: readonly DemoPerson[],
  draw: Draw,
  today: LocalDate,
): readonly DemoSession[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const hosts = units.filter((unit) => unit.emergencyBureau)
  const hostOf = new Map(hosts.map((unit, order) => [unit.countyId, order]))
  const participants = new Map<string, { host: number; course: number; ids: string[] }>()
  for (const person of people) {
    if (!trained.has(person.post.roleCode) || person.post.postKind === 'auxiliary') continue
    const host = hostOf.get(byId.get(person.post.unitId)?.countyId ?? null)
    if (host === undefined) continue
    const course = person.name === namedOfficers['沁水县应急管理局'] ? dueSoon : drawCourse(draw)
    const key = `${host} ${course}`
    const known = participants.get(key) ?? { host, course, ids: [] }
    known.ids.push(person.id)
    participants.set(key, known)
  }
  const rotations = [...participants.values()].flatMap((group) =>
    rotation(hosts[group.host]?.id ?? '', group, today),
  )
  return [...rotations, ...entryCourses(people, byId, today)]
}

function drawCourse(draw: Draw): number {
  let left = draw.below(100)
  const found = courses.findIndex(({ percent }) => {
    left -= percent
    return left < 0
  })
  return Math.max(found, 0)
}

function rotation(
  unitId: string,
  { host, course, ids }: { host: number; course: number; ids: readonly string[] },
  today: LocalDate,
): readonly DemoSession[] {
  const chosen = courses[course]
  if (chosen === undefined) return []
  const { days } = chosen
  const endDate = chosen.ended(today, host)
  const topic = '应急管理干部轮训班'
  const hours = days === 14 ? 80 : 48
  const startDate = addDays(endDate, 1 - days)
  return [{ unitId, kind: 'rotation', topic, startDate, endDate, days, hours, personIds: ids }]
}

/** Two months after they came, the officers of the trained intake passed the qualification course. */
function entryCourses(
  people: readonly DemoPerson[],
  byId: ReadonlyMap<string, DemoUnit>,
  today: LocalDate,
): readonly DemoSession[] {
  const began = addDays(today, -intakes.trained)
  const endDate = addDays(began, 60)
  return people
    .filter(({ post }) => post.roleCode === 'enforcementOfficer' && post.from === began)
    .filter(({ post }) => byId.get(post.unitId)?.kind === 'department')
    .map(({ id, post }) => ({
      unitId: post.unitId,
      kind: 'initialQualification',
      topic: '执法资格培训班',
      startDate: addDays(endDate, -13),
      endDate,
      days: 10,
      hours: 80,
      personIds: [id],
    }))
}
