// The real bot with its real handlers, put together for a test: on a given database and the address of a local
// Feishu, with a clock that stands still. Imports nothing of vitest, so that a process of its own can use it.
import { type App, makeApp } from '../../bot/app.ts'
import { readConfig } from '../../bot/config.ts'
import type { Handler, Job } from '../../bot/context.ts'
import { type Log, makeLog } from '../../bot/log.ts'
import type { OnStep } from '../../bot/steps.ts'
import type { Database } from '../../bot/store/database.ts'
import { jobs } from '../../cron/index.ts'
import { handle, parkedNotice } from '../../handlers/index.ts'

export type Composition = {
  feishu: { url: string; app: { appId: string; appSecret: string } }
  transport: 'ws' | 'webhook'
  database: Database
  /** where photos lie */
  dataDir: string
  clock: { now(): number }
  onStep?: OnStep
  /** the real ones when absent */
  handle?: Handler
  jobs?: readonly Job[]
  parkedNotice?: typeof parkedNotice
  log?: Log
  /** settings besides those every test has, such as LLM_BASE_URL */
  env?: Readonly<Record<string, string>>
}

/** What both sides of a webhook know. */
export const testSecrets = { encryptKey: 'test-encrypt-key', verificationToken: 'test-token' }

/** Listens; nothing is worked on until `settle` or `run`. The caller closes it. */
export function composeApp(given: Composition): Promise<App> {
  const { feishu, transport, dataDir, env, ...rest } = given
  const config = readConfig({
    FEISHU_APP_ID: feishu.app.appId,
    FEISHU_APP_SECRET: feishu.app.appSecret,
    FEISHU_DOMAIN: feishu.url,
    FEISHU_TRANSPORT: transport,
    FEISHU_ENCRYPT_KEY: testSecrets.encryptKey,
    FEISHU_VERIFICATION_TOKEN: testSecrets.verificationToken,
    SEAL_KEYS: Buffer.alloc(32, 7).toString('base64'),
    DATA_DIR: dataDir,
    PORT: '0',
    ...env,
  })
  const { FEISHU_APP_ID = '', FEISHU_APP_SECRET = '' } = config
  return makeApp({
    log: makeLog(process.env['TEST_LOG'] ?? 'silent'),
    handle,
    jobs,
    parkedNotice,
    ...rest,
    config: { ...config, FEISHU_APP_ID, FEISHU_APP_SECRET },
  })
}
