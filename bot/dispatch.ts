// Steps 5 to 8: claims triggers, lets one handler work on each inside one transaction, and commits its rows, its
// messages and "done" together. One lane runs in order, lanes run beside each other, so that one person's slow photo
// keeps nobody waiting. A throw rolls all of it back; tries back off; after eight the trigger is parked and an
// operator is told. A crash at any point leaves the trigger to be claimed again.
import type { Answer, Answers } from './answers.ts'
import type { Log } from './log.ts'
import { backoffMs, maxAttempts } from './retry.ts'
import type { OnStep } from './steps.ts'
import type { Database, Tx } from './store/database.ts'
import { recover } from './store/recovering.ts'
import {
  type ClaimedTrigger,
  claimTriggers,
  finishTrigger,
  leaseLost,
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

export type DispatchDeps = {
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

/** Longer than one call to the platform may last; whoever takes longer finds its lease gone and starts over. */
const leaseMs = 3 * 60_000
const perClaim = 16
/** While so many lanes are worked on nothing more is claimed. */
const mostLanes = 8

/** What this process works on: lanes under way and the triggers in them. */
type Hands = { lanes: Set<Promise<void>>; seqs: Set<number> }

export function makeDispatcher(deps: DispatchDeps): Dispatcher {
  const hands: Hands = { lanes: new Set(), seqs: new Set() }
  let working: Promise<void> | undefined
  let called = false
  let wake: () => void = () => undefined
  const call = () => {
    called = true
    wake()
  }

  async function work(): Promise<void> {
    do {
      called = false
      const more = hands.lanes.size < mostLanes ? await takeUp(deps, hands) : 'nothing'
      if (more === 'something') called = true
      else if (!called && hands.lanes.size > 0) {
        await Promise.race([...hands.lanes, new Promise<void>((resolve) => (wake = resolve))])
        // A lane that ended may have left more of itself behind.
        called = true
      }
    } while (called)
  }

  return {
    drain() {
      call()
      working ??= work().finally(() => {
        working = undefined
      })
      return working
    },
    recover: () => deps.database.transact((tx) => recover(tx, deps.now())),
  }
}

/** Claims what is due and starts a lane for each person, chat or job in it. */
async function takeUp(deps: DispatchDeps, { lanes, seqs }: Hands): Promise<'something' | 'nothing'> {
  const now = deps.now()
  const claim = { now, leaseUntil: now + leaseMs, owner: deps.owner, limit: perClaim, except: [...seqs] }
  const claimed = await deps.database.transact((tx) => claimTriggers(tx, claim))
  for (const lane of byLane(claimed)) {
    for (const { seq } of lane) seqs.add(seq)
    const running: Promise<void> = runLane(deps, lane).finally(() => {
      for (const { seq } of lane) seqs.delete(seq)
      lanes.delete(running)
    })
    lanes.add(running)
  }
  return claimed.length > 0 ? 'something' : 'nothing'
}

function byLane(claimed: readonly ClaimedTrigger[]): ClaimedTrigger[][] {
  const lanes = new Map<string, ClaimedTrigger[]>()
  for (const trigger of claimed) lanes.set(trigger.lane, [...(lanes.get(trigger.lane) ?? []), trigger])
  return [...lanes.values()]
}

/** After a failure the rest of the lane waits, or one person's messages would change order. Never rejects. */
async function runLane(deps: DispatchDeps, lane: readonly ClaimedTrigger[]): Promise<void> {
  try {
    for (const [index, trigger] of lane.entries()) {
      if ((await run(deps, trigger)) === 'done') continue
      await deps.database.transact((tx) => releaseTriggers(tx, lane.slice(index + 1)))
      return
    }
  } catch (error) {
    // The database itself failed; the leases run out and all of it is claimed again.
    deps.log.error({ err: error }, 'lane failed')
  }
}

async function run(deps: DispatchDeps, trigger: ClaimedTrigger): Promise<'done' | 'failed'> {
  const { database, vault, worker, now, onStep } = deps
  onStep('dispatched', trigger.key)
  try {
    const handle = await worker.prepare(trigger, JSON.parse(vault.open(trigger.body).toString()))
    onStep('understood', trigger.key)
    await database.transact(async (tx) => {
      const answer = await handle(tx)
      onStep('handled', trigger.key)
      const sealed = answer === undefined ? undefined : vault.seal(JSON.stringify(answer))
      await finishTrigger(tx, trigger, { now: now(), answer: sealed })
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

async function putBack(deps: DispatchDeps, trigger: ClaimedTrigger, error: unknown): Promise<void> {
  const code = codeOf(error)
  const { kind, seq, attempts } = trigger
  const last = attempts >= maxAttempts
  deps.log.error({ kind, seq, attempts, parked: last, code, err: error }, 'trigger failed')
  // Somebody else works on it; what comes of it is theirs to say.
  if (code === leaseLost) return
  if (last) return park(deps, trigger, code)
  const dueAt = deps.now() + backoffMs(attempts, deps.random)
  await deps.database.transact((tx) => putBackTrigger(tx, trigger, { dueAt, parked: 'no', error: code }))
}

async function park(deps: DispatchDeps, trigger: ClaimedTrigger, code: string): Promise<void> {
  const { database, worker, now, log } = deps
  const back = { dueAt: now(), parked: 'yes', error: code } as const
  try {
    await database.transact(async (tx) => {
      await putBackTrigger(tx, trigger, back)
      await worker.tellParked(tx, trigger, code)
    })
  } catch (error) {
    // Not being able to tell anybody must not bring the trigger back for ever.
    log.error({ seq: trigger.seq, err: error }, 'nobody could be told')
    await database.transact((tx) => putBackTrigger(tx, trigger, back))
  }
  deps.answers.announce(trigger.key)
  deps.onDone()
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.name : 'unknown'
}
