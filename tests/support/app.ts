// The whole bot on a real database and the local Feishu, with one fixed clock for both. Nothing moves by itself
// unless a test asks for it; `settle` works until nothing is due.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, makeApp } from '../../bot/app.ts'
import { cardAsText } from '../../bot/cards/index.ts'
import { readConfig } from '../../bot/config.ts'
import { makeLog } from '../../bot/log.ts'
import type { OnStep } from '../../bot/steps.ts'
import { jobs } from '../../cron/index.ts'
import { handle, parkedNotice } from '../../handlers/index.ts'
import { type Simulator, startSimulator } from '../../simulator/simulator.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export type TestApp = AsyncDisposable & {
  app: App
  feishu: Simulator
  database: TestDatabase
  clock: { now(): number; set(ms: number): void; advance(ms: number): void }
  /** The person says something in private; answers what the bot then showed last, newest state. */
  say(as: string, text: string): Promise<Shown>
  /** The person presses what is labelled so on a card; answers the toast and the card as it is then. */
  click(
    as: string,
    card: Shown,
    label: string,
    form?: Record<string, string>,
  ): Promise<Shown & { toast: string }>
  /** The newest message of the bot in the person's private chat. */
  last(as: string): Shown
  /** Everything that is due, on both sides, until nothing moves any more. */
  settle(): Promise<void>
}

/** A message of the bot as a person reads it; `text` has all words of a card. */
export type Shown = { messageId: string; text: string; recalled: boolean }

export type TestAppInit = {
  /** `2026-03-06T09:00`, Asia/Shanghai */
  at: string
  transport?: 'ws' | 'webhook'
  load?: (database: TestDatabase) => Promise<void>
  onStep?: OnStep
}

export const testSecrets = { encryptKey: 'test-encrypt-key', verificationToken: 'test-token' }

/** Starts everything; `await using` stops it and deletes its files. */
export async function startApp(init: TestAppInit): Promise<TestApp> {
  let nowMs = Date.parse(`${init.at}:00+08:00`)
  const clock = {
    now: () => nowMs,
    set(ms: number) {
      nowMs = ms
    },
    advance(ms: number) {
      nowMs += ms
    },
  }
  const database = await freshDatabase()
  await init.load?.(database)
  const feishu = await startSimulator({ port: 0, host: '127.0.0.1', now: clock.now, rateNow: clock.now })
  const dataDir = mkdtempSync(join(tmpdir(), 'anjian-data-'))
  const config = readConfig({
    FEISHU_APP_ID: feishu.app.appId,
    FEISHU_APP_SECRET: feishu.app.appSecret,
    FEISHU_DOMAIN: feishu.url,
    FEISHU_TRANSPORT: init.transport ?? 'ws',
    FEISHU_ENCRYPT_KEY: testSecrets.encryptKey,
    FEISHU_VERIFICATION_TOKEN: testSecrets.verificationToken,
    SEAL_KEYS: Buffer.alloc(32, 7).toString('base64'),
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'silent',
  })
  const { FEISHU_APP_ID = '', FEISHU_APP_SECRET = '' } = config
  const app = await makeApp({
    config: { ...config, FEISHU_APP_ID, FEISHU_APP_SECRET },
    database,
    clock,
    log: makeLog(process.env['TEST_LOG'] ?? 'silent'),
    handle,
    jobs,
    parkedNotice,
    ...(init.onStep === undefined ? {} : { onStep: init.onStep }),
  })
  await app.run()
  if (config.FEISHU_TRANSPORT === 'ws') await feishu.connected()
  else await feishu.setTransport({ kind: 'webhook', url: `${app.url}/feishu/events`, ...testSecrets })
  async function settle(): Promise<void> {
    await feishu.settled()
    await app.settle()
    await feishu.settled()
    await app.settle()
  }
  const last = (as: string) =>
    shown(feishu.messages(feishu.botChat(as)).findLast((message) => message.from === 'bot'))
  return {
    app,
    feishu,
    database,
    clock,
    settle,
    last,
    async say(as, text) {
      feishu.say({ as, chatId: feishu.botChat(as), text })
      await settle()
      return last(as)
    },
    async click(as, { messageId }, label, form) {
      const result = await feishu.click({ as, messageId, label, ...(form === undefined ? {} : { form }) })
      await settle()
      const now = feishu.messages(feishu.botChat(as)).find((message) => message.messageId === messageId)
      return { ...shown(now), toast: result.toast?.content ?? '' }
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await feishu.close()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function shown(
  message: { messageId: string; type: string; content: string; recalled: boolean } | undefined,
): Shown {
  if (message === undefined) return { messageId: '', text: '', recalled: false }
  const content: unknown = JSON.parse(message.content)
  const text =
    message.type === 'interactive' ? cardAsText(content) : String(Reflect.get(content as object, 'text'))
  return { messageId: message.messageId, text, recalled: message.recalled }
}
