// A report that a later one built on is not torn away under it: the later one must be taken back first.
import { expect, test } from 'vitest'
import { addReport, type TestDatabase } from '../../support/database.ts'
import { join, leave, namesInPost, postOf, staffedCity, township } from './staffed-city.ts'

test('a report cannot be taken back because a later one ended its post', async () => {
  await using db = await staffedCity()
  const joining = await db.at('2024-03-18', (store) => join(store, 'li'))
  const ending = await db.at('2024-03-20', (store) => leave(store, 'li', '2024-03-20'))

  const answer = await db.at('2024-03-21', (store) => store.undo(joining))

  expect(answer).toEqual({ blockedBy: await numberOf(db, ending) })
  expect(await namesInPost(db, '2024-03-20')).toEqual(['li', 'zhang'])
})

test('a report cannot be taken back because a later one told of a leave from its post', async () => {
  await using db = await staffedCity()
  const joining = await db.at('2024-03-18', (store) => join(store, 'li'))
  const leaving = await db.at('2024-03-20', async (store) => {
    const reportId = await addReport(store, township)
    await store.people.addLeave({
      postId: await postOf(store, 'li'),
      kind: 'sick',
      from: '2024-03-20',
      reportId,
    })
    return reportId
  })

  const answer = await db.at('2024-03-21', (store) => store.undo(joining))

  expect(answer).toEqual({ blockedBy: await numberOf(db, leaving) })
})

test('a later report stands in the way even when the earlier had itself ended another post', async () => {
  await using db = await staffedCity()
  const joining = await db.at('2024-03-18', async (store) => {
    const reportId = await join(store, 'li')
    await store.people.endPost(await postOf(store, 'li'), { to: '2024-06-30', reason: 'retire', reportId })
    return reportId
  })
  const ending = await db.at('2024-03-20', (store) => leave(store, 'li', '2024-04-30'))

  const answer = await db.at('2024-03-21', (store) => store.undo(joining))

  expect(answer).toEqual({ blockedBy: await numberOf(db, ending) })
})

test('it can be taken back once the later one was', async () => {
  await using db = await staffedCity()
  const joining = await db.at('2024-03-18', (store) => join(store, 'li'))
  const ending = await db.at('2024-03-20', (store) => leave(store, 'li', '2024-03-20'))

  const first = await db.at('2024-03-21', (store) => store.undo(ending))
  const second = await db.at('2024-03-21', (store) => store.undo(joining))

  expect([first, second]).toEqual([undefined, undefined])
  expect(await namesInPost(db, '2024-03-20')).toEqual(['zhang'])
})

async function numberOf(db: TestDatabase, reportId: number): Promise<string | null> {
  return (await db.at('2024-03-20', (store) => store.reports.byId(reportId)))?.number ?? null
}
