// The rows behind a finding as somebody can read them: whose post, certificate or training it is, and its dates.
// Voided rows are shown too: they were what the number was read from. Imported by bot/store/findings.ts.
import type { Tx } from './database.ts'
import { inChunks } from './lists.ts'

/** `what`: the role code, the kind of certificate, or the kind of training. Days are YYYY-MM-DD. */
export type RowBehind = {
  readonly kind: 'post' | 'certificate' | 'trainingRecord'
  readonly person: string
  readonly what: string
  readonly from: string | null
  readonly to: string | null
}

/** `rowIds` such as post:12. Rows about people, in the order of the ids; ids of anything else are left out. */
export async function rowsBehind(tx: Tx, rowIds: readonly string[]): Promise<RowBehind[]> {
  const known = new Map<string, RowBehind>([
    ...(await posts(tx, idsOf(rowIds, 'post'))),
    ...(await certificates(tx, idsOf(rowIds, 'certificate'))),
    ...(await trainings(tx, idsOf(rowIds, 'trainingRecord'))),
  ])
  return [...new Set(rowIds)].flatMap((id) => known.get(id) ?? [])
}

type Found = [string, RowBehind][]

function idsOf(rowIds: readonly string[], kind: RowBehind['kind']): number[] {
  return rowIds.flatMap((id) => (id.startsWith(`${kind}:`) ? Number(id.slice(kind.length + 1)) : []))
}

async function posts(tx: Tx, ids: readonly number[]): Promise<Found> {
  const rows = await inChunks(ids, (part) =>
    tx.post.findMany({ where: { id: { in: part } }, include: { person: true } }),
  )
  return rows.map(({ id, person, roleCode, from, to }) => [
    `post:${id}`,
    { kind: 'post', person: person.name, what: roleCode, from, to },
  ])
}

async function certificates(tx: Tx, ids: readonly number[]): Promise<Found> {
  const rows = await inChunks(ids, (part) =>
    tx.certificate.findMany({ where: { id: { in: part } }, include: { person: true } }),
  )
  return rows.map(({ id, person, kind, issueDate, expiryDate }) => [
    `certificate:${id}`,
    { kind: 'certificate', person: person.name, what: kind, from: issueDate, to: expiryDate },
  ])
}

async function trainings(tx: Tx, ids: readonly number[]): Promise<Found> {
  const rows = await inChunks(ids, (part) =>
    tx.trainingRecord.findMany({ where: { id: { in: part } }, include: { person: true, session: true } }),
  )
  return rows.map(({ id, person, session }) => [
    `trainingRecord:${id}`,
    {
      kind: 'trainingRecord',
      person: person.name,
      what: session.kind,
      from: session.startDate,
      to: session.endDate,
    },
  ])
}
