// What a dead process left behind, put right at start. Used by bot/dispatch.ts.
import { longestBackoffMs } from '../retry.ts'
import type { Tx } from './database.ts'
import { heldByLimit } from './outgoing-sending.ts'

/**
 * A single process owns a SQLite file, so what a dead one had leased is free. Nothing is put off further than the longest
 * back-off: what lies further ahead was written by a clock that has been set back since, and is due now, or it would
 * hold back its person for as long. Only messages that wait for the morning keep their hour.
 */
export async function recover(tx: Tx, now: number): Promise<void> {
  await tx.trigger.updateMany({ where: { status: 'waiting' }, data: { leaseUntil: null } })
  const [dueNow, horizon] = [new Date(now), new Date(now + longestBackoffMs)]
  await tx.trigger.updateMany({
    where: { status: 'waiting', dueAt: { gt: horizon } },
    data: { dueAt: dueNow },
  })
  const tried = [{ attempts: { gt: 0 } }, { error: heldByLimit }, { createdAt: { gt: horizon } }]
  await tx.outgoing.updateMany({
    where: { status: { in: ['waiting', 'uncertain'] }, notBefore: { gt: horizon }, OR: tried },
    data: { notBefore: dueNow },
  })
}
