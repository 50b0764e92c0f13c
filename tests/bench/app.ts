// The whole bot for a measurement: a database file of its own, handlers and jobs as in the program, the local Feishu
// for the one question the bot asks at its start. Nothing is sent and nothing happens by the clock.
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type App, makeApp } from '../../bot/app.ts'
import { readConfig } from '../../bot/config.ts'
import { isWorkingDay } from '../../bot/holidays.ts'
import { makeLog } from '../../bot/log.ts'
import { type Database, openDatabase, type Tx } from '../../bot/store/database.ts'
import { makeStore, type Store } from '../../bot/store/index.ts'
import { makeVault } from '../../bot/vault.ts'
import { jobs } from '../../cron/index.ts'
import { handle, parkedNotice } from '../../handlers/index.ts'
import { startSimulator } from '../../simulator/simulator.ts'
import { secrets } from './deliveries.ts'

export type BenchApp = AsyncDisposable & { app: App; database: Database }

const sealKey = Buffer.alloc(32, 7)

/** What a store is bound to beside its moment. */
export const storeEnv = { vault: makeVault([sealKey], randomBytes), newId: randomUUID, isWorkingDay }

/** One transaction on the store at a moment. */
export function inStore<T>(
  database: Database,
  now: number,
  work: (store: Store, tx: Tx) => Promise<T>,
): Promise<T> {
  return database.transact((tx) => work(makeStore(tx, { ...storeEnv, now }), tx))
}

/** Listens for webhooks; works only on `app.dispatcher.drain()`. */
export async function startBenchApp(init: { folder: string; now: () => number }): Promise<BenchApp> {
  const feishu = await startSimulator({ port: 0, host: '127.0.0.1', now: init.now })
  const config = readConfig({
    FEISHU_APP_ID: feishu.app.appId,
    FEISHU_APP_SECRET: feishu.app.appSecret,
    FEISHU_DOMAIN: feishu.url,
    FEISHU_TRANSPORT: 'webhook',
    FEISHU_ENCRYPT_KEY: secrets.encryptKey,
    FEISHU_VERIFICATION_TOKEN: secrets.verificationToken,
    SEAL_KEYS: sealKey.toString('base64'),
    DATABASE_URL: `file:${join(init.folder, 'bench.db')}`,
    DATA_DIR: init.folder,
    PORT: '0',
    LOG_LEVEL: 'error',
  })
  const database = await openDatabase({ url: config.DATABASE_URL })
  const { FEISHU_APP_ID = '', FEISHU_APP_SECRET = '' } = config
  const app = await makeApp({
    config: { ...config, FEISHU_APP_ID, FEISHU_APP_SECRET },
    database,
    clock: { now: init.now },
    log: makeLog(config.LOG_LEVEL),
    handle,
    jobs,
    parkedNotice,
  })
  return {
    app,
    database,
    async [Symbol.asyncDispose]() {
      await app.close()
      await feishu.close()
      await database.close()
    },
  }
}
