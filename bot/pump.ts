// Keeps the dispatcher and the outbox going: nudged when there is something new, and on a slow beat for what
// falls due by itself. Also erases bodies whose keeping time is over. Real timers live here and nowhere else.
import type { Log } from './log.ts'
import type { Database } from './store/database.ts'
import { eraseOutgoingBodies } from './store/outgoing-sending.ts'
import { eraseTriggerBodies } from './store/triggers.ts'

const beatMs = 500
/** The platform may repeat an event for 7.1 hours; after 8 only its key is needed. */
const keepBodiesMs = 8 * 3_600_000
const eraseEveryMs = 10 * 60_000

export type Pump = {
  nudgeWork(): void
  nudgeSend(): void
  start(): void
  stop(): Promise<void>
}

export function makePump(deps: {
  work: () => Promise<void>
  send: () => Promise<void>
  database: Database
  now: () => number
  log: Log
}): Pump {
  let beat: NodeJS.Timeout | undefined
  let erasedAt = 0
  const running = new Set<Promise<void>>()

  function go(work: () => Promise<void>): void {
    if (beat === undefined) return
    const run: Promise<void> = work()
      .catch((error: unknown) => deps.log.error({ err: error }, 'pump failed'))
      .finally(() => running.delete(run))
    running.add(run)
  }

  async function erase(): Promise<void> {
    if (deps.now() - erasedAt < eraseEveryMs) return
    erasedAt = deps.now()
    await eraseBodies(deps.database, deps.now())
  }

  return {
    nudgeWork: () => go(deps.work),
    nudgeSend: () => go(deps.send),
    start() {
      beat = setInterval(() => {
        go(deps.work)
        go(deps.send)
        go(erase)
      }, beatMs)
      go(deps.work)
      go(deps.send)
    },
    async stop() {
      clearInterval(beat)
      beat = undefined
      await Promise.all(running)
    },
  }
}

/** Erases what was written and answered, once it can serve no repeat any more; keys and states stay. */
export function eraseBodies(database: Database, now: number): Promise<void> {
  return database.transact(async (tx) => {
    await eraseTriggerBodies(tx, now - keepBodiesMs)
    await eraseOutgoingBodies(tx, now - keepBodiesMs)
  })
}
