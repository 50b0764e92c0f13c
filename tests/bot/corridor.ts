// Inbox and dispatcher on a real database with the work of a test in place of the handlers: what is asked here is
// what the machine promises about any work.
import { makeAnswers } from '../../bot/answers.ts'
import { type Dispatcher, makeDispatcher, type TriggerId, type Worker } from '../../bot/dispatch.ts'
import { type Inbox, makeInbox } from '../../bot/inbox.ts'
import { makeLog } from '../../bot/log.ts'
import type { Step } from '../../bot/steps.ts'
import type { Tx } from '../../bot/store/database.ts'
import { type QueueState, queueState } from '../../bot/store/queue.ts'
import { freshDatabase, type TestDatabase, testVault } from '../support/database.ts'

export type Corridor = AsyncDisposable & {
  database: TestDatabase
  inbox: Inbox
  answers: ReturnType<typeof makeAnswers>
  clock: { ms: number }
  /** keys whose work was begun, in order */
  begun: string[]
  /** keys whose work counts, in order */
  done: string[]
  /** keys that were given up, and the code they were told with */
  parked: string[]
  dispatcher: Dispatcher
  /** one more process at the same database */
  another(work: Work): Dispatcher
  /** Takes a trigger in; its lane is the part of the key before the colon. */
  take(key: string): Promise<'new' | 'known'>
  state(): Promise<QueueState>
}

/** What becomes of a trigger: `prepare` outside, `handle` inside the transaction. Either may throw. */
export type Work = {
  prepare?: (key: string) => Promise<void>
  handle?: (key: string, tx: Tx) => Promise<void> | Promise<object | undefined>
  tell?: () => void
}

export async function startCorridor(work: Work = {}): Promise<Corridor> {
  const database = await freshDatabase()
  const clock = { ms: Date.parse('2026-03-06T10:00:00+08:00') }
  const now = () => clock.ms
  const answers = makeAnswers(database, testVault)
  const begun: string[] = []
  const done: string[] = []
  const parked: string[] = []
  const note = (step: Step, key: string) => {
    if (step === 'dispatched') begun.push(key)
    if (step === 'committed') done.push(key)
  }
  const base = { database, vault: testVault, now, onStep: note, log: makeLog('silent') }
  const another = (other: Work) =>
    makeDispatcher({
      ...base,
      worker: workerOf(other, parked),
      answers,
      owner: 'test',
      random: () => 0,
      onDone: () => undefined,
    })
  const inbox = makeInbox({ ...base, onNew: () => undefined })
  return {
    database,
    inbox,
    answers,
    clock,
    begun,
    done,
    parked,
    dispatcher: another(work),
    another,
    take: (key) => inbox.accept({ key, kind: 'message', lane: key.split(':')[0] ?? '', body: { said: key } }),
    state: () => database.transact(queueState),
    [Symbol.asyncDispose]: database.close,
  }
}

function workerOf({ prepare, handle, tell }: Work, parked: string[]): Worker {
  return {
    async prepare({ key }) {
      await prepare?.(key)
      return async (tx) => (await handle?.(key, tx)) ?? undefined
    },
    async tellParked(_tx: Tx, { key }: TriggerId, code: string) {
      tell?.()
      parked.push(`${key} ${code}`)
    },
  }
}

/** A door that stays shut until it is opened. */
export function gate(): { passed: Promise<void>; open: () => void } {
  let open: () => void = () => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open: () => open() }
}

/** Work that leaves a row, so that doing it twice can be seen. */
export const count = async (key: string, tx: Tx) => {
  const where = { name: key }
  await tx.counter.upsert({ where, create: { ...where, value: 1 }, update: { value: { increment: 1 } } })
}
/** How often that work was done, of what counts. */
export const counted = (corridor: Corridor, name: string) =>
  corridor.database.transact(async (tx) => (await tx.counter.findUnique({ where: { name } }))?.value ?? 0)
