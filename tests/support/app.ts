// The whole bot on a real database and the local Feishu, with one clock for both that only a test moves, or that runs
// for tests that drive the page. `settle` works until nothing is due.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { App } from '../../bot/app.ts'
import { type Simulator, startSimulator } from '../../simulator/simulator.ts'
import type { World } from '../../simulator/world.ts'
import { type Composition, composeApp, testSecrets } from './compose.ts'
import { type Conversation, conversation } from './conversation.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export type TestApp = Conversation &
  AsyncDisposable & {
    /** the running bot; another one after `restart` */
    readonly app: App
    feishu: Simulator
    database: TestDatabase
    /** where photos lie */
    dataDir: string
    clock: { now(): number; set(ms: number): void; advance(ms: number): void }
    /** Everything that is due, on both sides, until nothing moves any more. */
    settle(): Promise<void>
    /** Moves the clock in steps of a second and settles after each, as a running bot does. */
    pass(seconds: number): Promise<void>
    /** Closes the bot and starts it anew on the same database. */
    restart(): Promise<void>
  }

export type TestAppInit = Pick<Composition, 'onStep' | 'handle' | 'jobs' | 'parkedNotice' | 'log' | 'env'> & {
  /** `2026-03-06T09:00`, Asia/Shanghai */
  at: string
  /** `still` when absent: only the test moves it */
  time?: 'still' | 'running'
  transport?: Composition['transport']
  /** whose rows are in the database from the start; an empty one when absent */
  open?: () => Promise<TestDatabase>
  /** fills the database before the bot starts */
  load?: (database: TestDatabase) => Promise<void>
  /** who is in the chat; the simulator's own two people when absent */
  world?: World
}

export { testSecrets }

/** Starts everything; `await using` stops it and deletes its files. */
export async function startApp(init: TestAppInit): Promise<TestApp> {
  const { at, time = 'still', transport = 'ws', open = freshDatabase, load, world, ...parts } = init
  const clock = handClock(Date.parse(`${at}:00+08:00`), time)
  const database = await open()
  await load?.(database)
  const start = { port: 0, host: '127.0.0.1', now: clock.now, rateNow: clock.now }
  const feishu = await startSimulator({ ...start, ...(world === undefined ? {} : { world }) })
  const dataDir = mkdtempSync(join(tmpdir(), 'anjian-data-'))
  const compose = () =>
    composeApp({ ...parts, feishu, transport, database, dataDir, clock: { now: feishu.now } })
  const running = { app: await opened(compose, feishu, transport) }
  const startedMs = clock.now()
  // The page's button moves the clock of the local Feishu; the bot follows, as the program does.
  feishu.onClockMove(() => void running.app.schedule.catchUp(feishu.now(), startedMs))
  const settle = () => settled(feishu, running)
  const chat = conversation(feishu, clock, settle)
  return {
    ...chat,
    get app() {
      return running.app
    },
    feishu,
    database,
    dataDir,
    clock,
    settle,
    async pass(seconds) {
      for (let second = 0; second < seconds; second += 1) {
        clock.advance(1000)
        await settle()
      }
    },
    async restart() {
      await running.app.close()
      running.app = await opened(compose, feishu, transport)
    },
    async [Symbol.asyncDispose]() {
      await running.app.close()
      await feishu.close()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function handClock(startMs: number, time: 'still' | 'running'): TestApp['clock'] {
  let nowMs = startMs
  const begun = performance.now()
  const passed = () => (time === 'running' ? Math.floor(performance.now() - begun) : 0)
  return {
    now: () => nowMs + passed(),
    set(ms) {
      nowMs = ms - passed()
    },
    advance(ms) {
      nowMs += ms
    },
  }
}

/** Starts the bot and waits until the local Feishu reaches it. */
async function opened(
  compose: () => Promise<App>,
  feishu: Simulator,
  transport: Composition['transport'],
): Promise<App> {
  const app = await compose()
  await app.run()
  if (transport === 'ws') await feishu.connected()
  else await feishu.setTransport({ kind: 'webhook', url: `${app.url}/feishu/events`, ...testSecrets })
  return app
}

/** Pushes lead to work and work to messages, which push nothing: two rounds reach the end. */
async function settled(feishu: Simulator, running: { app: App }): Promise<void> {
  await feishu.settled()
  await running.app.settle()
  await feishu.settled()
  await running.app.settle()
}
