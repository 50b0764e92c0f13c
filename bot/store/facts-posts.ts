// Posts as the rules see them: with the secondments and leaves of their holders, at the unit that owns the post
// and at every unit the holder was lent to. Imported by bot/store/facts.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type { PostFacts, PostKind, RoleCode, Secondment, Span } from '../../policy/facts.ts'
import { dayAt } from '../clock.ts'
import type { Tx } from './database.ts'
import { grouped, inChunks } from './lists.ts'

export type KnownPost = { readonly facts: PostFacts; readonly recordedOn: LocalDate }

type PostRow = NonNullable<Awaited<ReturnType<Tx['post']['findUnique']>>>

/** A borrower that is no unit of ours (省厅, another city): the holder is away all the same. */
const elsewhere = 'elsewhere'

const roles: readonly RoleCode[] = [
  'leader',
  'enforcementOfficer',
  'safetyStaff',
  'townshipStaff',
  'villageCadre',
  'gridMember',
  'enterpriseSafetyManager',
  'expert',
]

/** What the table's word for a post means to the rules. `public` is also what stands there when nobody said. */
const postKinds: Readonly<Record<string, PostKind>> = {
  enforcement: 'enforcement',
  administrative: 'administrative',
  institution: 'institution',
  auxiliary: 'auxiliary',
  other: 'other',
}

/** Posts by unit, oldest row first; a post whose holder was lent appears at the lender and at the borrower. */
export async function postsAt(tx: Tx, unitIds: readonly string[]): Promise<Map<string, KnownPost[]>> {
  const rows = await readPosts(tx, unitIds)
  const ids = [...rows.keys()]
  const live = { voidedAt: null }
  const secondments = await inChunks(ids, (part) =>
    tx.secondment.findMany({ where: { ...live, postId: { in: part } }, orderBy: { id: 'asc' } }),
  )
  const leaves = await inChunks(ids, (part) =>
    tx.leave.findMany({ where: { ...live, postId: { in: part } }, orderBy: { id: 'asc' } }),
  )
  const lentOf = grouped(secondments, (row) => row.postId)
  const leaveOf = grouped(leaves, (row) => row.postId)
  const asked = new Set(unitIds)
  const byUnit = new Map<string, KnownPost[]>()
  for (const [id, row] of rows) {
    const facts = toFacts(row, (lentOf.get(id) ?? []).map(toSecondment), (leaveOf.get(id) ?? []).map(spanOf))
    const post = { facts, recordedOn: dayAt(row.recordedAt.getTime()) }
    const places = new Set([row.unitId, ...facts.secondments.map((secondment) => secondment.toUnitId)])
    for (const place of places) if (asked.has(place)) add(byUnit, place, post)
  }
  return byUnit
}

async function readPosts(tx: Tx, unitIds: readonly string[]): Promise<Map<number, PostRow>> {
  const owned = await inChunks(unitIds, (part) =>
    tx.post.findMany({ where: { voidedAt: null, unitId: { in: part } } }),
  )
  const secondments = await inChunks(unitIds, (part) =>
    tx.secondment.findMany({ where: { voidedAt: null, toUnitId: { in: part } }, select: { postId: true } }),
  )
  const lentIds = secondments.map((row) => row.postId)
  const lent = await inChunks(lentIds, (part) =>
    tx.post.findMany({ where: { voidedAt: null, id: { in: part } } }),
  )
  return new Map([...owned, ...lent].sort((one, other) => one.id - other.id).map((row) => [row.id, row]))
}

function toFacts(row: PostRow, secondments: readonly Secondment[], leaves: readonly Span[]): PostFacts {
  const postKind = postKinds[row.postKind]
  const actualDuty = (['enforcement', 'other'] as const).find((duty) => duty === row.actualDuty)
  return {
    rowId: `post:${row.id}`,
    personId: row.personId,
    unitId: row.unitId,
    roleCode: roleOf(row.roleCode),
    fullTime: row.fullTime,
    ...spanOf(row),
    ...(postKind !== undefined && { postKind }),
    ...(actualDuty !== undefined && { actualDuty }),
    secondments,
    leaves,
  }
}

function toSecondment(row: {
  from: string
  to: string | null
  toUnitId: string | null
  roleCode: string | null
}): Secondment {
  const toUnitId = row.toUnitId ?? elsewhere
  return { ...spanOf(row), toUnitId, ...(row.roleCode !== null && { roleCode: roleOf(row.roleCode) }) }
}

function spanOf(row: { from: string; to: string | null }): Span {
  const from = row.from as LocalDate
  return row.to === null ? { from } : { from, to: row.to as LocalDate }
}

function roleOf(code: string): RoleCode {
  return roles.find((role) => role === code) ?? 'other'
}

function add(map: Map<string, KnownPost[]>, key: string, post: KnownPost): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [post])
  else known.push(post)
}
