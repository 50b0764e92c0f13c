// Facts of units in a test's database, and a small city with one person to begin with.
import type { Tx } from '../../../bot/store/database.ts'
import { unitFacts } from '../../../bot/store/facts.ts'
import type { UnitFacts } from '../../../policy/facts.ts'
import { addPerson, addSmallCity, freshDatabase, noon, type TestDatabase } from '../../support/database.ts'

export const recordedAt = new Date(noon('2024-03-01'))

/** What a row has that is no longer believed. */
export const voided = { voidedAt: recordedAt, voidedBy: 1 }

/** The small city and a person of id `zhang` without a post. */
export async function cityWithZhang(): Promise<TestDatabase> {
  const db = await freshDatabase()
  await db.transact(async (tx) => {
    await addSmallCity(tx)
    await addPerson(tx, 'zhang')
  })
  return db
}

/** One entry for each id, in their order. */
export async function factsOf<const Ids extends readonly string[]>(
  tx: Tx,
  ...ids: Ids
): Promise<{ [K in keyof Ids]: UnitFacts }> {
  const rows = new Map((await tx.unit.findMany()).map((unit) => [unit.id, unit]))
  const facts = await unitFacts(
    tx,
    ids.flatMap((id) => rows.get(id) ?? []),
    { isWorkingDay: () => true },
  )
  return facts as { [K in keyof Ids]: UnitFacts }
}

/** A finished rotation organised by the bureau; answers its id. */
export async function addTraining(tx: Tx, changes: object): Promise<number> {
  const session = { unitId: 'bureau', kind: 'rotation', recordedAt, ...changes }
  return (await tx.trainingSession.create({ data: session })).id
}
