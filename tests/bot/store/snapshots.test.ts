// The weekly picture: sums over each tree, corrected when written again, compared child by child.
import { expect, test } from 'vitest'
import {
  addReport,
  addSmallCity,
  addStaff,
  freshDatabase,
  noon,
  type TestDatabase,
} from '../../support/database.ts'

const monday = '2024-03-18'
const before = '2024-03-11'
const recordedAt = new Date(noon('2024-03-01'))
const none = { met: 0, notMet: 0, atRisk: 0, noData: 0, stale: 0, exempt: 0, gapHeads: 0 }

test('a picture counts the unit and all below it, just as the findings of the day do', async () => {
  await using db = await city()

  const { pictures, tallies } = await db.at(monday, async (store, tx) => {
    await store.findings.evaluateAll(monday)
    await store.snapshots.write(monday)
    const ids = (await tx.unit.findMany()).map((unit) => unit.id)
    const pictures = await store.snapshots.of(monday, ids)
    const tallies = []
    for (const unitId of ids) {
      for (const tally of await store.findings.counts(unitId)) tallies.push({ ...tally, unitId, day: monday })
    }
    return { pictures, tallies }
  })

  expect(pictures.length).toBeGreaterThan(20)
  expect(pictures).toEqual(tallies)
})

test('writing a day again after a late report corrects the old picture and leaves no second one', async () => {
  await using db = await city()
  const write = () => db.at(monday, (store) => store.snapshots.write(before))
  const picture = () => db.at(monday, (store) => store.snapshots.of(before, ['qinshui']))
  const staff = async () => (await picture()).find((row) => row.obligationId === 'A05-5')

  const rows = await write()
  expect(await staff()).toMatchObject({ met: 0, notMet: 1, noData: 1, gapHeads: 1 })
  await joinLate(db)

  expect(await write()).toBe(rows)
  expect(await staff()).toMatchObject({ met: 1, notMet: 0, noData: 1, gapHeads: 0 })
  expect(await db.transact((tx) => tx.snapshot.count())).toBe(rows)
})

test('a trend is the pictures of one unit, oldest first, of the obligations asked for', async () => {
  await using db = await city()
  await db.at(monday, async (store) => {
    for (const day of [monday, before, '2024-03-04'] as const) await store.snapshots.write(day)
  })
  const series = (from: '2024-03-04' | typeof before) =>
    db.at(monday, (store) =>
      store.snapshots.series({ unitId: 'qinshui', from, to: monday, obligationIds: ['A05-5', 'A05-4'] }),
    )

  const days = (await series(before)).map((row) => `${row.day} ${row.obligationId}`)

  expect(days).toEqual([`${before} A05-4`, `${before} A05-5`, `${monday} A05-4`, `${monday} A05-5`])
  expect(await series('2024-03-04')).toHaveLength(6)
})

test('the day before is the newest earlier picture of the unit', async () => {
  await using db = await city()
  await db.at(monday, async (store) => {
    for (const day of ['2024-03-04', before, monday] as const) await store.snapshots.write(day)
  })
  const dayBefore = (day: typeof monday | '2024-03-04') =>
    db.at(monday, (store) => store.snapshots.dayBefore(day, 'qinshui'))

  expect(await dayBefore(monday)).toBe(before)
  expect(await dayBefore('2024-03-04')).toBeUndefined()
})

test('a comparison names for each child what got better and what got worse', async () => {
  await using db = await city()
  await db.at(before, (store) => store.snapshots.write(before))
  await db.transact(async (tx) => {
    await addStaff(tx, 'zhengzhuang', 1, { recordedAt, from: '2024-03-15' })
    await tx.post.updateMany({ where: { unitId: 'bagong' }, data: { to: '2024-03-15' } })
  })
  await db.at(monday, (store) => store.snapshots.write(monday))

  const compare = (rootId: string) =>
    db.at(monday, (store) => store.snapshots.compare(monday, before, rootId))
  const [qinshui, zezhou] = await compare('city')

  const step = { obligationId: 'A05-5' }
  expect(qinshui).toMatchObject({ unitId: 'qinshui', unitName: '沁水县', unitKind: 'county', worse: [] })
  expect(qinshui?.better).toEqual([
    {
      ...step,
      before: { ...none, notMet: 1, noData: 1, gapHeads: 1 },
      after: { ...none, met: 1, noData: 1 },
    },
  ])
  expect(zezhou?.better).toEqual([])
  expect(zezhou?.worse[0]).toEqual({
    ...step,
    before: { ...none, met: 1 },
    after: { ...none, notMet: 1, gapHeads: 3 },
  })
  expect((await compare('qinshui')).map((child) => [child.unitId, child.better.length])).toEqual([
    ['bureau', 0],
    ['duanshi', 0],
    ['housing', 0],
    ['zhengzhuang', 1],
  ])
})

test('as many units short but more heads missing is worse', async () => {
  await using db = await city()
  await db.at(before, (store) => store.snapshots.write(before))
  await db.transact((tx) => tx.post.updateMany({ where: { id: 1 }, data: { to: '2024-03-15' } }))
  await db.at(monday, (store) => store.snapshots.write(monday))

  const [qinshui] = await db.at(monday, (store) => store.snapshots.compare(monday, before, 'city'))

  expect(qinshui?.worse.map((step) => [step.before.gapHeads, step.after.gapHeads])).toContainEqual([1, 2])
})

test('fewer units short is better, even when those that are lack more heads', async () => {
  await using db = await city()
  await db.transact((tx) => addStaff(tx, 'duanshi', 2, { recordedAt }))
  await db.at(before, (store) => store.snapshots.write(before))
  await db.transact(async (tx) => {
    await addStaff(tx, 'zhengzhuang', 1, { recordedAt, from: '2024-03-15' })
    await tx.post.updateMany({ where: { unitId: 'duanshi' }, data: { to: '2024-03-15' } })
  })
  await db.at(monday, (store) => store.snapshots.write(monday))

  const [qinshui] = await db.at(monday, (store) => store.snapshots.compare(monday, before, 'city'))

  const staff = qinshui?.better.find((step) => step.obligationId === 'A05-5')
  expect([staff?.before.gapHeads, staff?.after.gapHeads]).toEqual([2, 3])
})

test('the summary of a county needs only its own picture and those of its children', async () => {
  await using db = await city()
  await db.at(monday, async (store) => {
    await store.findings.evaluateAll(monday)
    for (const day of [before, monday] as const) await store.snapshots.write(day)
  })
  const summary = () =>
    db.at(monday, async (store) => [
      await store.snapshots.of(monday, ['qinshui']),
      await store.snapshots.compare(monday, before, 'qinshui'),
    ])
  const whole = await summary()

  await db.transact(async (tx) => {
    const needed = ['qinshui', 'zhengzhuang', 'duanshi', 'bureau', 'housing']
    await tx.snapshot.deleteMany({ where: { unitId: { notIn: needed } } })
    await tx.finding.deleteMany()
    await tx.post.deleteMany()
  })

  expect(await summary()).toEqual(whole)
})

test('what changed from a picture to now is told for the units asked, in their order', async () => {
  await using db = await city()
  await db.at(before, (store) => store.snapshots.write(before))
  await joinLate(db)
  const compared = await db.at(monday, async (store) => {
    await store.findings.evaluateAll(monday)
    return store.snapshots.since(before, ['zhengzhuang', 'duanshi', 'qinshui', 'nowhere'])
  })

  const better = compared.map((one) => [one.unitId, one.better.map((step) => step.obligationId)])
  expect(better).toEqual([
    ['zhengzhuang', ['A05-5']],
    ['duanshi', []],
    ['qinshui', ['A05-5']],
  ])
})

/** The small city with two of three people at 郑庄镇 and three at 巴公镇; nothing known of 端氏镇. */
async function city(): Promise<TestDatabase> {
  const db = await freshDatabase()
  await db.transact(async (tx) => {
    await addSmallCity(tx)
    await addStaff(tx, 'zhengzhuang', 2, { recordedAt })
    await addStaff(tx, 'bagong', 3, { recordedAt })
  })
  return db
}

/** On Monday somebody reports a third person at 郑庄镇, who has been there since 1 March. */
async function joinLate(db: TestDatabase): Promise<void> {
  await db.at(monday, async (store) => {
    const reportId = await addReport(store, 'zhengzhuang')
    const personId = await store.people.create({ name: '张三', reportId })
    const post = { personId, unitId: 'zhengzhuang', roleCode: 'townshipStaff', from: '2024-03-01' } as const
    await store.people.addPost({ ...post, reportId })
  })
}
