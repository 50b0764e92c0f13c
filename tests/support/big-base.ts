// A base of the size of a real city: about 1,500 units with everybody in post, trained and certified, and more
// such cities beside it for measurements. Invented people, no two units alike. Used by tests that measure.
import type { Tx } from '../../bot/store/database.ts'
import { noon } from './database.ts'

type Rows<Model extends 'unit' | 'person' | 'post' | 'certificate' | 'trainingSession' | 'trainingRecord'> =
  Extract<NonNullable<Parameters<Tx[Model]['createMany']>[0]>['data'], readonly unknown[]>[number]

type Base = {
  units: Rows<'unit'>[]
  people: Rows<'person'>[]
  posts: Rows<'post'>[]
  certificates: Rows<'certificate'>[]
  sessions: Rows<'trainingSession'>[]
  records: Rows<'trainingRecord'>[]
}

const recordedAt = new Date(noon('2024-03-01'))

/**
 * Adds a city of id `<name>`: 7 counties with 11 townships each, 12 departments in the city and each county, and 17
 * villages below each township. Ids grow by place: `<name>-3-5` is the fifth township of the third county.
 */
export async function addBigCity(tx: Tx, name: string): Promise<void> {
  const base: Base = { units: [], people: [], posts: [], certificates: [], sessions: [], records: [] }
  const first = ((await tx.trainingSession.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0) + 1
  const city = addPlace(base, name, undefined, 'city')
  for (let c = 1; c <= 7; c += 1) {
    const county = addPlace(base, `${name}-${c}`, city, 'county')
    for (let t = 1; t <= 11; t += 1)
      addTownship(base, addPlace(base, `${name}-${c}-${t}`, county, 'township'), t)
    addDepartments(base, county, first)
  }
  addDepartments(base, city, first)
  await tx.unit.createMany({ data: base.units })
  await tx.person.createMany({ data: base.people })
  await tx.post.createMany({ data: base.posts })
  await tx.certificate.createMany({ data: base.certificates })
  await tx.trainingSession.createMany({ data: base.sessions })
  await tx.trainingRecord.createMany({ data: base.records })
}

type Place = { id: string; path: string }

function addPlace(
  base: Base,
  id: string,
  parent: Place | undefined,
  kind: string,
  flags: Partial<Rows<'unit'>> = {},
): Place {
  const path = `${parent?.path ?? '/'}${id}/`
  const code = `${String(base.units.length).padStart(6, '0')}-${id}`
  base.units.push({ id, code, name: id, kind, parentId: parent?.id ?? null, path, ...flags })
  return { id, path }
}

function addTownship(base: Base, township: Place, number: number): void {
  for (let p = 0; p < 2 + (number % 4); p += 1) addHolder(base, township.id, 'townshipStaff', p)
  for (let v = 1; v <= 17; v += 1) {
    const village = addPlace(base, `${township.id}-${v}`, township, 'village')
    if ((v + number) % 9 !== 0) addHolder(base, village.id, 'villageCadre', 0)
  }
}

function addDepartments(base: Base, place: Place, firstSession: number): void {
  for (let d = 1; d <= 12; d += 1) {
    const flags = { emergencyBureau: d === 1, safetyDuty: true, keySector: d <= 6 }
    const { id } = addPlace(base, `${place.id}-d${d}`, place, 'department', flags)
    for (let p = 0; p < 5; p += 1) addHolder(base, id, 'leader', p)
    for (let p = 0; p < 1 + (d % 3); p += 1) addHolder(base, id, 'safetyStaff', p)
    if (d <= 3) for (let p = 0; p < 8; p += 1) addOfficer(base, id, p, firstSession)
  }
}

function addOfficer(base: Base, unitId: string, number: number, firstSession: number): void {
  const personId = addHolder(base, unitId, 'enforcementOfficer', number)
  const kind = 'enforcementCertificate'
  base.certificates.push({
    personId,
    kind,
    issueDate: '2022-01-01',
    expiryDate: `202${4 + (number % 3)}-12-31`,
    recordedAt,
  })
  const id = firstSession + base.sessions.length
  const days = { startDate: '2022-05-09', endDate: '2022-05-20', days: 10, hours: 80 }
  base.sessions.push({ id, unitId, kind: 'rotation', ...days, recordedAt })
  base.records.push({ sessionId: id, personId, result: 'pass', recordedAt })
}

function addHolder(base: Base, unitId: string, roleCode: string, number: number): string {
  const personId = `${unitId}-${roleCode}-${number}`
  base.people.push({ id: personId, name: personId, recordedAt })
  base.posts.push({ personId, unitId, roleCode, from: '2020-01-01', recordedAt })
  return personId
}
