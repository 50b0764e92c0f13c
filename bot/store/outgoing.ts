// The outbox table as handlers fill it, inside their transaction: new rows, and what was said about a thing before.
// Sending them is outgoing-sending.ts.
import type { Tx } from './database.ts'

/** Where the platform is told to put it. `patch` replaces a card by its message id. */
export type Address =
  | { openId: string }
  | { chatId: string }
  | { replyTo: string; chatId: string }
  | { patch: string }

/** `file`: the body is a workbook yet to be built and uploaded. */
export type OutgoingKind = 'text' | 'interactive' | 'file'

export type NewOutgoing = {
  id: string
  key: string | undefined
  lane: string
  target: Address | { patchOf: string }
  kind: OutgoingKind
  body: Uint8Array<ArrayBuffer>
  about: string | undefined
  notBefore: number
  triggerSeq: number | undefined
  /** where it will stand, when that is known before it is sent */
  chatId: string | undefined
}

/** Adds a row unless one with the same `key` was ever made. */
export async function insertOutgoing(tx: Tx, rows: readonly NewOutgoing[], now: number): Promise<void> {
  for (const row of rows) {
    if (row.key !== undefined && (await tx.outgoing.count({ where: { key: row.key } })) > 0) continue
    await tx.outgoing.create({
      // Without this the whole row comes back, body and all.
      select: { seq: true },
      data: {
        ...row,
        key: row.key ?? null,
        about: row.about ?? null,
        triggerSeq: row.triggerSeq ?? null,
        chatId: row.chatId ?? null,
        target: JSON.stringify(row.target),
        notBefore: new Date(row.notBefore),
        createdAt: new Date(now),
      },
    })
  }
}

/** Every copy of the card that shows `about`, sent or to be sent, newest first, without the patches themselves. */
export async function copiesOf(
  tx: Tx,
  about: string,
): Promise<{ id: string; lane: string; messageId: string | null }[]> {
  return tx.outgoing.findMany({
    where: { about, status: { in: ['sent', 'waiting', 'uncertain'] } },
    orderBy: { seq: 'desc' },
    select: { id: true, lane: true, messageId: true },
  })
}

/** The row that made a message of the bot; undefined for messages of others. */
export async function outgoingOfMessage(
  tx: Tx,
  messageId: string,
): Promise<{ lane: string; about: string | null } | undefined> {
  const row = await tx.outgoing.findFirst({ where: { messageId }, select: { lane: true, about: true } })
  return row ?? undefined
}
