// Weekly pictures side by side: what got better and what got worse, child by child.
import { expect, test } from 'vitest'
import { addStaff } from '../../support/database.ts'
import { before, city, joinLate, monday, recordedAt } from './pictured-city.ts'

const none = { met: 0, notMet: 0, atRisk: 0, noData: 0, stale: 0, exempt: 0, gapHeads: 0 }

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
