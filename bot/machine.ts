// The parts of the machine and how they know of each other; no timers, no sockets. bot/app.ts adds those.
import { randomBytes, randomUUID } from 'node:crypto'
import { makeAdviser } from './adviser.ts'
import { makeAnswers } from './answers.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Handler, Job } from './context.ts'
import { type Dispatcher, makeDispatcher, type TriggerId } from './dispatch.ts'
import { makeFeishu } from './feishu/client.ts'
import { type Inbox, makeInbox } from './inbox.ts'
import { makeLimiter } from './limiter.ts'
import type { Log } from './log.ts'
import { makeMedia } from './media.ts'
import { type Metrics, makeMetrics } from './metrics.ts'
import { makeOutbox, type Outbox } from './outbox.ts'
import { makePhoneBook } from './phonebook.ts'
import { makePlaces } from './places.ts'
import { makePump, type Pump } from './pump.ts'
import { makeReceiver, type Receiver } from './receiver.ts'
import { makeSchedule, type Schedule } from './schedule.ts'
import type { OnStep } from './steps.ts'
import type { Database } from './store/database.ts'
import { makeVault, type Vault } from './vault.ts'
import { makeWorker } from './worker.ts'

/** Settings with the credentials of an app, real or local. */
export type LiveConfig = Config & { FEISHU_APP_ID: string; FEISHU_APP_SECRET: string }

export type AppInit = {
  config: LiveConfig
  database: Database
  clock: Clock
  log: Log
  handle: Handler
  jobs: readonly Job[]
  parkedNotice: (trigger: TriggerId, code: string) => string
  /** told after each step of the corridor, besides the metrics */
  onStep?: OnStep
}

export type Machine = {
  inbox: Inbox
  dispatcher: Dispatcher
  outbox: Outbox
  pump: Pump
  receiver: Receiver
  schedule: Schedule
  metrics: Metrics
  vault: Vault
  onStep: OnStep
}

/** @throws FeishuError when the platform does not say who the bot is: without that no mention can be understood */
export async function makeMachine(init: AppInit): Promise<Machine> {
  const { config, database, clock, log } = init
  const now = () => clock.now()
  const metrics = makeMetrics()
  const onStep: OnStep = (step, key) => {
    metrics.onStep(step, key)
    init.onStep?.(step, key)
  }
  const vault = makeVault(config.sealKeys, randomBytes)
  const feishu = makeFeishu({ ...credentialsOf(config), log })
  const bot = await feishu.bot()
  const botOpenId = () => bot.openId
  const answers = makeAnswers(database, vault)
  const base = { database, vault, now, random: Math.random, onStep, log, newId: randomUUID, feishu }
  const media = makeMedia({ ...base, dataDir: config.DATA_DIR })
  const { handle, jobs, parkedNotice } = init
  const known = { phoneBook: makePhoneBook(base), places: makePlaces(now), publicUrl: config.PUBLIC_URL }
  const adviser = makeAdviser(config, log)
  const worker = makeWorker({
    ...base,
    ...known,
    adviser,
    handle,
    jobs,
    parkedNotice,
    media,
    botOpenId,
    randomCode,
  })
  const { withImages, workbookContent } = media
  const outbox = makeOutbox({ ...base, limiter: makeLimiter(), withImages, workbookContent })
  const pump = makePump({ work: () => dispatcher.drain(), send: () => outbox.drain(), database, now, log })
  const owner = randomUUID()
  const dispatcher = makeDispatcher({ ...base, worker, answers, owner, onDone: () => pump.nudgeSend() })
  const inbox = makeInbox({ ...base, onNew: () => pump.nudgeWork() })
  const receiver = makeReceiver({ inbox, answers, botOpenId, count: metrics.count, log })
  const schedule = makeSchedule({ jobs, inbox, now })
  return { inbox, dispatcher, outbox, pump, receiver, schedule, metrics, vault, onStep }
}

export function credentialsOf(config: LiveConfig) {
  return { appId: config.FEISHU_APP_ID, appSecret: config.FEISHU_APP_SECRET, domain: config.FEISHU_DOMAIN }
}

const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** `bytes` random bytes as letters and digits that cannot be mistaken for each other; 5 bits a letter. */
function randomCode(bytes: number): string {
  const letters = Math.ceil((bytes * 8) / 5)
  return [...randomBytes(letters)].map((byte) => codeLetters[byte % 32]).join('')
}
