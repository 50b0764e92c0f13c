// Our event route in a process of its own, and on the same disk the raw yardstick: one commit for each event.
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { startBenchApp, storeEnv } from './app.ts'
import { answerParent } from './child.ts'
import { messageEnvelope } from './deliveries.ts'

export type DoorsQuestion = { ask: 'url' | 'stored' | 'work' } | { ask: 'singleCommits'; count: number }

const folder = process.env['ANJIAN_BENCH'] ?? ''
const { app, database } = await startBenchApp({ folder, now: Date.now })
const raw = createClient({ url: `file:${join(folder, 'raw.db')}` })
await makeRawTable()

answerParent(async (asked) => {
  const question = asked as DoorsQuestion
  if (question.ask === 'url') return app.url
  if (question.ask === 'stored') return database.transact((tx) => tx.trigger.count())
  if (question.ask === 'singleCommits') return singleCommits(question.count)
  // Goes on for as long as this process lives: there is more to do than time.
  void app.dispatcher.drain()
  return undefined
})

async function makeRawTable(): Promise<void> {
  await raw.execute('PRAGMA journal_mode = WAL')
  await raw.execute('PRAGMA synchronous = FULL')
  const inbox = await database.transact(
    (tx) => tx.$queryRaw<{ sql: string }[]>`
      SELECT "sql" FROM sqlite_master WHERE "tbl_name" = 'Trigger' AND "sql" IS NOT NULL`,
  )
  for (const { sql } of inbox) await raw.execute(sql)
}

/** Events per second when each has its own commit: the same rows into the same table, no HTTP, nothing to verify. */
async function singleCommits(count: number): Promise<number> {
  const now = Date.now()
  const body = storeEnv.vault.seal(
    JSON.stringify(messageEnvelope('raw', 'ou_bench_0', '王3月5日调到应急办', now)),
  )
  const sql = `INSERT INTO "Trigger" ("key", "kind", "lane", "body", "dueAt", "receivedAt") VALUES (?, ?, ?, ?, ?, ?)`
  const startMs = performance.now()
  for (let number = 0; number < count; number += 1) {
    const key = `message:om_${startMs}_${number}`
    await raw.execute({ sql, args: [key, 'message', `ou_bench_${number % 77}`, body, now, now] })
  }
  return (count * 1000) / (performance.now() - startMs)
}
