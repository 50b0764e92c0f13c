// Taking a report back: what it changed stands again, and history keeps every row.
import { expect, test } from 'vitest'
import type { Tx } from '../../../bot/store/database.ts'
import type { Store } from '../../../bot/store/index.ts'
import { addReport, type TestDatabase } from '../../support/database.ts'
import { join, leave, namesInPost, postOf, staffedCity, township } from './staffed-city.ts'

test('a post that it ended is open again', async () => {
  await using db = await staffedCity()
  const report = await db.at('2024-03-20', (store) => leave(store, 'zhang', '2024-03-31'))
  expect(await namesInPost(db, '2024-04-01')).toEqual([])

  await db.at('2024-03-21', (store) => store.undo(report))

  expect(await namesInPost(db, '2024-04-01')).toEqual(['zhang'])
})

test('a post that it made is gone', async () => {
  await using db = await staffedCity()
  const report = await db.at('2024-03-20', (store) => join(store, 'li'))
  expect(await namesInPost(db, '2024-03-20')).toEqual(['li', 'zhang'])

  await db.at('2024-03-21', (store) => store.undo(report))

  expect(await namesInPost(db, '2024-03-20')).toEqual(['zhang'])
})

test('a secondment that it ended runs on', async () => {
  await using db = await staffedCity()
  await db.at('2024-03-01', async (store) => {
    const reportId = await addReport(store, township)
    const post = await postOf(store, 'zhang')
    await store.people.addSecondment({ postId: post, toUnitId: 'bagong', from: '2024-03-01', reportId })
  })
  const report = await db.at('2024-03-20', async (store) => {
    const reportId = await addReport(store, township)
    await store.people.endSecondments(await postOf(store, 'zhang'), { to: '2024-03-15', reportId })
    return reportId
  })
  expect(await openSecondments(db)).toEqual(['2024-03-15'])

  await db.at('2024-03-21', (store) => store.undo(report))

  expect(await openSecondments(db)).toEqual([null])
})

test('leaves, certificates, qualifications, trainings and nil reports that it told of no longer count', async () => {
  await using db = await staffedCity()
  const report = await db.at('2024-03-20', async (store) => {
    const reportId = await addReport(store, township)
    await tellEverything(store, reportId)
    return reportId
  })
  expect(await liveRows(db)).toBe(6)

  await db.at('2024-03-21', (store) => store.undo(report))

  expect(await liveRows(db)).toBe(0)
})

test('no row is deleted or loses its report', async () => {
  await using db = await staffedCity()
  const report = await db.at('2024-03-20', (store) => join(store, 'li'))

  await db.at('2024-03-21', (store) => store.undo(report))

  const rows = await db.transact((tx) => tx.post.findMany({ where: { reportId: report } }))
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ voidedBy: report, voidedAt: new Date('2024-03-21T04:00:00Z') })
})

test('absences stay with a post that was ended and opened again', async () => {
  await using db = await staffedCity()
  await db.at('2024-03-01', async (store) => {
    const reportId = await addReport(store, township)
    const post = await postOf(store, 'zhang')
    await store.people.addLeave({ postId: post, kind: 'sick', from: '2024-03-01', reportId })
  })
  const ending = await db.at('2024-03-20', (store) => leave(store, 'zhang', '2024-12-31'))
  const live = { voidedAt: null, post: { voidedAt: null } }
  expect(await db.transact((tx) => tx.leave.count({ where: live }))).toBe(1)

  await db.at('2024-03-21', (store) => store.undo(ending))

  expect(await db.transact((tx) => tx.leave.count({ where: live }))).toBe(1)
})

async function tellEverything(store: Store, reportId: number): Promise<void> {
  const postId = await postOf(store, 'zhang')
  await store.people.addLeave({ postId, kind: 'sick', from: '2024-03-01', reportId })
  await store.people.addCertificate({ personId: 'zhang', kind: 'enforcementCertificate', reportId })
  await store.people.addQualification({ personId: 'zhang', kind: 'relevantMajor', value: 'yes', reportId })
  const sessionId = await store.trainings.addSession({ unitId: township, kind: 'rotation', reportId })
  await store.trainings.addRecord({ sessionId, personId: 'zhang', reportId })
  const nil = { unitId: township, topic: 'staffing', period: '2024-W12', onDate: '2024-03-20' } as const
  await store.records.addNilReport({ ...nil, reportId })
}

function liveRows(db: TestDatabase): Promise<number> {
  const where = { voidedAt: null }
  return db.transact(async (tx) => {
    const told = [
      tx.leave,
      tx.certificate,
      tx.qualification,
      tx.trainingSession,
      tx.trainingRecord,
      tx.nilReport,
    ]
    const counts = await Promise.all(told.map((table) => (table as Tx['leave']).count({ where })))
    return counts.reduce((sum, count) => sum + count, 0)
  })
}

async function openSecondments(db: TestDatabase): Promise<(string | null)[]> {
  const rows = await db.transact((tx) => tx.secondment.findMany({ where: { voidedAt: null } }))
  return rows.map((row) => row.to)
}
