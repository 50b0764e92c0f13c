// Findings of a whole tree: how many units stand how, and who lacks the most.
import { expect, test } from 'vitest'
import { addSmallCity, addStaff, addUnit, freshDatabase, type TestDatabase } from '../../support/database.ts'

const today = '2024-01-20'

test('counts are over the unit and everything below it, heads summed where the floor is missed', async () => {
  await using db = await judgedCity()

  const [county] = await tallies(db, 'qinshui')
  const [city] = await tallies(db, 'city')

  const none = { noData: 0, stale: 0, exempt: 0, obligationId: 'A05-5' }
  expect(county).toEqual({ ...none, met: 0, atRisk: 1, notMet: 1, gapHeads: 2 })
  expect(city).toEqual({ ...none, met: 1, atRisk: 1, notMet: 1, gapHeads: 2 })
})

test('a unit whose id begins like another is not below it', async () => {
  await using db = await judgedCity()
  await db.at(today, async (store, tx) => {
    await addUnit(tx, 'qinshui2', 'city', { kind: 'county' })
    await addUnit(tx, 'qinshu_', 'city', { kind: 'county' })
    await addUnit(tx, 'elsewhere', 'qinshui2')
    await addStaff(tx, 'elsewhere', 1)
    await store.findings.evaluateAll(today)
  })

  const [county] = await tallies(db, 'qinshui')
  const wildcard = await tallies(db, 'qinshu_')

  expect(county).toMatchObject({ met: 0, atRisk: 1, notMet: 1 })
  expect(wildcard).toEqual([])
})

test('the worst come first by hard obligations not met, then by heads missing, then by code', async () => {
  await using db = await judgedCity()
  await db.at(today, async (store, tx) => {
    await addUnit(tx, 'a-township', 'zezhou', { code: '3' })
    await addUnit(tx, 'b-township', 'zezhou', { code: '2' })
    await addUnit(tx, 'c-township', 'zezhou', { code: '1' })
    await addStaff(tx, 'a-township', 2)
    await addStaff(tx, 'b-township', 2)
    await addStaff(tx, 'c-township', 2)
    await addUnit(tx, 'vacant', 'c-township', { kind: 'village' })
    await addStaff(tx, 'vacant', 1, { roleCode: 'villageCadre', to: '2023-12-31' })
    await store.findings.evaluateAll(today)
  })

  const worst = await db.at(today, (store) => store.findings.worst('city', 5))

  expect(worst.map(({ unitId, notMet, gapHeads }) => [unitId, notMet, gapHeads])).toEqual([
    ['c-township', 2, 1],
    ['zhengzhuang', 1, 2],
    ['b-township', 1, 1],
    ['a-township', 1, 1],
    ['vacant', 1, 0],
  ])
  expect(worst[0]?.findings.map((finding) => finding.obligation)).toEqual(['A05-5', 'A05-7'])
  expect(worst[1]).toMatchObject({ unitName: '沁水县郑庄镇', unitKind: 'township' })
})

test('the worst are cut off at the limit and looked for below the root alone', async () => {
  await using db = await judgedCity()

  expect(await db.at(today, (store) => store.findings.worst('city', 0))).toEqual([])
  expect(await db.at(today, (store) => store.findings.worst('zezhou', 5))).toEqual([])
})

/** 郑庄镇 (class C) has 1 of 3 people, 端氏镇 (class B) 3 of at least 3 and 4 advised, 巴公镇 3. */
async function judgedCity(): Promise<TestDatabase> {
  const db = await freshDatabase()
  await db.at(today, async (store, tx) => {
    await addSmallCity(tx)
    await addStaff(tx, 'zhengzhuang', 1)
    await tx.unit.update({ where: { id: 'duanshi' }, data: { townshipClass: 'B' } })
    await addStaff(tx, 'duanshi', 3)
    await addStaff(tx, 'bagong', 3)
    await store.findings.evaluateAll(today)
  })
  return db
}

async function tallies(db: TestDatabase, rootId: string) {
  const all = await db.at(today, (store) => store.findings.counts(rootId))
  return all.filter((tally) => tally.obligationId === 'A05-5')
}
