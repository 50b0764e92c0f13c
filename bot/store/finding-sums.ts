// Findings of a whole tree in one query: how many units meet each obligation, and who lacks the most.
// Imported by the findings and the snapshots of the store.
import { obligations } from '../../policy/index.ts'
import type { Finding } from '../../policy/kernel.ts'
import { headDuties } from '../../policy/unit-standing.ts'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Tx } from './database.ts'
import { judged } from './judging.ts'

/** How many units stand how. `gapHeads` are the people missing to what is required, over all of them. */
export type Counts = {
  readonly met: number
  readonly notMet: number
  readonly atRisk: number
  readonly noData: number
  readonly stale: number
  readonly exempt: number
  readonly gapHeads: number
}

export type Tally = Counts & { readonly obligationId: string }

/** A unit with how many hard obligations it does not meet and the staff missing to it. */
export type Shortfall = {
  readonly unitId: string
  readonly unitName: string
  readonly unitKind: string
  readonly notMet: number
  readonly gapHeads: number
}

export const noCounts: Counts = {
  met: 0,
  notMet: 0,
  atRisk: 0,
  noData: 0,
  stale: 0,
  exempt: 0,
  gapHeads: 0,
}

/** Heads missing to what is required; a target above the floor is advice and is not counted. */
export function headsMissing({ status, gap }: Finding): number {
  return status === 'notMet' && gap?.unit === 'heads' ? gap.value : 0
}

const hard = obligations
  .filter((obligation) => obligation.implementation === 'done' && obligation.force === 'must')
  .map((obligation) => obligation.id)

/** The obligations that bind any unit of the tree, in the order of the registry. */
export async function tally(tx: Tx, rootId: string): Promise<Tally[]> {
  const rows = await tx.$queryRaw<{ obligationId: string; status: string; units: bigint; heads: bigint }[]>`
    SELECT f."obligationId", f."status", COUNT(*) AS "units", SUM(f."gapHeads") AS "heads"
    FROM "Finding" f WHERE f."unitId" IN (${await tree(tx, rootId)})
    GROUP BY f."obligationId", f."status"`
  return judged.flatMap((obligationId) => {
    const own = rows.filter((row) => row.obligationId === obligationId)
    if (own.length === 0) return []
    const counts = Object.fromEntries(own.map((row) => [row.status, Number(row.units)]))
    const gapHeads = own.reduce((sum, row) => sum + Number(row.heads), 0)
    return [{ ...noCounts, ...counts, gapHeads, obligationId }]
  })
}

/** Units of the tree that break a hard obligation: most obligations first, then most staff missing, then by code. */
export async function shortfalls(tx: Tx, rootId: string, limit: number): Promise<Shortfall[]> {
  const staffing = Prisma.join([...headDuties])
  const rows = await tx.$queryRaw<
    { id: string; name: string; kind: string; broken: bigint; heads: bigint }[]
  >`
    SELECT u."id", u."name", u."kind", COUNT(*) AS "broken",
      SUM(CASE WHEN f."obligationId" IN (${staffing}) THEN f."gapHeads" ELSE 0 END) AS "heads"
    FROM "Finding" f JOIN "Unit" u ON u."id" = f."unitId"
    WHERE f."unitId" IN (${await tree(tx, rootId)})
      AND f."obligationId" IN (${Prisma.join(hard)}) AND f."status" = 'notMet'
    GROUP BY u."id", u."name", u."kind", u."code"
    ORDER BY "broken" DESC, "heads" DESC, u."code" LIMIT ${limit}`
  return rows.map((row) => ({
    unitId: row.id,
    unitName: row.name,
    unitKind: row.kind,
    notMet: Number(row.broken),
    gapHeads: Number(row.heads),
  }))
}

/** The ids of a unit and all below it, as a query of one column. */
async function tree(tx: Tx, rootId: string): Promise<Prisma.Sql> {
  const root = await tx.unit.findUnique({ where: { id: rootId }, select: { path: true } })
  const pattern = `${(root?.path ?? rootId).replace(/[\\%_]/g, '\\$&')}%`
  return Prisma.sql`SELECT t."id" FROM "Unit" t WHERE t."path" LIKE ${pattern} ESCAPE '\\'`
}
