// Many rows at once lie there as single ones do.
import { expect, test } from 'vitest'
import type { Tx } from '../../../bot/store/database.ts'
import { insertRows } from '../../../bot/store/inserting.ts'
import { addUnit, freshDatabase, noon } from '../../support/database.ts'

const recordedAt = new Date(noon('2024-03-20'))
const person = (number: number) => ({ id: `p-${number}`, name: `张${number}`, phone: null, recordedAt })

test('more rows than one statement takes are all written, in their order', async () => {
  await using database = await freshDatabase()
  const people = Array.from({ length: 1201 }, (_, number) => person(number))

  const kept = await database.transact(async (tx) => {
    await insertRows(tx, 'Person', people)
    return tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Person" ORDER BY rowid`
  })

  expect(kept.map(({ id }) => id)).toEqual(people.map(({ id }) => id))
})

test('days, moments, yes and no and what is absent are kept as a single row keeps them', async () => {
  await using database = await freshDatabase()
  const post = {
    unitId: 'town',
    roleCode: 'leader',
    fullTime: false,
    from: '2024-03-01',
    to: null,
    recordedAt,
  }

  const kept = await database.transact(async (tx) => {
    await addUnit(tx, 'town', null)
    await tx.person.create({ data: person(1) })
    await insertRows(tx, 'Person', [person(2)])
    await tx.post.create({ data: { ...post, personId: 'p-1' } })
    await insertRows(tx, 'Post', [{ ...post, personId: 'p-2' }])
    return [await asLies(tx, 'p-1'), await asLies(tx, 'p-2')]
  })

  expect(kept[1]).toEqual(kept[0])
})

test('nothing to write is no statement', async () => {
  await using database = await freshDatabase()

  await database.transact((tx) => insertRows(tx, 'Person', []))

  expect(await database.transact((tx) => tx.person.count())).toBe(0)
})

/** The post and the moment of its holder as the file has them, types too. */
function asLies(tx: Tx, personId: string) {
  return tx.$queryRaw`
    SELECT hex(p."recordedAt") AS moment, typeof(p."fullTime") AS kind, p."fullTime" AS yes, p."from", typeof(p."to") AS end,
      hex(h."recordedAt") AS holder
    FROM "Post" p JOIN "Person" h ON h."id" = p."personId" WHERE h."id" = ${personId}`
}
