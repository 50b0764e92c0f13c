// Writes the units and the imported roster of the demo city: rows that belong to no report. Many rows in one
// statement each. Imported by prisma/demo/load.ts.
import type { Tx } from '../../bot/store/database.ts'
import type { DemoCity } from './city.ts'
import type { DemoPerson } from './roster.ts'
import type { DemoUnit } from './units.ts'

/** The units that really are there, with nothing said about any of them: how an installation of the city begins. */
export function writeRealUnits(tx: Tx, units: readonly DemoUnit[]): Promise<void> {
  return insertUnits(
    tx,
    units.filter((unit) => !isInvented(unit)),
  )
}

/** Invented villages and enterprises, and what the demo's townships have said about themselves. */
export async function writeInventedUnits(
  tx: Tx,
  units: readonly DemoUnit[],
  recordedAt: Date,
): Promise<void> {
  await insertUnits(tx, units.filter(isInvented))
  for (const { id, township } of units) {
    if (township === undefined) continue
    const { organisation, ...flags } = township
    await tx.unit.update({ where: { id }, data: flags })
    if (organisation === undefined) continue
    const name = '应急管理办公室'
    await tx.organisation.create({ data: { unitId: id, name, ...organisation, recordedAt } })
  }
}

function isInvented({ kind }: DemoUnit): boolean {
  return kind === 'village' || kind === 'enterprise'
}

async function insertUnits(tx: Tx, units: readonly DemoUnit[]): Promise<void> {
  await tx.unit.createMany({
    data: units.map(({ aliases: _aliases, township: _township, sectors, ...unit }) => ({
      ...unit,
      code: unit.id,
      sectors: JSON.stringify(sectors),
    })),
  })
  await tx.unitAlias.createMany({
    data: units.flatMap(({ id, aliases }) => aliases.map((alias) => ({ unitId: id, alias }))),
  })
}

/** People with posts, qualifications, certificates and earlier training, as one import at the given moment. */
export async function writeRoster(tx: Tx, city: DemoCity, recordedAt: Date): Promise<void> {
  const { people } = city
  await tx.person.createMany({ data: people.map(({ id, name, phone }) => ({ id, name, phone, recordedAt })) })
  await tx.post.createMany({
    data: people.map(({ id, post: { lent: _, ...post } }) => ({ ...post, personId: id, recordedAt })),
  })
  await tx.qualification.createMany({
    data: people.flatMap(({ id, qualifications }) =>
      qualifications.map((row) => ({ ...row, personId: id, recordedAt })),
    ),
  })
  await tx.certificate.createMany({
    data: people.flatMap(({ id, certificates }) =>
      certificates.map((row) => ({ ...row, personId: id, recordedAt })),
    ),
  })
  for (const person of people) await writeSecondment(tx, person, recordedAt)
  await writeSessions(tx, city, recordedAt)
}

async function writeSecondment(tx: Tx, { id, post }: DemoPerson, recordedAt: Date): Promise<void> {
  if (post.lent === undefined) return
  const { id: postId } = await tx.post.findFirstOrThrow({ where: { personId: id }, select: { id: true } })
  await tx.secondment.create({ data: { postId, toText: post.lent.to, from: post.lent.from, recordedAt } })
}

async function writeSessions(tx: Tx, { sessions }: DemoCity, recordedAt: Date): Promise<void> {
  for (const { personIds, ...session } of sessions) {
    const { id: sessionId } = await tx.trainingSession.create({
      data: { ...session, examHeld: true, headcount: personIds.length, recordedAt },
      select: { id: true },
    })
    await tx.trainingRecord.createMany({
      data: personIds.map((personId) => ({ sessionId, personId, result: 'pass', recordedAt })),
    })
  }
}
