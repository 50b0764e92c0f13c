// The whole bot on a real database and the local Feishu, with one clock for both that only a test moves, or that runs
// for tests that drive the page. People take a second before they say or press something; `settle` works until
// nothing is due.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { App } from '../../bot/app.ts'
import { cardAsText } from '../../bot/cards/index.ts'
import { paths } from '../../simulator/page-api.ts'
import { type Simulator, startSimulator } from '../../simulator/simulator.ts'
import type { Message } from '../../simulator/tenant.ts'
import type { World } from '../../simulator/world.ts'
import { type Composition, composeApp, testSecrets } from './compose.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export type TestApp = AsyncDisposable & {
  /** the running bot; another one after `restart` */
  readonly app: App
  feishu: Simulator
  database: TestDatabase
  /** where photos lie */
  dataDir: string
  clock: { now(): number; set(ms: number): void; advance(ms: number): void }
  /** The person says something in private; answers what the bot then showed last, newest state. */
  say(as: string, text: string): Promise<Shown>
  /** The person sends a photo or file in private; answers like `say`. */
  send(as: string, file: { kind: 'image' | 'file'; bytes: Uint8Array; name: string }): Promise<Shown>
  /** The person presses what is labelled so on a card; answers the toast and the card as it is then. */
  click(as: string, card: Shown, label: string, form?: Record<string, string>): Promise<Pressed>
  /** The newest file that the bot sent into the person's private chat. */
  file(as: string): Promise<Buffer>
  /** The newest message of the bot in the person's private chat. */
  last(as: string): Shown
  /** Everything the bot said in the person's private chat, oldest first. */
  all(as: string): Shown[]
  /** A message as it is now. */
  shown(messageId: string): Shown
  /** Everything that is due, on both sides, until nothing moves any more. */
  settle(): Promise<void>
  /** Moves the clock in steps of a second and settles after each, as a running bot does. */
  pass(seconds: number): Promise<void>
  /** Closes the bot and starts it anew on the same database. */
  restart(): Promise<void>
}

/** A message of the bot as a person reads it; `text` has all words of a card. */
export type Shown = { messageId: string; text: string; recalled: boolean }
export type Pressed = Shown & { toast: string }

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

type Conversation = Pick<TestApp, 'file' | 'say' | 'send' | 'click' | 'last' | 'all' | 'shown'>

function conversation(feishu: Simulator, clock: TestApp['clock'], settle: () => Promise<void>): Conversation {
  const ofBot = (as: string) =>
    feishu.messages(feishu.botChat(as)).filter((message) => message.from === 'bot')
  const last = (as: string) => read(ofBot(as).at(-1))
  const find = async (messageId: string) =>
    read(await feishu.messageWhere((message) => message.messageId === messageId))
  const acted = async (as: string) => {
    await settle()
    return last(as)
  }
  return {
    async file(as) {
      const sent = ofBot(as).findLast((message) => message.type === 'file')
      const key = sent === undefined ? '' : String(Reflect.get(JSON.parse(sent.content), 'file_key'))
      const answer = await fetch(`${feishu.url}${paths.resource}?key=${key}`)
      return Buffer.from(await answer.arrayBuffer())
    },
    last,
    all: (as) => ofBot(as).map(read),
    shown: (messageId) => {
      const all = feishu.people().flatMap(({ openId }) => feishu.messages(feishu.botChat(openId)))
      return read(all.find((message) => message.messageId === messageId))
    },
    say(as, text) {
      clock.advance(1000)
      feishu.say({ as, chatId: feishu.botChat(as), text })
      return acted(as)
    },
    send(as, { kind, bytes, name }) {
      clock.advance(1000)
      feishu.upload({ as, chatId: feishu.botChat(as), kind, bytes, fileName: name })
      return acted(as)
    },
    async click(as, { messageId }, label, form) {
      clock.advance(1000)
      const result = await feishu.click({ as, messageId, label, ...(form === undefined ? {} : { form }) })
      await settle()
      return { ...(await find(messageId)), toast: result.toast?.content ?? result.error?.text ?? '' }
    },
  }
}

function read(message: Message | undefined): Shown {
  if (message === undefined) return { messageId: '', text: '', recalled: false }
  const { messageId, type, recalled } = message
  const content: unknown = JSON.parse(message.content)
  const text =
    type === 'interactive' ? wordsOf(content).join('\n') : String(Reflect.get(content as object, 'text'))
  return { messageId, text, recalled }
}

/** Everything a card says, fields and buttons too, a line each, without the codes of its markdown. */
function wordsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'content' && typeof value === 'string') return cardAsText({ tag: 'markdown', content: value })
    return key === 'value' || key === 'chart_spec' ? [] : wordsOf(value)
  })
}
