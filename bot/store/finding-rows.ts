// The Finding table: one row for each unit and obligation that has a rule and applies. An absent row means that the
// rule is not written yet, does not apply, or was never run: to a reader it is `noData`.
// Imported by bot/store/findings.ts and evaluating.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type { Finding } from '../../policy/kernel.ts'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Tx } from './database.ts'
import { headsMissing } from './finding-sums.ts'
import { chunks, grouped, inChunks } from './lists.ts'

/** A row as it lies there: `verdict` is the text two findings are compared by, the day is kept beside it. */
export type FindingRow = {
  readonly unitId: string
  readonly obligationId: string
  readonly asOf: string
  readonly verdict: string
}

/** Rows of the units, in no particular order; `obligationIds` narrows them. */
export async function readRows(
  tx: Tx,
  unitIds: readonly string[],
  obligationIds?: readonly string[],
): Promise<FindingRow[]> {
  const narrowed = obligationIds === undefined ? {} : { obligationId: { in: [...obligationIds] } }
  const select = { unitId: true, obligationId: true, asOf: true, verdict: true } as const
  return inChunks(unitIds, (part) =>
    tx.finding.findMany({ where: { unitId: { in: part }, ...narrowed }, select }),
  )
}

export function toFinding(row: FindingRow): Finding {
  const kept = JSON.parse(row.verdict) as Omit<Finding, 'asOf'>
  return { ...kept, asOf: row.asOf as LocalDate }
}

/** The text a finding is kept as: everything but its day. */
export function textOf({ asOf: _, ...finding }: Finding): string {
  return JSON.stringify(finding)
}

export async function writeFindings(tx: Tx, findings: readonly Finding[], now: number): Promise<void> {
  const at = new Date(now)
  const rows = findings.map(
    (finding) =>
      Prisma.sql`(${finding.unit}, ${finding.obligation}, ${finding.status}, ${headsMissing(finding)}, ${finding.asOf}, ${textOf(finding)}, ${at})`,
  )
  for (let start = 0; start < rows.length; start += 500) {
    await tx.$executeRaw`
      INSERT INTO "Finding" ("unitId", "obligationId", "status", "gapHeads", "asOf", "verdict", "evaluatedAt")
      VALUES ${Prisma.join(rows.slice(start, start + 500))}
      ON CONFLICT ("unitId", "obligationId") DO UPDATE SET "status" = excluded."status",
        "gapHeads" = excluded."gapHeads", "asOf" = excluded."asOf", "verdict" = excluded."verdict",
        "evaluatedAt" = excluded."evaluatedAt"`
  }
}

export async function removeRows(tx: Tx, rows: readonly FindingRow[]): Promise<void> {
  for (const [obligationId, gone] of grouped(rows, (row) => row.obligationId)) {
    for (const part of chunks(gone.map((row) => row.unitId))) {
      await tx.finding.deleteMany({ where: { obligationId, unitId: { in: part } } })
    }
  }
}

/** The rows of these units hold on the day too. */
export async function confirmRows(tx: Tx, unitIds: readonly string[], day: LocalDate): Promise<void> {
  for (const part of chunks(unitIds)) {
    await tx.finding.updateMany({ where: { unitId: { in: part }, asOf: { not: day } }, data: { asOf: day } })
  }
}

/** Forgets what is kept about units that do not exist on the day. */
export async function forgetEndedUnits(tx: Tx, day: LocalDate): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Finding" WHERE "unitId" NOT IN (
      SELECT "id" FROM "Unit"
      WHERE ("activeFrom" IS NULL OR "activeFrom" <= ${day}) AND ("activeTo" IS NULL OR "activeTo" >= ${day}))`
}
