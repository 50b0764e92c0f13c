// Many new rows of one table, in few statements. For `createMany` Prisma makes a plan anew each time, which takes ten
// times as long as the writing (docs/decisions/0040-budgets.md). Imported by bot/store/imports.ts.
import { Prisma } from '../../prisma/generated/client.ts'
import type { Tx } from './database.ts'

type Value = string | number | boolean | Date | null

/** Rows in one statement, which SQLite lets have 32,766 values. */
const atOnce = 500

/** Every row has the columns of the first. Their names must not come from outside. */
export async function insertRows(
  tx: Tx,
  table: Prisma.ModelName,
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const into = Prisma.raw(`"${table}" (${columns.map((column) => `"${column}"`).join(', ')})`)
  for (let start = 0; start < rows.length; start += atOnce) {
    const values = rows
      .slice(start, start + atOnce)
      .map((row) => Prisma.sql`(${Prisma.join(columns.map((column) => row[column] ?? null))})`)
    await tx.$executeRaw`INSERT INTO ${into} VALUES ${Prisma.join(values)}`
  }
}
