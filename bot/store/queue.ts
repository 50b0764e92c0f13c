// What waits, what was given up, what nobody knows the fate of: for /readyz, /metrics and `anjian queue`.
import type { Tx } from './database.ts'

export type QueueState = { triggers: number; outgoing: number; parked: number; uncertain: number }

export async function queueState(tx: Tx): Promise<QueueState> {
  const parkedTriggers = await tx.trigger.count({ where: { status: 'parked' } })
  return {
    triggers: await tx.trigger.count({ where: { status: 'waiting' } }),
    outgoing: await tx.outgoing.count({ where: { status: 'waiting' } }),
    parked: parkedTriggers + (await tx.outgoing.count({ where: { status: 'parked' } })),
    uncertain: await tx.outgoing.count({ where: { status: 'uncertain' } }),
  }
}

/** The newest given-up and uncertain rows with their error codes; never content. */
export async function queueTrouble(
  tx: Tx,
  limit: number,
): Promise<{
  triggers: { key: string; kind: string; error: string | null }[]
  outgoing: { id: string; status: string; error: string | null }[]
}> {
  const newest = { orderBy: { seq: 'desc' }, take: limit } as const
  return {
    triggers: await tx.trigger.findMany({
      ...newest,
      where: { status: 'parked' },
      select: { key: true, kind: true, error: true },
    }),
    outgoing: await tx.outgoing.findMany({
      ...newest,
      where: { status: { in: ['parked', 'uncertain'] } },
      select: { id: true, status: true, error: true },
    }),
  }
}

/** Gives what was given up another eight tries; answers how many rows that are. Uncertain sends stay as they are. */
export async function retryParked(tx: Tx, now: number): Promise<number> {
  const at = new Date(now)
  const fresh = { status: 'waiting', attempts: 0, error: null }
  const triggers = await tx.trigger.updateMany({
    where: { status: 'parked' },
    data: { ...fresh, dueAt: at, leaseUntil: null },
  })
  const outgoing = await tx.outgoing.updateMany({
    where: { status: 'parked' },
    data: { ...fresh, notBefore: at, firstTryAt: null },
  })
  return triggers.count + outgoing.count
}
