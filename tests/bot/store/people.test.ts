// People and their posts: who is in post on which day, and that nothing told before is overwritten.
import { expect, test } from 'vitest'
import type { HeldPost } from '../../../bot/store/index.ts'
import type { LocalDate } from '../../../policy/calendar.ts'
import { addPerson, addPost, addReport, addUnit } from '../../support/database.ts'
import { join, leave, namesInPost, postOf, staffedCity, township } from './staffed-city.ts'

test('a post is held on its first and its last day and not around them', async () => {
  await using db = await staffedCity()
  await db.transact(async (tx) => {
    await addPerson(tx, 'li')
    await addPost(tx, 'li', township, { from: '2024-03-04', to: '2024-03-17' })
  })
  const heldOn = async (day: LocalDate) => (await namesInPost(db, day)).includes('li')

  expect(await heldOn('2024-03-03')).toBe(false)
  expect(await heldOn('2024-03-04')).toBe(true)
  expect(await heldOn('2024-03-17')).toBe(true)
  expect(await heldOn('2024-03-18')).toBe(false)
})

test('a post that ends later is written anew: before its day nothing changed', async () => {
  await using db = await staffedCity()

  await db.at('2024-03-20', (store) => leave(store, 'zhang', '2024-03-31'))

  expect(await namesInPost(db, '2024-03-31')).toEqual(['zhang'])
  expect(await namesInPost(db, '2024-04-01')).toEqual([])
  const rows = await db.transact((tx) => tx.post.findMany({ orderBy: { id: 'asc' } }))
  expect(rows.map((row) => [row.from, row.to, row.voidedAt !== null])).toEqual([
    ['2020-01-01', null, true],
    ['2020-01-01', '2024-03-31', false],
  ])
})

test('people in post come in the order of their names, then of their posts', async () => {
  await using db = await staffedCity()
  await db.transact(async (tx) => {
    await addPerson(tx, 'an')
    await addPost(tx, 'an', township, { roleCode: 'leader' })
    await addPost(tx, 'an', township)
  })

  const posts = await db.at('2024-03-20', (store) => store.people.inPost([township], '2024-03-20'))

  expect(posts.map((post) => [post.name, post.roleCode])).toEqual([
    ['an', 'leader'],
    ['an', 'townshipStaff'],
    ['zhang', 'townshipStaff'],
  ])
})

test('two people of one name stay two, each with the post at their own unit', async () => {
  await using db = await staffedCity()
  await db.transact(async (tx) => {
    await addPerson(tx, 'zhang-2', { name: 'zhang' })
    await addPost(tx, 'zhang-2', 'bagong')
  })
  const holding = (unitIds: string[]) =>
    db.at('2024-03-20', (store) => store.people.holding('zhang', unitIds, '2024-03-20'))

  expect(idsOf(await holding([township]))).toEqual(['zhang'])
  expect(idsOf(await holding([township, 'bagong']))).toEqual(['zhang', 'zhang-2'])
})

test('a phone number finds everybody who gave it, with the posts they hold today', async () => {
  await using db = await staffedCity()
  await db.transact(async (tx) => {
    await tx.person.update({ where: { id: 'zhang' }, data: { phone: '13800138000' } })
    await addPerson(tx, 'li', { phone: '13800138000' })
    await addPost(tx, 'li', township, { to: '2023-12-31' })
  })

  const found = await db.at('2024-03-20', (store) => store.people.byPhone('13800138000'))

  const posts = Object.fromEntries(found.map((person) => [person.id, person.posts.length]))
  expect(posts).toEqual({ zhang: 1, li: 0 })
})

test('only secondments that still run on the day are ended', async () => {
  await using db = await staffedCity()
  await db.transact((tx) => addUnit(tx, 'other', 'qinshui'))
  await db.at('2024-03-20', async (store) => {
    const reportId = await addReport(store, township)
    const postId = await postOf(store, 'zhang')
    const lend = (toUnitId: string, from: LocalDate, to?: LocalDate) =>
      store.people.addSecondment({ postId, toUnitId, from, reportId, ...(to !== undefined && { to }) })
    await lend('duanshi', '2023-01-01', '2023-06-30')
    await lend('bagong', '2024-01-01')
    await lend('other', '2024-06-01')
    await store.people.endSecondments(postId, { to: '2024-03-15', reportId })
  })

  const rows = await db.transact((tx) =>
    tx.secondment.findMany({ where: { voidedAt: null }, orderBy: { from: 'asc' } }),
  )

  expect(rows.map((row) => [row.toUnitId, row.to])).toEqual([
    ['duanshi', '2023-06-30'],
    ['bagong', '2024-03-15'],
    ['other', null],
  ])
})

test('somebody who joins is known by id and name at once', async () => {
  await using db = await staffedCity()

  const names = await db.at('2024-03-20', async (store) => {
    await join(store, '张三')
    const [post] = await store.people.holding('张三', [township], '2024-03-20')
    return store.people.names([post?.personId ?? '', 'zhang', 'nobody'])
  })

  expect([...names.values()].sort()).toEqual(['zhang', '张三'])
})

function idsOf(posts: readonly HeldPost[]): string[] {
  return posts.map((post) => post.personId)
}
