// Random things that are filed about a small city, for the property tests of findings and snapshots.
import fc from 'fast-check'
import type { Tx } from '../../../bot/store/database.ts'
import type { Store } from '../../../bot/store/index.ts'
import { addDays, type LocalDate } from '../../../policy/calendar.ts'
import { addPerson, addReport, addSmallCity, addStaff } from '../../support/database.ts'

/** What is filed; `who`, `where` and `when` choose among what there is. */
export type Act = { what: keyof typeof filings | 'undo'; who: number; where: number; when: number }

type Filing = {
  act: Act
  store: Store
  tx: Tx
  today: LocalDate
  day: LocalDate
  unitId: string
  /** somebody's post, and a person who has one */
  postId: number
  personId: string
  reportId: number
}

const units = ['zhengzhuang', 'duanshi', 'bagong', 'village-1', 'bureau', 'housing'] as const
const roles = ['townshipStaff', 'enforcementOfficer', 'safetyStaff', 'leader', 'villageCadre'] as const
const people = ['p0', 'p1', 'p2', 'p3', 'p4'] as const

const filings = {
  join: ({ act, store, unitId, day, reportId }: Filing) =>
    store.people.addPost({
      personId: people[act.who % 5] ?? 'p0',
      unitId,
      roleCode: roles[act.where % 5] ?? 'other',
      postKind: act.who < 2 ? 'enforcement' : undefined,
      from: day,
      reportId,
    }),
  end: ({ store, postId, day, reportId }: Filing) =>
    store.people.endPost(postId, { to: day, reason: 'retire', reportId }),
  lend: ({ act, store, postId, day, reportId }: Filing) =>
    store.people.addSecondment({
      postId,
      toUnitId: units[(act.where + act.who) % 6] ?? 'bureau',
      from: day,
      reportId,
    }),
  giveBack: ({ store, postId, day, reportId }: Filing) =>
    store.people.endSecondments(postId, { to: day, reportId }),
  rest: ({ store, postId, day, reportId }: Filing) =>
    store.people.addLeave({ postId, kind: 'sick', from: day, reportId }),
  certify: ({ store, personId, day, reportId }: Filing) =>
    store.people.addCertificate({
      personId,
      kind: 'enforcementCertificate',
      expiryDate: addDays(day, 400),
      reportId,
    }),
  describe: ({ store, personId, reportId }: Filing) =>
    store.people.addQualification({ personId, kind: 'emergencyBackground', value: 'yes', reportId }),
  async train({ act, store, unitId, personId, day, reportId }: Filing) {
    const days = { startDate: addDays(day, -13), endDate: day }
    const sessionId = await store.trainings.addSession({ unitId, kind: 'rotation', ...days, reportId })
    const result = act.who === 0 ? 'fail' : 'pass'
    await store.trainings.addRecord({ sessionId, personId, result, reportId })
  },
  nothingNew: ({ store, unitId, today, reportId }: Filing) =>
    store.records.addNilReport({ unitId, topic: 'staffing', period: 'week', onDate: today, reportId }),
  async tip({ act, store, reportId }: Filing) {
    const kinds = { category: 'hazard', level: 'general', urgency: 'normal', confidential: false } as const
    const nobody = { sector: undefined, replyTo: undefined, content: {} }
    const place = { unitId: 'bagong', handlerUnitId: act.who < 3 ? 'bureau' : 'housing' }
    const tip = await store.tips.create({ reportId, number: `TS-${reportId}`, ...kinds, ...nobody, ...place })
    if (act.who % 2 === 0) await store.tips.decide(tip.id, { status: 'accepted', by: 'wang' })
  },
} satisfies Record<string, (filing: Filing) => Promise<unknown>>

const kinds: Partial<Record<Act['what'], string>> = { train: 'training', tip: 'hazard' }

export const anyActs: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...(Object.keys(filings) as Act['what'][]), 'join', 'undo', 'undo'),
    who: fc.nat({ max: 4 }),
    where: fc.nat({ max: 29 }),
    when: fc.integer({ min: -400, max: 60 }),
  }),
  { minLength: 3, maxLength: 9 },
)

/** The small city with two people at most units, and five people without a post. */
export async function addScene(tx: Tx): Promise<void> {
  await addSmallCity(tx)
  for (const id of people) await addPerson(tx, id)
  for (const unitId of ['zhengzhuang', 'duanshi', 'bagong']) await addStaff(tx, unitId, 2)
  await addStaff(tx, 'village-1', 1, { roleCode: 'villageCadre' })
  await addStaff(tx, 'bureau', 2, { roleCode: 'enforcementOfficer', postKind: 'enforcement' })
}

/** Carries the act out; answers its report, or undefined when there was nothing to take back. */
export async function perform(act: Act, store: Store, tx: Tx, today: LocalDate): Promise<number | undefined> {
  if (act.what === 'undo') return takeBack(act, store, tx)
  const posts = await tx.post.findMany({ where: { voidedAt: null }, orderBy: { id: 'asc' } })
  const post = posts[act.where % posts.length]
  if (post === undefined) throw new Error('the scene has posts')
  const unitId = units[act.where % units.length] ?? 'zhengzhuang'
  const reportId = await addReport(store, unitId, kinds[act.what] ?? 'staffing')
  const day = addDays(today, act.when)
  const { id: postId, personId } = post
  await filings[act.what]({ act, store, tx, today, day, unitId, postId, personId, reportId })
  return reportId
}

async function takeBack(act: Act, store: Store, tx: Tx): Promise<number | undefined> {
  const saved = await tx.report.findMany({ where: { status: 'saved', kind: { not: 'hazard' } } })
  const report = await store.reports.byId(saved[act.where % saved.length]?.id ?? -1)
  if (report === undefined || (await store.undo(report.id)) !== undefined) return undefined
  await store.reports.end(report, 'withdrawn')
  return report.id
}
