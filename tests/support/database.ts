// A real, empty, migrated database for one test, and rows with valid defaults to put into it.
// Every test that needs tables uses it; the template comes from global-setup.ts.
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Database, openDatabase, type Tx } from '../../bot/store/database.ts'
import { makeStore, type Store, type StoreEnv } from '../../bot/store/index.ts'
import { makeVault } from '../../bot/vault.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { weekday } from '../../policy/calendar.ts'

export type TestDatabase = Database &
  AsyncDisposable & {
    readonly url: string
    /** Work on the store at a moment; noon of `day` in Asia/Shanghai. */
    at<T>(day: LocalDate, work: (store: Store, tx: Tx) => Promise<T>): Promise<T>
  }

/** An empty database of its own. `await using` closes and deletes it; so does `close()`. */
export function freshDatabase(): Promise<TestDatabase> {
  return copiedDatabase(inject('databaseTemplate'))
}

/** A database of its own with what is in the template. `await using` closes and deletes it; so does `close()`. */
export async function copiedDatabase(template: string): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-test-'))
  copyFileSync(template, join(folder, 'test.db'))
  return databaseIn(folder)
}

/** The database in the folder, made when there is none. Closing it deletes the folder. */
export async function databaseIn(folder: string): Promise<TestDatabase> {
  const url = `file:${join(folder, 'test.db')}`
  const database = await openDatabase({ url })
  const newId = counter('id')
  const close = async (): Promise<void> => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    url,
    transact: database.transact,
    transactFirst: database.transactFirst,
    at: (day, work) =>
      database.transact((tx) => work(makeStore(tx, storeEnv({ now: noon(day), newId })), tx)),
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** What a store is bound to; a test names only what it is about. */
export function storeEnv(changes: Partial<StoreEnv> = {}): StoreEnv {
  return {
    now: noon('2024-03-20'),
    vault: testVault,
    newId: counter('id'),
    isWorkingDay: (day) => weekday(day as LocalDate) <= 5,
    ...changes,
  }
}

export const testVault = makeVault([Buffer.alloc(32, 7)], randomBytes)

/** Noon of the day in Asia/Shanghai, ms since 1970. */
export function noon(day: LocalDate): number {
  return Date.parse(`${day}T12:00:00+08:00`)
}

/** id-1, id-2, … */
export function counter(prefix: string): () => string {
  let count = 0
  return () => `${prefix}-${++count}`
}

type UnitChanges = Partial<Omit<Parameters<Tx['unit']['create']>[0]['data'], 'id' | 'parentId' | 'path'>>

/** A unit below its parent; kind township, named and coded by its id unless told otherwise. */
export async function addUnit(
  tx: Tx,
  id: string,
  parentId: string | null,
  changes: UnitChanges = {},
): Promise<void> {
  const parent = parentId === null ? null : await tx.unit.findUniqueOrThrow({ where: { id: parentId } })
  const path = `${parent?.path ?? '/'}${id}/`
  const data = { id, code: id, name: id, kind: 'township', parentId, path, ...changes }
  await tx.unit.create({ data: data as Parameters<Tx['unit']['create']>[0]['data'] })
}

/** A city with two counties; two townships in the first, one of them with two villages; a bureau and a department. */
export async function addSmallCity(tx: Tx): Promise<void> {
  await addUnit(tx, 'city', null, { kind: 'city', name: '晋城市' })
  await addUnit(tx, 'qinshui', 'city', { kind: 'county', name: '沁水县' })
  await addUnit(tx, 'zezhou', 'city', { kind: 'county', name: '泽州县' })
  await addUnit(tx, 'zhengzhuang', 'qinshui', { name: '沁水县郑庄镇' })
  await addUnit(tx, 'duanshi', 'qinshui', { name: '沁水县端氏镇' })
  await addUnit(tx, 'bagong', 'zezhou', { name: '泽州县巴公镇' })
  await addUnit(tx, 'village-1', 'zhengzhuang', { kind: 'village', name: '郑庄村' })
  await addUnit(tx, 'village-2', 'zhengzhuang', { kind: 'village', name: '中乡村' })
  const bureau = { kind: 'department', emergencyBureau: true, safetyDuty: true }
  await addUnit(tx, 'bureau', 'qinshui', { ...bureau, name: '沁水县应急管理局' })
  await addUnit(tx, 'housing', 'qinshui', { kind: 'department', keySector: true, name: '沁水县住建局' })
}

/** A person of that id, named by it. */
export async function addPerson(
  tx: Tx,
  id: string,
  changes: { name?: string; phone?: string } = {},
): Promise<void> {
  await tx.person.create({ data: { id, name: id, recordedAt: new Date(noon('2024-01-01')), ...changes } })
}

type PostChanges = Partial<Omit<Parameters<Tx['post']['create']>[0]['data'], 'personId' | 'unitId'>>

/** A full-time post of township staff since 2020, recorded on 1 January 2024; answers its id. */
export async function addPost(
  tx: Tx,
  personId: string,
  unitId: string,
  changes: PostChanges = {},
): Promise<number> {
  const recordedAt = new Date(noon('2024-01-01'))
  const defaults = { roleCode: 'townshipStaff', postKind: 'administrative', from: '2020-01-01', recordedAt }
  const data = { personId, unitId, ...defaults, ...changes }
  const row = await tx.post.create({ data: data as Parameters<Tx['post']['create']>[0]['data'] })
  return row.id
}

/** So many new people in post at the unit, named after it. */
export async function addStaff(
  tx: Tx,
  unitId: string,
  count: number,
  changes: PostChanges = {},
): Promise<void> {
  const already = await tx.post.count({ where: { unitId } })
  for (let index = 1; index <= count; index += 1) {
    const personId = `${unitId}-p${already + index}`
    await addPerson(tx, personId)
    await addPost(tx, personId, unitId, changes)
  }
}

/** A report that somebody filed for the unit, saved under the next number; answers its id. */
export async function addReport(store: Store, unitId: string, kind = 'staffing'): Promise<number> {
  const draft = await store.reports.create({
    kind,
    unitId,
    senderRef: 'sender',
    senderName: undefined,
    rawText: '',
    items: [],
    messageId: undefined,
    chatId: undefined,
  })
  const number = await store.records.nextNumber('RY', '2024-03-20')
  if (!(await store.reports.save(draft, number))) throw new Error('a new draft can be saved')
  return draft.id
}
