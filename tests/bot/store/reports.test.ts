// The envelope of what people file: one way forward, no press counted twice, nothing readable on the disk.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Report, Store } from '../../../bot/store/index.ts'
import { addSmallCity, freshDatabase, type TestDatabase } from '../../support/database.ts'

const day = '2024-03-20'

test('a draft is saved under its number once; the second press changes nothing', async () => {
  await using db = await city()
  const draft = await db.at(day, (store) => file(store))

  const presses = await Promise.all(
    ['RY-1', 'RY-2'].map((number) => db.at(day, (store) => store.reports.save(draft, number))),
  )

  expect([...presses].sort()).toEqual([false, true])
  const saved = await db.at(day, (store) => store.reports.byId(draft.id))
  expect(saved).toMatchObject({ number: 'RY-1', status: 'saved', revision: 2 })
})

test('a draft that somebody changed meanwhile is not saved from the old card', async () => {
  await using db = await city()
  const shown = await db.at(day, (store) => file(store))
  await db.at(day, (store) => store.reports.change(shown, { items: [{ person: '李四' }], unitId: 'duanshi' }))

  expect(await db.at(day, (store) => store.reports.save(shown, 'RY-1'))).toBe(false)

  const now = await reread(db, shown)
  expect(now).toMatchObject({ status: 'draft', unitId: 'duanshi', items: [{ person: '李四' }], revision: 2 })
  expect(await db.at(day, (store) => store.reports.save(now, 'RY-1'))).toBe(true)
})

test('what is saved can be withdrawn but not changed or cancelled away a second time', async () => {
  await using db = await city()
  const draft = await db.at(day, (store) => file(store))
  await db.at(day, (store) => store.reports.save(draft, 'RY-1'))
  const saved = await reread(db, draft)

  expect(await db.at(day, (store) => store.reports.change(saved, { items: [] }))).toBe(false)
  expect(await db.at(day, (store) => store.reports.end(saved, 'withdrawn'))).toBe(true)
  expect(await db.at(day, (store) => store.reports.end(saved, 'cancelled'))).toBe(false)
  expect(await reread(db, saved)).toMatchObject({ status: 'withdrawn', number: 'RY-1' })
})

test('a sender sees their reports newest first, without the cancelled ones, and nobody else’s', async () => {
  await using db = await city()
  const ids = await db.at(day, async (store) => {
    const mine = [await file(store), await file(store), await file(store)]
    await file(store, { senderRef: 'somebody else' })
    if (mine[1] !== undefined) await store.reports.end(mine[1], 'cancelled')
    return mine.map((report) => report.id)
  })

  const seen = await db.at(day, (store) => store.reports.ofSender('me', 10))
  const newest = await db.at(day, (store) => store.reports.ofSender('me', 1))
  const saved = await db.at(day, (store) => store.reports.ofSender('me', 10, 'saved'))

  expect(seen.map((report) => report.id)).toEqual([ids[2], ids[0]])
  expect(newest.map((report) => report.id)).toEqual([ids[2]])
  expect(saved).toEqual([])
})

test('a unit’s list holds what was saved or withdrawn for it, newest first, and no drafts', async () => {
  await using db = await city()
  const ids = await db.at(day, async (store) => {
    const first = await file(store)
    const second = await file(store)
    await file(store)
    await file(store, { unitId: 'bagong' })
    await store.reports.save(first, 'RY-1')
    await store.reports.save(second, 'RY-2')
    return [first.id, second.id]
  })

  const seen = await db.at(day, (store) => store.reports.ofUnits(['zhengzhuang', 'bagong'], 10))

  expect(seen.map((report) => report.id)).toEqual([ids[1], ids[0]])
})

test('what was said and understood cannot be read in the file', async () => {
  await using db = await city()
  await db.at(day, (store) => file(store, { rawText: '张三到岗', items: [{ person: '张三三三' }] }))

  const bytes = ['', '-wal'].map((end) => readFileSync(`${db.url.slice('file:'.length)}${end}`))

  expect(Buffer.concat(bytes).includes(Buffer.from('张三'))).toBe(false)
  const [report] = await db.at(day, (store) => store.reports.ofMessage('om_1'))
  expect(report).toMatchObject({ rawText: '张三到岗', items: [{ person: '张三三三' }] })
})

async function city(): Promise<TestDatabase> {
  const db = await freshDatabase()
  await db.transact((tx) => addSmallCity(tx))
  return db
}

function file(
  store: Store,
  changes: Partial<Parameters<Store['reports']['create']>[0]> = {},
): Promise<Report> {
  return store.reports.create({
    kind: 'staffing',
    unitId: 'zhengzhuang',
    senderRef: 'me',
    senderName: '王芳',
    rawText: '',
    items: [{ person: '张三' }],
    messageId: 'om_1',
    chatId: undefined,
    ...changes,
  })
}

async function reread(db: TestDatabase, report: Report): Promise<Report> {
  const row = await db.at(day, (store) => store.reports.byId(report.id))
  if (row === undefined) throw new Error('the report is there')
  return row
}
