// Whose findings a report can touch: more than its own unit, because people belong to several.
import { expect, test } from 'vitest'
import type { Store } from '../../../bot/store/index.ts'
import {
  addPerson,
  addPost,
  addReport,
  addSmallCity,
  freshDatabase,
  noon,
  type TestDatabase,
} from '../../support/database.ts'

const recordedAt = new Date(noon('2024-03-01'))

test('a unit reaches those above it, its borrowers and its lenders with those above them', async () => {
  await using db = await city()
  await db.transact(async (tx) => {
    await addPerson(tx, 'zhang')
    const own = await addPost(tx, 'zhang', 'zhengzhuang')
    await tx.secondment.create({ data: { postId: own, toUnitId: 'bagong', from: '2024-01-01', recordedAt } })
    await addPerson(tx, 'li')
    const lent = await addPost(tx, 'li', 'duanshi')
    await tx.secondment.create({
      data: { postId: lent, toUnitId: 'zhengzhuang', from: '2024-01-01', recordedAt },
    })
    const over = { postId: lent, toUnitId: 'housing', from: '2023-01-01', recordedAt, voidedAt: recordedAt }
    await tx.secondment.create({ data: over })
  })

  const ids = await db.at('2024-03-20', (store) => store.findings.affectedBy('zhengzhuang'))

  expect(new Set(ids)).toEqual(new Set(['zhengzhuang', 'qinshui', 'city', 'bagong', 'zezhou', 'duanshi']))
})

test('a training reaches every unit where a trainee holds a post or works', async () => {
  await using db = await city()
  const { reportId } = await db.at('2024-03-20', async (store, tx) => {
    await addPerson(tx, 'zhang')
    const post = await addPost(tx, 'zhang', 'bagong')
    await tx.secondment.create({
      data: { postId: post, toUnitId: 'housing', from: '2024-01-01', recordedAt },
    })
    await addPost(tx, 'zhang', 'village-1', { roleCode: 'villageCadre' })
    return train(store, 'zhang')
  })

  const ids = await db.at('2024-03-20', (store) => store.findings.affectedByReport(reportId))

  const above = ['city', 'qinshui', 'zezhou', 'zhengzhuang']
  expect(new Set(ids)).toEqual(new Set(['bureau', 'bagong', 'housing', 'village-1', ...above]))
})

test('a report that was taken back reaches what it had reached before', async () => {
  await using db = await city()
  const reportId = await db.at('2024-03-20', async (store, tx) => {
    await addPerson(tx, 'zhang')
    const postId = await addPost(tx, 'zhang', 'zhengzhuang')
    const report = await addReport(store, 'zhengzhuang')
    await store.people.addSecondment({ postId, toUnitId: 'bagong', from: '2024-03-01', reportId: report })
    return report
  })
  const saved = await db.at('2024-03-20', (store) => store.findings.affectedByReport(reportId))

  const undone = await db.at('2024-03-21', async (store) => {
    await store.undo(reportId)
    return store.findings.affectedByReport(reportId)
  })

  expect(new Set(saved)).toEqual(new Set(['zhengzhuang', 'qinshui', 'city', 'bagong', 'zezhou']))
  expect(undone).toEqual(saved)
})

test('a correction reaches the units of what it corrects', async () => {
  await using db = await city()
  const correction = await db.at('2024-03-20', async (store, tx) => {
    await addPerson(tx, 'zhang')
    await addPost(tx, 'zhang', 'bagong')
    const wrong = await train(store, 'zhang')
    await store.undo(wrong.reportId)
    const right = await addReport(store, 'bureau', 'training')
    await tx.report.update({ where: { id: right }, data: { correctsId: wrong.reportId } })
    return right
  })

  const ids = await db.at('2024-03-20', (store) => store.findings.affectedByReport(correction))

  expect(new Set(ids)).toEqual(new Set(['bureau', 'qinshui', 'bagong', 'zezhou', 'city']))
})

test('a tip reaches whoever must handle it', async () => {
  await using db = await city()
  const reportId = await db.at('2024-03-20', async (store) => {
    const report = await addReport(store, 'zhengzhuang', 'hazard')
    const kinds = { category: 'hazard', level: 'general', urgency: 'normal', confidential: false } as const
    const nobody = { sector: undefined, replyTo: undefined, content: {} }
    const place = { unitId: 'zhengzhuang', handlerUnitId: 'housing' }
    await store.tips.create({ reportId: report, number: 'TS-1', ...kinds, ...nobody, ...place })
    return report
  })

  const ids = await db.at('2024-03-20', (store) => store.findings.affectedByReport(reportId))

  expect(new Set(ids)).toEqual(new Set(['zhengzhuang', 'housing', 'qinshui', 'city']))
})

async function city(): Promise<TestDatabase> {
  const db = await freshDatabase()
  await db.transact((tx) => addSmallCity(tx))
  return db
}

/** A rotation that the bureau reports. */
async function train(store: Store, personId: string): Promise<{ reportId: number }> {
  const reportId = await addReport(store, 'bureau', 'training')
  const days = { startDate: '2024-03-04', endDate: '2024-03-17' } as const
  const sessionId = await store.trainings.addSession({
    unitId: 'bureau',
    kind: 'rotation',
    ...days,
    reportId,
  })
  await store.trainings.addRecord({ sessionId, personId, result: 'pass', reportId })
  return { reportId }
}
