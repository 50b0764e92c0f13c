// The demo city in a database of its own, and jobs run on it. Loading it takes seconds: once for a file of tests.

import type { Ctx, Job, Outcome } from '../../bot/context.ts'
import type { Tx } from '../../bot/store/database.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { loadDemo } from '../../prisma/demo/load.ts'
import { type Asker, ctxOf } from '../support/ctx.ts'
import { counter, freshDatabase, noon, storeEnv, type TestDatabase } from '../support/database.ts'

/** The city as it is on a Friday, with eight weeks of history. */
const demoToday: LocalDate = '2026-11-20'

export async function demoDatabase(): Promise<TestDatabase> {
  const database = await freshDatabase()
  const { now: _now, ...env } = storeEnv({ newId: counter('demo') })
  await loadDemo(database, env, { today: demoToday, now: noon(demoToday), onlyUnits: false })
  return database
}

/** The slot of a job at a minute, `YYYY-MM-DDTHH:mm` in Asia/Shanghai. */
export function slotAt(at: string, late: 'onTime' | 'late' = 'onTime'): Parameters<Job['run']>[0] {
  return { at, ms: Date.parse(`${at}:00+08:00`), day: at.slice(0, 10) as LocalDate, late: late === 'late' }
}

/** Runs the job at its slot on a real database; what it wrote is kept. */
export function runJob(
  database: TestDatabase,
  job: Job,
  slot: Parameters<Job['run']>[0],
  asker: Partial<Asker> = {},
): Promise<Outcome> {
  return database.transact(async (tx) =>
    job.run(slot, await ctxOf(tx, { openId: undefined, now: slot.ms, ...asker })),
  )
}

/** Work on the database of which nothing stays. */
export function trial<T>(
  database: TestDatabase,
  now: number,
  work: (ctx: Ctx, tx: Tx) => Promise<T>,
): Promise<T> {
  return database.transact(async (tx) => {
    const ctx = await ctxOf(tx, { openId: undefined, now })
    return ctx.store.attempt(async () => ({ value: await work(ctx, tx), keep: 'no' }))
  })
}

/** How many rows each table holds that a job may write to. */
export async function rowCounts(database: TestDatabase): Promise<Record<string, number>> {
  return database.transact(async (tx) => ({
    reminders: await tx.reminder.count(),
    snapshots: await tx.snapshot.count(),
    findings: await tx.finding.count(),
    settings: await tx.setting.count(),
  }))
}
