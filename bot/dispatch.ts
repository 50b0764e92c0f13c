// Steps 5 to 8: claims triggers in order, lets one handler work on each inside one transaction, and commits
// its rows, its messages and "done" together. A throw rolls all of it back; tries back off; after eight the
// trigger is parked and an operator is told. A crash at any point leaves the trigger to be claimed again.
import type { Answer, Answers } from './answers.ts'
import type { Log } from './log.ts'
import { backoffMs, maxAttempts } from './retry.ts'
import type { OnStep } from './steps.ts'
import type { Database, Tx } from './store/database.ts'
import {
  type ClaimedTrigger,
  claimTriggers,
  finishTrigger,
  freeLeases,
  putBackTrigger,
  releaseTriggers,
} from './store/triggers.ts'
import type { Vault } from './vault.ts'

/** What the rest of the machine knows of a trigger while it works on it. */
export type TriggerId = { readonly key: string; readonly seq: number; readonly kind: string }

/** Does the work of one trigger. `prepare` may use the network; what it answers runs inside the transaction. */
export type Worker = {
  prepare(trigger: TriggerId, body: unknown): Promise<(tx: Tx) => Promise<Answer | undefined>>
  /** Writes what an operator must be told when a trigger is parked. */
  tellParked(tx: Tx, trigger: TriggerId, code: string): Promise<void>
}

export type Dispatcher = {
  /** Works until nothing is due. Calls while it works join the work under way. */
  drain(): Promise<void>
  /** Frees what a dead process had leased; only for a database with one process. */
  recover(): Promise<void>
}

type Deps = {
  database: Database
  vault: Vault
  worker: Worker
  answers: Answers
  /** name of this process in leases */
  owner: string
  now: () => number
  random: () => number
  onStep: OnStep
  onDone: () => void
  log: Log
}

const leaseMs = 60_000
const perClaim = 16

export function makeDispatcher(deps: Deps): Dispatcher {
  let working: Promise<void> | undefined
  let again = false
  async function work(): Promise<void> {
    do {
      again = false
      for (let claimed = await claim(deps); claimed.length > 0; claimed = await claim(deps)) {
        await runAll(deps, claimed)
      }
    } while (again)
  }
  return {
    drain() {
      again = true
      working ??= work().finally(() => {
        working = undefined
      })
      return working
    },
    recover: () => deps.database.transact(freeLeases),
  }
}

function claim({ database, now, owner }: Deps): Promise<ClaimedTrigger[]> {
  const at = now()
  return database.transact((tx) =>
    claimTriggers(tx, { now: at, leaseUntil: at + leaseMs, owner, limit: perClaim }),
  )
}

async function runAll(deps: Deps, claimed: readonly ClaimedTrigger[]): Promise<void> {
  const stopped = new Set<string>()
  const skipped: number[] = []
  for (const trigger of claimed) {
    // After a failure the rest of that lane waits, or one person's messages would change order.
    if (stopped.has(trigger.lane)) skipped.push(trigger.seq)
    else if ((await run(deps, trigger)) === 'failed') stopped.add(trigger.lane)
  }
  if (skipped.length > 0) await deps.database.transact((tx) => releaseTriggers(tx, skipped))
}

async function run(deps: Deps, trigger: ClaimedTrigger): Promise<'done' | 'failed'> {
  const { database, vault, worker, now, onStep } = deps
  onStep('dispatched', trigger.key)
  try {
    const handle = await worker.prepare(trigger, JSON.parse(vault.open(trigger.body).toString()))
    onStep('understood', trigger.key)
    await database.transact(async (tx) => {
      const answer = await handle(tx)
      onStep('handled', trigger.key)
      const sealed = answer === undefined ? undefined : vault.seal(JSON.stringify(answer))
      await finishTrigger(tx, trigger.seq, { now: now(), answer: sealed })
    })
  } catch (error) {
    await putBack(deps, trigger, error)
    return 'failed'
  }
  onStep('committed', trigger.key)
  deps.answers.announce(trigger.key)
  deps.onDone()
  return 'done'
}

async function putBack(deps: Deps, trigger: ClaimedTrigger, error: unknown): Promise<void> {
  const { database, worker, now, log } = deps
  const code = codeOf(error)
  const { kind, seq, attempts } = trigger
  const parked = attempts >= maxAttempts ? 'yes' : 'no'
  log.error({ kind, seq, attempts, parked, err: error }, 'trigger failed')
  const dueAt = now() + backoffMs(attempts, deps.random)
  await database.transact(async (tx) => {
    await putBackTrigger(tx, seq, { dueAt, parked, error: code })
    if (parked === 'yes') await worker.tellParked(tx, trigger, code)
  })
  if (parked === 'yes') {
    deps.answers.announce(trigger.key)
    deps.onDone()
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.name : 'unknown'
}
