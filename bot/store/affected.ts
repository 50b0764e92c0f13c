// Whose findings a change can touch. People belong to several units (lent, two posts), so a report about one unit
// reaches further than that unit and those above it. Imported by bot/store/findings.ts.
import { Prisma } from '../../prisma/generated/client.ts'
import type { Tx } from './database.ts'

/** The unit, those above it, those its people are lent to and those that lend to it; each with those above it. */
export async function unitsAround(tx: Tx, unitId: string): Promise<string[]> {
  const lent = Prisma.sql`"Secondment" s JOIN "Post" p ON p."id" = s."postId"
    WHERE s."voidedAt" IS NULL AND p."voidedAt" IS NULL`
  return upwards(
    tx,
    Prisma.sql`SELECT ${unitId}
      UNION SELECT s."toUnitId" FROM ${lent} AND p."unitId" = ${unitId}
      UNION SELECT p."unitId" FROM ${lent} AND s."toUnitId" = ${unitId}`,
  )
}

/**
 * Every unit the report's rows speak of: its own, the posts of everybody it tells something about, borrowers, the
 * handler of its tip; each with those above it. What a report corrected counts as its own. Also right after the
 * report was taken back.
 */
export async function unitsOfReport(tx: Tx, reportId: number): Promise<string[]> {
  const report = await tx.report.findUnique({ where: { id: reportId }, select: { correctsId: true } })
  const ids = Prisma.join([reportId, report?.correctsId ?? reportId])
  // Rows that a report voided need no look: it always wrote a row in their place, of the same post and person.
  const people = Prisma.sql`
    SELECT "personId" FROM "Post" WHERE "reportId" IN (${ids})
    UNION SELECT "personId" FROM "Qualification" WHERE "reportId" IN (${ids})
    UNION SELECT "personId" FROM "Certificate" WHERE "reportId" IN (${ids})
    UNION SELECT "personId" FROM "TrainingRecord" WHERE "reportId" IN (${ids})
    UNION SELECT p."personId" FROM "Secondment" s JOIN "Post" p ON p."id" = s."postId" WHERE s."reportId" IN (${ids})
    UNION SELECT p."personId" FROM "Leave" l JOIN "Post" p ON p."id" = l."postId" WHERE l."reportId" IN (${ids})`
  const held = Prisma.sql`"Post" p WHERE p."personId" IN (${people})
    AND (p."voidedAt" IS NULL OR p."reportId" IN (${ids}))`
  return upwards(
    tx,
    Prisma.sql`SELECT "unitId" FROM "Report" WHERE "id" IN (${ids})
      UNION SELECT p."unitId" FROM ${held}
      UNION SELECT s."toUnitId" FROM "Secondment" s WHERE s."postId" IN (SELECT p."id" FROM ${held})
        AND (s."voidedAt" IS NULL OR s."reportId" IN (${ids}))
      UNION SELECT "unitId" FROM "TrainingSession" WHERE "reportId" IN (${ids})
      UNION SELECT "unitId" FROM "NilReport" WHERE "reportId" IN (${ids})
      UNION SELECT "handlerUnitId" FROM "Tip" WHERE "reportId" IN (${ids})`,
  )
}

/** The units named by a query of one column, and all above them. */
async function upwards(tx: Tx, unitIds: Prisma.Sql): Promise<string[]> {
  const rows = await tx.$queryRaw<{ path: string }[]>`
    SELECT u."path" FROM "Unit" u WHERE u."id" IN (${unitIds}) ORDER BY u."path"`
  return [...new Set(rows.flatMap((row) => row.path.split('/').filter(Boolean)))]
}
