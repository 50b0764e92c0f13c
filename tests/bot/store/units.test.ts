// The organisation as handlers walk through it: up, down, by code, and to whoever regulates a sector.
import { expect, test } from 'vitest'
import type { Unit, Units } from '../../../bot/store/units.ts'
import { addSmallCity, addUnit, freshDatabase, type TestDatabase } from '../../support/database.ts'

test('a tree is the unit and everything below it in the order of the codes', async () => {
  await using db = await city()
  await db.transact((tx) => addUnit(tx, 'qinshui2', 'city', { kind: 'county', code: '0' }))

  expect(await ids(db, (units) => units.tree('qinshui'))).toEqual([
    'bureau',
    'duanshi',
    'housing',
    'qinshui',
    'village-1',
    'village-2',
    'zhengzhuang',
  ])
  expect(await ids(db, (units) => units.tree('qinshui', ['township']))).toEqual(['duanshi', 'zhengzhuang'])
  expect((await ids(db, (units) => units.tree('city')))[0]).toBe('qinshui2')
  expect(await ids(db, (units) => units.tree('nowhere'))).toEqual([])
})

test('children are directly below, and the way up ends at the root', async () => {
  await using db = await city()

  expect(await ids(db, (units) => units.children('city'))).toEqual(['qinshui', 'zezhou'])
  expect(await ids(db, (units) => units.children('qinshui', ['department']))).toEqual(['bureau', 'housing'])
  expect(await ids(db, (units) => units.upwards('village-1'))).toEqual([
    'village-1',
    'zhengzhuang',
    'qinshui',
    'city',
  ])
})

test('a sector is regulated by the nearest department that names it, else by the emergency bureau', async () => {
  await using db = await city()
  await db.transact(async (tx) => {
    await tx.unit.update({ where: { id: 'housing' }, data: { sectors: '["construction","gas"]' } })
    await addUnit(tx, 'city-energy', 'city', { kind: 'department', sectors: '["coalMine"]' })
  })
  const regulator = async (place: string, sector: string) =>
    (await db.at('2024-03-20', (store) => store.units.regulator(place, sector)))?.id

  expect(await regulator('zhengzhuang', 'gas')).toBe('housing')
  expect(await regulator('zhengzhuang', 'coalMine')).toBe('bureau')
  expect(await regulator('bagong', 'coalMine')).toBe('city-energy')
  expect(await regulator('bagong', 'gas')).toBeUndefined()
})

test('a unit that has ended is found no more', async () => {
  await using db = await city()
  await db.transact((tx) => tx.unit.update({ where: { id: 'duanshi' }, data: { activeTo: '2024-01-31' } }))

  const found = await db.at('2024-03-20', (store) => store.units.byName('沁水县端氏镇'))

  expect(found).toBeUndefined()
  expect(await ids(db, (units) => units.children('qinshui', ['township']))).toEqual(['zhengzhuang'])
})

async function city(): Promise<TestDatabase> {
  const db = await freshDatabase()
  await db.transact((tx) => addSmallCity(tx))
  return db
}

async function ids(db: TestDatabase, read: (units: Units) => Promise<Unit[]>): Promise<string[]> {
  return (await db.at('2024-03-20', (store) => read(store.units))).map((unit) => unit.id)
}
