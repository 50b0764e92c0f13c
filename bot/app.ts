// Puts the machine together: the same parts for the program, the tests and the benchmarks. Handlers, jobs and
// texts come in from outside, so that nothing here knows what the bot is for.
import { randomBytes, randomUUID } from 'node:crypto'
import { makeAnswers } from './answers.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Handler, Job } from './context.ts'
import { type Dispatcher, makeDispatcher, type TriggerId } from './dispatch.ts'
import { makeFeishu } from './feishu/client.ts'
import { connect } from './feishu/connection.ts'
import { makeHttp } from './http.ts'
import { type Inbox, makeInbox } from './inbox.ts'
import { makeLimiter } from './limiter.ts'
import type { Log } from './log.ts'
import { makeMedia } from './media.ts'
import { makeMetrics } from './metrics.ts'
import { makeOutbox, type Outbox } from './outbox.ts'
import { makePhoneBook } from './phonebook.ts'
import { makePlaces } from './places.ts'
import { makePump } from './pump.ts'
import { makeReceiver, type Receiver } from './receiver.ts'
import { makeSchedule, type Schedule } from './schedule.ts'
import type { OnStep } from './steps.ts'
import type { Database } from './store/database.ts'
import { queueState } from './store/queue.ts'
import { makeVault, type Vault } from './vault.ts'
import { makeWorker } from './worker.ts'

export type AppInit = {
  config: Config & { FEISHU_APP_ID: string; FEISHU_APP_SECRET: string }
  database: Database
  clock: Clock
  log: Log
  handle: Handler
  jobs: readonly Job[]
  parkedNotice: (trigger: TriggerId, code: string) => string
  /** told after each step of the corridor, besides the metrics */
  onStep?: OnStep
}

export type App = {
  inbox: Inbox
  dispatcher: Dispatcher
  outbox: Outbox
  receiver: Receiver
  schedule: Schedule
  vault: Vault
  /** the address of the HTTP server */
  url: string
  /** Works and sends until nothing is due by the clock. */
  settle(): Promise<void>
  /** Starts what happens by itself: timers, schedule, connection. */
  run(): Promise<void>
  close(): Promise<void>
}

/** Everything but the timers and the connection: nothing moves until `settle` or `run`. */
export async function makeApp(init: AppInit): Promise<App> {
  const { config, database, clock, log } = init
  const now = () => clock.now()
  const metrics = makeMetrics()
  const onStep: OnStep = (step, key) => {
    metrics.onStep(step, key)
    init.onStep?.(step, key)
  }
  const vault = makeVault(config.sealKeys, randomBytes)
  const credentials = {
    appId: config.FEISHU_APP_ID,
    appSecret: config.FEISHU_APP_SECRET,
    domain: config.FEISHU_DOMAIN,
    log,
  }
  const feishu = makeFeishu(credentials)
  const bot = await feishu.bot()
  const answers = makeAnswers(database, vault)
  const base = { database, vault, now, random: Math.random, onStep, log, newId: randomUUID, feishu }
  const media = makeMedia({ ...base, dataDir: config.DATA_DIR })
  const worker = makeWorker({
    ...init,
    ...base,
    media,
    phoneBook: makePhoneBook(base),
    places: makePlaces(now),
    botOpenId: () => bot.openId,
    publicUrl: config.PUBLIC_URL,
    randomCode,
  })
  const outbox = makeOutbox({ ...base, limiter: makeLimiter(), withImages: media.withImages })
  const pump = makePump({ work: () => dispatcher.drain(), send: () => outbox.drain(), database, now, log })
  const dispatcher = makeDispatcher({
    ...base,
    worker,
    answers,
    owner: randomUUID(),
    onDone: () => pump.nudgeSend(),
  })
  const inbox = makeInbox({ ...base, onNew: () => pump.nudgeWork() })
  const receiver = makeReceiver({ inbox, answers, botOpenId: () => bot.openId, count: metrics.count, log })
  const schedule = makeSchedule({ jobs: init.jobs, inbox, now })
  let connection: ReturnType<typeof connect> | undefined

  const readiness = async () => {
    const overWs = connection === undefined || connection.state() === 'connected'
    return overWs ? [] : ['not connected to Feishu']
  }
  const webhook = config.FEISHU_TRANSPORT === 'webhook'
  const secrets = {
    encryptKey: config.FEISHU_ENCRYPT_KEY,
    verificationToken: config.FEISHU_VERIFICATION_TOKEN,
  }
  const http = makeHttp({
    secrets: webhook ? secrets : undefined,
    receiver,
    now,
    onStep,
    readiness,
    log,
    async metrics() {
      metrics.queue(await database.transact(queueState))
      return metrics.text()
    },
  })
  const url = await http.listen({ host: config.HOST, port: config.PORT })
  return {
    inbox,
    dispatcher,
    outbox,
    receiver,
    schedule,
    vault,
    url,
    async settle() {
      await dispatcher.drain()
      await outbox.drain()
    },
    async run() {
      await dispatcher.recover()
      pump.start()
      schedule.start()
      if (!webhook)
        connection = connect({ ...credentials, onEnvelope: (body) => overConnection(receiver, onStep, body) })
    },
    async close() {
      await schedule.stop()
      connection?.close()
      await http.close()
      await pump.stop()
    },
  }
}

async function overConnection(receiver: Receiver, onStep: OnStep, body: unknown): Promise<unknown> {
  onStep('received', 'ws')
  const answer = await receiver.receive(body)
  onStep('acknowledged', 'ws')
  // An empty answer is sent as none: the platform wants no body for events.
  return Object.keys(answer).length === 0 ? undefined : answer
}

const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** `bytes` random bytes as letters and digits that cannot be mistaken for each other; 5 bits a letter. */
function randomCode(bytes: number): string {
  const letters = Math.ceil((bytes * 8) / 5)
  return [...randomBytes(letters)].map((byte) => codeLetters[byte % 32]).join('')
}
