// Taking a report back: what it changed stands again, what came later is never torn away under it.
import { describe, expect, test } from 'vitest'
import type { Tx } from '../../../bot/store/database.ts'
import type { Store } from '../../../bot/store/index.ts'
import { addPerson, addPost, addReport, addSmallCity, freshDatabase } from '../../support/database.ts'

const township = 'zhengzhuang'

describe('taking a report back puts back what was', () => {
  test('a post that it ended is open again', async () => {
    await using db = await city()
    const report = await db.at('2024-03-20', async (store) => {
      const reportId = await addReport(store, township)
      const [post] = await store.people.inPost([township], '2024-03-20')
      await store.people.endPost(post?.postId ?? 0, { to: '2024-03-31', reason: 'retire', reportId })
      return reportId
    })
    expect(await namesInPost(db, '2024-04-01')).toEqual([])

    await db.at('2024-03-21', (store) => store.undo(report))

    expect(await namesInPost(db, '2024-04-01')).toEqual(['zhang'])
  })

  test('a post that it made is gone', async () => {
    await using db = await city()
    const report = await db.at('2024-03-20', (store) => join(store, 'li'))
    expect(await namesInPost(db, '2024-03-20')).toEqual(['li', 'zhang'])

    await db.at('2024-03-21', (store) => store.undo(report))

    expect(await namesInPost(db, '2024-03-20')).toEqual(['zhang'])
  })

  test('a secondment that it ended runs on', async () => {
    await using db = await city()
    await db.at('2024-03-01', async (store) => {
      const reportId = await addReport(store, township)
      const post = await onlyPost(store)
      await store.people.addSecondment({ postId: post, toUnitId: 'bagong', from: '2024-03-01', reportId })
    })
    const report = await db.at('2024-03-20', async (store) => {
      const reportId = await addReport(store, township)
      await store.people.endSecondments(await onlyPost(store), { to: '2024-03-15', reportId })
      return reportId
    })
    expect(await openSecondments(db)).toEqual(['2024-03-15'])

    await db.at('2024-03-21', (store) => store.undo(report))

    expect(await openSecondments(db)).toEqual([null])
  })

  test('leaves, certificates, qualifications, trainings and nil reports that it told of no longer count', async () => {
    await using db = await city()
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
    await using db = await city()
    const report = await db.at('2024-03-20', (store) => join(store, 'li'))

    await db.at('2024-03-21', (store) => store.undo(report))

    const rows = await db.transact((tx) => tx.post.findMany({ where: { reportId: report } }))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ voidedBy: report, voidedAt: new Date('2024-03-21T04:00:00Z') })
  })

  test('absences stay with a post that was ended and opened again', async () => {
    await using db = await city()
    await db.at('2024-03-01', async (store) => {
      const reportId = await addReport(store, township)
      const post = await onlyPost(store)
      await store.people.addLeave({ postId: post, kind: 'sick', from: '2024-03-01', reportId })
    })
    const ending = await db.at('2024-03-20', async (store) => endPost(store, '2024-12-31'))
    const leave = { voidedAt: null, post: { voidedAt: null } }
    expect(await db.transact((tx) => tx.leave.count({ where: leave }))).toBe(1)

    await db.at('2024-03-21', (store) => store.undo(ending))

    expect(await db.transact((tx) => tx.leave.count({ where: leave }))).toBe(1)
  })
})

describe('a report that a later one built on cannot be taken back first', () => {
  test('because the later one ended its post', async () => {
    await using db = await city()
    const joining = await db.at('2024-03-18', (store) => join(store, 'li'))
    const ending = await db.at('2024-03-20', async (store) => {
      const reportId = await addReport(store, township)
      const [post] = await store.people.holding('li', [township], '2024-03-20')
      await store.people.endPost(post?.postId ?? 0, { to: '2024-03-20', reason: 'transferOut', reportId })
      return reportId
    })

    const answer = await db.at('2024-03-21', (store) => store.undo(joining))

    expect(answer).toEqual({ blockedBy: await numberOf(db, ending) })
    expect(await namesInPost(db, '2024-03-20')).toEqual(['li', 'zhang'])
  })

  test('because the later one told of a leave from its post', async () => {
    await using db = await city()
    const joining = await db.at('2024-03-18', (store) => join(store, 'li'))
    const leaving = await db.at('2024-03-20', async (store) => {
      const reportId = await addReport(store, township)
      const [post] = await store.people.holding('li', [township], '2024-03-20')
      await store.people.addLeave({ postId: post?.postId ?? 0, kind: 'sick', from: '2024-03-20', reportId })
      return reportId
    })

    const answer = await db.at('2024-03-21', (store) => store.undo(joining))

    expect(answer).toEqual({ blockedBy: await numberOf(db, leaving) })
  })

  test('even when it had itself ended another of its posts', async () => {
    await using db = await city()
    const joining = await db.at('2024-03-18', async (store) => {
      const reportId = await join(store, 'li')
      const [post] = await store.people.holding('li', [township], '2024-03-18')
      await store.people.endPost(post?.postId ?? 0, { to: '2024-06-30', reason: 'retire', reportId })
      return reportId
    })
    const ending = await db.at('2024-03-20', async (store) => {
      const reportId = await addReport(store, township)
      const [post] = await store.people.holding('li', [township], '2024-03-20')
      await store.people.endPost(post?.postId ?? 0, { to: '2024-04-30', reason: 'retire', reportId })
      return reportId
    })

    const answer = await db.at('2024-03-21', (store) => store.undo(joining))

    expect(answer).toEqual({ blockedBy: await numberOf(db, ending) })
  })

  test('but it can once the later one was taken back', async () => {
    await using db = await city()
    const joining = await db.at('2024-03-18', (store) => join(store, 'li'))
    const ending = await db.at('2024-03-20', async (store) => {
      const reportId = await addReport(store, township)
      const [post] = await store.people.holding('li', [township], '2024-03-20')
      await store.people.endPost(post?.postId ?? 0, { to: '2024-03-20', reason: 'transferOut', reportId })
      return reportId
    })

    const first = await db.at('2024-03-21', (store) => store.undo(ending))
    const second = await db.at('2024-03-21', (store) => store.undo(joining))

    expect([first, second]).toEqual([undefined, undefined])
    expect(await namesInPost(db, '2024-03-20')).toEqual(['zhang'])
  })
})

type TestDb = Awaited<ReturnType<typeof freshDatabase>>

async function city(): Promise<TestDb> {
  const db = await freshDatabase()
  await db.transact(async (tx: Tx) => {
    await addSmallCity(tx)
    await addPerson(tx, 'zhang')
    await addPost(tx, 'zhang', township)
  })
  return db
}

async function join(store: Store, name: string): Promise<number> {
  const reportId = await addReport(store, township)
  const personId = await store.people.create({ name, reportId })
  const post = {
    personId,
    unitId: township,
    roleCode: 'townshipStaff',
    from: '2024-03-18',
    reportId,
  } as const
  await store.people.addPost(post)
  return reportId
}

async function endPost(store: Store, to: '2024-12-31'): Promise<number> {
  const reportId = await addReport(store, township)
  await store.people.endPost(await onlyPost(store), { to, reason: 'retire', reportId })
  return reportId
}

async function onlyPost(store: Store): Promise<number> {
  const [post] = await store.people.inPost([township], '2024-03-01')
  if (post === undefined) throw new Error('zhang is in post')
  return post.postId
}

async function tellEverything(store: Store, reportId: number): Promise<void> {
  const postId = await onlyPost(store)
  await store.people.addLeave({ postId, kind: 'sick', from: '2024-03-01', reportId })
  await store.people.addCertificate({ personId: 'zhang', kind: 'enforcementCertificate', reportId })
  await store.people.addQualification({ personId: 'zhang', kind: 'relevantMajor', value: 'yes', reportId })
  const sessionId = await store.trainings.addSession({ unitId: township, kind: 'rotation', reportId })
  await store.trainings.addRecord({ sessionId, personId: 'zhang', reportId })
  const nil = { unitId: township, topic: 'staffing', period: '2024-W12', onDate: '2024-03-20' } as const
  await store.records.addNilReport({ ...nil, reportId })
}

function liveRows(db: TestDb): Promise<number> {
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

async function namesInPost(db: TestDb, day: '2024-03-20' | '2024-04-01'): Promise<string[]> {
  const posts = await db.at(day, (store) => store.people.inPost([township], day))
  return posts.map((post) => post.name)
}

async function openSecondments(db: TestDb): Promise<(string | null)[]> {
  const rows = await db.transact((tx) => tx.secondment.findMany({ where: { voidedAt: null } }))
  return rows.map((row) => row.to)
}

async function numberOf(db: TestDb, reportId: number): Promise<string | null> {
  return (await db.at('2024-03-20', (store) => store.reports.byId(reportId)))?.number ?? null
}
