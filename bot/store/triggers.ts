// The inbox table. Used by bot/inbox.ts and bot/dispatch.ts; handlers never see it.
import { Prisma } from '../../prisma/generated/client.ts'
import { StoreError } from '../errors.ts'
import type { Tx } from './database.ts'

export type NewTrigger = { key: string; kind: string; lane: string; body: Uint8Array<ArrayBuffer> }
export type ClaimedTrigger = {
  seq: number
  key: string
  kind: string
  lane: string
  body: Uint8Array
  /** counts this claim too, and so tells it from every later one */
  attempts: number
}

/** Inserts what is not there yet; answers the keys that were new. Many deliveries share one commit. */
export async function insertTriggers(
  tx: Tx,
  triggers: readonly NewTrigger[],
  now: number,
): Promise<Set<string>> {
  const at = new Date(now)
  const rows = triggers.map((t) => Prisma.sql`(${t.key}, ${t.kind}, ${t.lane}, ${t.body}, ${at}, ${at})`)
  const added = await tx.$queryRaw<{ key: string }[]>`
    INSERT INTO "Trigger" ("key", "kind", "lane", "body", "dueAt", "receivedAt")
    VALUES ${Prisma.join(rows)} ON CONFLICT DO NOTHING RETURNING "key"`
  return new Set(added.map((row) => row.key))
}

/**
 * Leases the oldest due triggers, at most `limit`, and counts the attempt. A trigger waits while an earlier
 * one of its lane is leased or waits for its next try, so that one person's messages stay in order.
 *
 * @param claim `except` is what the caller is working on already, however long it takes
 */
export async function claimTriggers(
  tx: Tx,
  claim: { now: number; leaseUntil: number; owner: string; limit: number; except: readonly number[] },
): Promise<ClaimedTrigger[]> {
  const now = new Date(claim.now)
  const lanes =
    claim.except.length === 0
      ? Prisma.sql``
      : Prisma.sql`AND t."lane" NOT IN (
    SELECT b."lane" FROM "Trigger" b WHERE b."seq" IN (${Prisma.join([...claim.except])}))`
  // The held lanes first and once: looked for row by row, a morning's backlog would take seconds to claim from.
  const due = await tx.$queryRaw<{ seq: number | bigint }[]>`
    SELECT t."seq" FROM "Trigger" t
    LEFT JOIN (
      SELECT e."lane", MIN(e."seq") AS "seq" FROM "Trigger" e
      WHERE e."status" = 'waiting' AND (e."dueAt" > ${now} OR e."leaseUntil" > ${now})
      GROUP BY e."lane") held ON held."lane" = t."lane"
    WHERE t."status" = 'waiting' AND t."dueAt" <= ${now} AND (t."leaseUntil" IS NULL OR t."leaseUntil" <= ${now})
      ${lanes}
      AND (held."seq" IS NULL OR held."seq" > t."seq")
    ORDER BY t."seq" LIMIT ${claim.limit}`
  const seqs = due.map((row) => Number(row.seq))
  if (seqs.length === 0) return []
  await tx.trigger.updateMany({
    where: { seq: { in: seqs } },
    data: { leaseUntil: new Date(claim.leaseUntil), leasedBy: claim.owner, attempts: { increment: 1 } },
  })
  const rows = await tx.trigger.findMany({ where: { seq: { in: seqs } }, orderBy: { seq: 'asc' } })
  return rows.map((row) => ({ ...row, body: row.body ?? new Uint8Array() }))
}

/** What `finishTrigger` and `putBackTrigger` throw when the claim is not the newest one any more. */
export const leaseLost = 'store.lease_lost'

/**
 * Marks the work done, with the sealed answer of a press.
 *
 * @throws StoreError `store.lease_lost`: the lease ran out and somebody else has it; all of this must not count
 */
export function finishTrigger(
  tx: Tx,
  claimed: ClaimedTrigger,
  done: { now: number; answer: Uint8Array<ArrayBuffer> | undefined },
): Promise<void> {
  const doneAt = new Date(done.now)
  return settle(tx, claimed, {
    status: 'done',
    doneAt,
    leaseUntil: null,
    answer: done.answer ?? null,
    error: null,
  })
}

/**
 * Gives a trigger back for a later try, or parks it for good. `error` is a code, never content.
 *
 * @throws StoreError `store.lease_lost`
 */
export function putBackTrigger(
  tx: Tx,
  claimed: ClaimedTrigger,
  back: { dueAt: number; parked: 'yes' | 'no'; error: string },
): Promise<void> {
  const status = back.parked === 'yes' ? 'parked' : 'waiting'
  return settle(tx, claimed, { status, dueAt: new Date(back.dueAt), leaseUntil: null, error: back.error })
}

// Every claim counts the attempt, so nobody but the newest claimer finds the row as it was when claimed.
async function settle(tx: Tx, { seq, attempts }: ClaimedTrigger, data: object): Promise<void> {
  const { count } = await tx.trigger.updateMany({ where: { seq, attempts, status: 'waiting' }, data })
  if (count !== 1) throw new StoreError(leaseLost, 'another claim of the same trigger is newer')
}

/** Gives back triggers that were claimed but not begun, without counting the attempt. */
export async function releaseTriggers(tx: Tx, claimed: readonly ClaimedTrigger[]): Promise<void> {
  for (const { seq, attempts } of claimed) {
    const data = { leaseUntil: null, attempts: { decrement: 1 } }
    await tx.trigger.updateMany({ where: { seq, attempts, status: 'waiting' }, data })
  }
}

/** The newest moment at which something was taken in, ms; undefined when nothing ever was. */
export async function newestReceived(tx: Tx): Promise<number | undefined> {
  const { _max } = await tx.trigger.aggregate({ _max: { receivedAt: true } })
  return _max.receivedAt?.getTime()
}

/** What a trigger of this key was answered with; undefined while it is not done. */
export async function triggerAnswer(tx: Tx, key: string): Promise<{ answer: Uint8Array | null } | undefined> {
  const row = await tx.trigger.findUnique({ where: { key }, select: { status: true, answer: true } })
  return row === null || row.status === 'waiting' ? undefined : { answer: row.answer }
}

/** Erases the bodies and answers of work done before `before`; the keys stay for ever. */
export async function eraseTriggerBodies(tx: Tx, before: number): Promise<number> {
  const erased = await tx.trigger.updateMany({
    where: { status: 'done', doneAt: { lt: new Date(before) }, body: { not: null } },
    data: { body: null, answer: null },
  })
  return erased.count
}
