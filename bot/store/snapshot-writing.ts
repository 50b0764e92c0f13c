// Takes the picture of a day: one pass over the findings of all units, each counted for its unit and all above it.
// Imported by bot/store/snapshots.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type { Finding } from '../../policy/kernel.ts'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Tx } from './database.ts'
import { type Counts, headsMissing, noCounts } from './finding-sums.ts'
import { allUnits, type JudgingEnv, judge, settingsOn } from './judging.ts'

type Sums = { -readonly [Key in keyof Counts]: number }

const tables = { told: Prisma.sql`"Snapshot"`, corrected: Prisma.sql`"SnapshotCorrection"` }

/**
 * Judged anew from what is known now, not from the kept findings: the day may be long past. In place of what the table
 * held of the day; answers the number of rows.
 */
export async function writeSnapshot(
  tx: Tx,
  env: JudgingEnv,
  { day, as }: { readonly day: LocalDate; readonly as: keyof typeof tables },
): Promise<number> {
  const settings = await settingsOn(tx, env, day)
  const sums = new Map<string, Map<string, Sums>>()
  for (const units of await allUnits(tx, day)) {
    const paths = new Map(units.map((unit) => [unit.id, unit.path.split('/').filter(Boolean)]))
    for (const finding of await judge(tx, env, units, { day, settings })) {
      for (const unitId of paths.get(finding.unit) ?? []) count(sums, unitId, finding)
    }
  }
  await tx.$executeRaw`DELETE FROM ${tables[as]} WHERE "day" = ${day}`
  const rows = [...sums].flatMap(([unitId, own]) =>
    [...own].map(([id, sum]) => valuesOf(day, unitId, id, sum)),
  )
  for (let start = 0; start < rows.length; start += 500) {
    await tx.$executeRaw`
      INSERT INTO ${tables[as]} ("day", "unitId", "obligationId", "met", "notMet", "atRisk", "noData", "stale",
        "exempt", "gapHeads") VALUES ${Prisma.join(rows.slice(start, start + 500))}`
  }
  return rows.length
}

function count(sums: Map<string, Map<string, Sums>>, unitId: string, finding: Finding): void {
  if (finding.status === 'notApplicable') return
  const own = sums.get(unitId) ?? new Map<string, Sums>()
  const sum = own.get(finding.obligation) ?? { ...noCounts }
  sum[finding.status] += 1
  sum.gapHeads += headsMissing(finding)
  own.set(finding.obligation, sum)
  sums.set(unitId, own)
}

function valuesOf(day: LocalDate, unitId: string, obligationId: string, sum: Sums): Prisma.Sql {
  return Prisma.sql`(${day}, ${unitId}, ${obligationId}, ${sum.met}, ${sum.notMet}, ${sum.atRisk}, ${sum.noData},
    ${sum.stale}, ${sum.exempt}, ${sum.gapHeads})`
}
