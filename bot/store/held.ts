// Who holds which post on a day, with the names of person and unit. Said in one statement of our own, because nearly
// every message asks for it and the client would make three of it. Imported by bot/store/people.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Tx } from './database.ts'

export type HeldPost = {
  postId: number
  personId: string
  name: string
  unitId: string
  unitName: string
  roleCode: string
  title: string | null
  department: string | null
  fullTime: boolean
  postKind: string
  from: string
  to: string | null
}

// Databases differ in how they give back whole numbers and truths.
type Row = Omit<HeldPost, 'postId' | 'fullTime'> & { postId: number | bigint; fullTime: unknown }

type Whose = { personId: string } | { unitIds: readonly string[]; name?: string } | { name: string }

/** By name, then by post. `unitIds` are any of; no unit means no post. */
export async function heldPosts(tx: Tx, of: Whose, day: LocalDate): Promise<HeldPost[]> {
  if ('unitIds' in of && of.unitIds.length === 0) return []
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p."id" AS "postId", p."personId", n."name", p."unitId", u."name" AS "unitName", p."roleCode",
      p."title", p."department", p."fullTime", p."postKind", p."from", p."to"
    FROM "Post" p JOIN "Person" n ON n."id" = p."personId" JOIN "Unit" u ON u."id" = p."unitId"
    WHERE p."voidedAt" IS NULL AND p."from" <= ${day} AND (p."to" IS NULL OR p."to" >= ${day})
      AND ${condition(of)}
    ORDER BY n."name", p."id"`
  return rows.map((row) => ({ ...row, postId: Number(row.postId), fullTime: Boolean(row.fullTime) }))
}

function condition(of: Whose): Prisma.Sql {
  if ('personId' in of) return Prisma.sql`p."personId" = ${of.personId}`
  if (!('unitIds' in of)) return Prisma.sql`n."name" = ${of.name}`
  const units = Prisma.sql`p."unitId" IN (${Prisma.join([...of.unitIds])})`
  return of.name === undefined ? units : Prisma.sql`${units} AND n."name" = ${of.name}`
}
