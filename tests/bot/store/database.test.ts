// What `transact` promises: all or nothing, one after the other, and nothing lost beside a transaction that fails.
import { copyFileSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../bot/store/database.ts'
import { addUnit, freshDatabase } from '../../support/database.ts'

test('a write beside an open transaction that rolls back survives', async () => {
  await using db = await freshDatabase()
  let fail = (): void => undefined
  const toldToFail = new Promise<void>((resolve) => {
    fail = resolve
  })

  const failing = db.transact(async (tx) => {
    await addUnit(tx, 'lost', null)
    await toldToFail
    throw new Error('rolled back')
  })
  const beside = db.transact((tx) => addUnit(tx, 'kept', null))
  fail()

  await expect(failing).rejects.toThrow('rolled back')
  await beside
  expect(await unitIds(db)).toEqual(['kept'])
})

test('nobody reads rows of a transaction that is not finished', async () => {
  await using db = await freshDatabase()
  const seen: string[][] = []

  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      db.transact(async (tx) => {
        seen.push((await tx.unit.findMany()).map((unit) => unit.id))
        await addUnit(tx, `first-${index}`, null)
        await addUnit(tx, `second-${index}`, null)
      }),
    ),
  )

  expect(seen.map((ids) => ids.length).sort((a, b) => a - b)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18])
})

test('what was written before an error in the same transaction is gone', async () => {
  await using db = await freshDatabase()

  const work = db.transact(async (tx) => {
    await addUnit(tx, 'a', null)
    await addUnit(tx, 'a', null)
  })

  await expect(work).rejects.toThrow()
  expect(await unitIds(db)).toEqual([])
})

test('numbers are never given twice, however many ask at once', async () => {
  await using db = await freshDatabase()
  const ask = () => db.at('2024-03-20', (store) => store.records.nextNumber('RY', '2024-03-20'))

  const numbers = await Promise.all(Array.from({ length: 40 }, ask))

  expect(new Set(numbers).size).toBe(40)
  expect([...numbers].sort()[0]).toBe('RY-20240320-001')
  expect([...numbers].sort().at(-1)).toBe('RY-20240320-040')
})

test('a number that was rolled back is given to the next, so that no number is missing', async () => {
  await using db = await freshDatabase()
  await db.at('2024-03-20', (store) => store.records.nextNumber('RY', '2024-03-20'))

  const failing = db.at('2024-03-20', async (store) => {
    await store.records.nextNumber('RY', '2024-03-20')
    throw new Error('not saved')
  })
  await expect(failing).rejects.toThrow('not saved')

  const next = await db.at('2024-03-20', (store) => store.records.nextNumber('RY', '2024-03-20'))
  expect(next).toBe('RY-20240320-002')
})

test('a database that is opened again has its rows and its tables once', async () => {
  await using db = await freshDatabase()
  await db.transact((tx) => addUnit(tx, 'city', null))

  const again = await openDatabase({ url: db.url })
  const units = await again.transact((tx) => tx.unit.count())
  await again.close()

  expect(units).toBe(1)
})

test('a file that was closed is whole when it is copied without what lies beside it', async () => {
  await using db = await freshDatabase()
  const file = `${db.url.slice('file:'.length)}.closed`
  const closed = await openDatabase({ url: `file:${file}` })
  await closed.transact((tx) => addUnit(tx, 'city', null))
  await closed.close()
  copyFileSync(file, `${file}.copy`)

  const copy = await openDatabase({ url: `file:${file}.copy` })
  const units = await copy.transact((tx) => tx.unit.count())
  await copy.close()

  expect(units).toBe(1)
})

test('a new file and the log beside it can be read by nobody else on the machine', async () => {
  await using db = await freshDatabase()
  const file = `${db.url.slice('file:'.length)}.new`

  const made = await openDatabase({ url: `file:${file}` })
  await made.transact((tx) => addUnit(tx, 'city', null))

  for (const end of ['', '-wal', '-shm']) expect(statSync(`${file}${end}`).mode & 0o777).toBe(0o600)
  await made.close()
})

test('with a key the file cannot be read without it', async () => {
  await using db = await freshDatabase()
  const url = `${db.url}.sealed`
  const sealed = await openDatabase({ url, encryptionKey: 'a'.repeat(32) })
  await sealed.transact((tx) => addUnit(tx, 'city', null, { name: '晋城市' }))
  await sealed.close()

  const bytes = readFileSync(url.slice('file:'.length))

  expect(bytes.subarray(0, 15).toString()).not.toBe('SQLite format 3')
  await expect(openDatabase({ url })).rejects.toThrow()
})

test('an address that is no file is refused by name', async () => {
  const opening = openDatabase({ url: 'postgresql://localhost/anjian' })

  await expect(opening).rejects.toMatchObject({ code: 'store.unsupported' })
})

async function unitIds(db: Awaited<ReturnType<typeof freshDatabase>>): Promise<string[]> {
  return db.transact(async (tx) => (await tx.unit.findMany()).map((unit) => unit.id))
}
