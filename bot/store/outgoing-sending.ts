// The outbox table as bot/outbox.ts works it off: what is due, what became of a try, what is uncertain, what is erased.
import type { Tx } from './database.ts'
import type { Address, NewOutgoing, OutgoingKind } from './outgoing.ts'

export type WaitingOutgoing = {
  seq: number
  id: string
  lane: string
  target: Address | { patchOf: string }
  kind: OutgoingKind
  body: Uint8Array
  attempts: number
  firstTryAt: number | undefined
}

/** In `error` of a row that waits for a place below the platform's limits: what comes after it waits too. */
export const heldByLimit = 'limit'

/**
 * The first waiting row of each lane that may go now, oldest first. What was tried, or is held by a limit, keeps
 * the lane behind it waiting; what is put off to a later hour does not.
 */
export async function dueOutgoing(tx: Tx, now: number, limit: number): Promise<WaitingOutgoing[]> {
  const at = new Date(now)
  const first = await tx.$queryRaw<{ seq: number | bigint }[]>`
    SELECT o."seq" FROM "Outgoing" o
    WHERE o."status" = 'waiting' AND o."notBefore" <= ${at}
      AND NOT EXISTS (
        SELECT 1 FROM "Outgoing" e WHERE e."lane" = o."lane" AND e."status" = 'waiting' AND e."seq" < o."seq"
          AND (e."notBefore" <= ${at} OR e."attempts" > 0 OR e."error" = ${heldByLimit}))
    ORDER BY o."seq" LIMIT ${limit}`
  const rows = await tx.outgoing.findMany({
    where: { seq: { in: first.map((row) => Number(row.seq)) } },
    orderBy: { seq: 'asc' },
  })
  return rows.map(toWaiting)
}

const kinds: readonly OutgoingKind[] = ['text', 'interactive', 'file']

function toWaiting(row: {
  seq: number
  id: string
  lane: string
  target: string
  kind: string
  body: Uint8Array | null
  attempts: number
  firstTryAt: Date | null
}): WaitingOutgoing {
  return {
    ...row,
    kind: kinds.find((kind) => kind === row.kind) ?? 'interactive',
    target: JSON.parse(row.target) as Address | { patchOf: string },
    body: row.body ?? new Uint8Array(),
    firstTryAt: row.firstTryAt?.getTime(),
  }
}

/** Notes that these are about to be sent: from now on their fate may be unknown. */
export async function markTrying(tx: Tx, seqs: readonly number[], now: number): Promise<void> {
  const where = { seq: { in: [...seqs] } }
  await tx.outgoing.updateMany({ where: { ...where, firstTryAt: null }, data: { firstTryAt: new Date(now) } })
  await tx.outgoing.updateMany({ where, data: { attempts: { increment: 1 } } })
}

/** What became of a try. `fresh` forgets the first try: it surely did not arrive. */
export type Settled =
  | { status: 'sent'; messageId: string; chatId: string | undefined }
  | { status: 'superseded' | 'parked'; error: string }
  | { status: 'uncertain'; error: string; notBefore?: number }
  | { status: 'waiting'; notBefore: number; error: string; fresh: 'yes' | 'no' }

export async function settleOutgoing(tx: Tx, seq: number, to: Settled, now: number): Promise<void> {
  await tx.outgoing.update({ where: { seq }, data: settledData(to, now) })
}

function settledData(to: Settled, now: number) {
  switch (to.status) {
    case 'sent':
      return {
        status: 'sent',
        messageId: to.messageId,
        sentAt: new Date(now),
        error: null,
        ...(to.chatId === undefined ? {} : { chatId: to.chatId }),
      }
    case 'waiting':
      return {
        status: 'waiting',
        notBefore: new Date(to.notBefore),
        error: to.error,
        ...(to.fresh === 'yes' ? { firstTryAt: null } : {}),
      }
    case 'uncertain':
      return { status: 'uncertain', error: to.error, notBefore: new Date(to.notBefore ?? now) }
    default:
      return { status: to.status, error: to.error }
  }
}

/** Rows whose fate must be looked up in the chat. */
export async function uncertainOutgoing(tx: Tx, now: number): Promise<WaitingOutgoing[]> {
  const rows = await tx.outgoing.findMany({
    where: { status: 'uncertain', notBefore: { lte: new Date(now) } },
    orderBy: { seq: 'asc' },
    take: 20,
  })
  return rows.map(toWaiting)
}

/** The chat that earlier messages of this lane went to; undefined when none is known. */
export async function chatOfLane(tx: Tx, lane: string): Promise<string | undefined> {
  const row = await tx.outgoing.findFirst({
    where: { lane, chatId: { not: null } },
    orderBy: { seq: 'desc' },
  })
  return row?.chatId ?? undefined
}

/** Whether a later row replaces the same card, or has done so: this one must not bring the old state back. */
export async function hasLaterPatch(
  tx: Tx,
  row: { seq: number; lane: string; target: object },
): Promise<boolean> {
  const target = JSON.stringify(row.target)
  return (
    (await tx.outgoing.count({
      where: { lane: row.lane, target, status: { in: ['waiting', 'sent'] }, seq: { gt: row.seq } },
    })) > 0
  )
}

/** Another way to say the same in the same place of the queue, under a new id: the old one may be used up. */
export async function rewriteOutgoing(
  tx: Tx,
  row: { seq: number; id: string },
  to: Pick<NewOutgoing, 'id' | 'target' | 'kind' | 'body' | 'notBefore'>,
): Promise<void> {
  const { target, notBefore, ...rest } = to
  // A text cannot be replaced later as a card can.
  const isText = to.kind === 'text'
  const data = { ...rest, target: JSON.stringify(target), notBefore: new Date(notBefore), firstTryAt: null }
  await tx.outgoing.update({ where: { seq: row.seq }, data: isText ? { ...data, about: null } : data })
  await tx.outgoing.updateMany({
    where: { target: JSON.stringify({ patchOf: row.id }), status: 'waiting' },
    data: isText
      ? { status: 'superseded', error: 'as_text' }
      : { target: JSON.stringify({ patchOf: to.id }) },
  })
}

/** What an earlier row came to: its message, or when to ask again, or nothing any more. */
export async function originalOf(
  tx: Tx,
  id: string,
): Promise<{ messageId: string } | { notYet: number } | undefined> {
  const row = await tx.outgoing.findUnique({ where: { id } })
  if (row === null) return undefined
  if (row.messageId !== null) return { messageId: row.messageId }
  return row.status === 'waiting' || row.status === 'uncertain'
    ? { notYet: row.notBefore.getTime() }
    : undefined
}

export async function eraseOutgoingBodies(tx: Tx, before: number): Promise<number> {
  const erased = await tx.outgoing.updateMany({
    where: {
      status: { in: ['sent', 'superseded'] },
      createdAt: { lt: new Date(before) },
      body: { not: null },
    },
    data: { body: null },
  })
  return erased.count
}
