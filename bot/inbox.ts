// Step 3, persist: takes a trigger in under its unique key before anything is acknowledged. Deliveries that
// arrive while a commit runs share the next one, so the disk's sync rate is not the ceiling.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { OnStep } from './steps.ts'
import type { Database } from './store/database.ts'
import { insertTriggers, type NewTrigger } from './store/triggers.ts'
import type { Vault } from './vault.ts'

export type Arrival = { key: string; kind: string; lane: string; body: unknown }

export type Inbox = {
  /** Resolves when the trigger is on the disk: `new`, or `known` for a repeated delivery. Rejects if it is not. */
  accept(arrival: Arrival): Promise<'new' | 'known'>
}

type Waiting = {
  trigger: NewTrigger
  resolve: (value: 'new' | 'known') => void
  reject: (error: unknown) => void
}

const mostPerCommit = 400

export function makeInbox(init: {
  database: Database
  vault: Vault
  now: () => number
  onStep: OnStep
  onNew: () => void
}): Inbox {
  const waiting: Waiting[] = []
  let committing = false

  async function commitAll(): Promise<void> {
    committing = true
    while (waiting.length > 0) {
      await gather()
      await commit(waiting.splice(0, mostPerCommit))
    }
    committing = false
  }

  // A commit costs nearly the same for one row as for fifty, so the group is open while the network brings more.
  async function gather(): Promise<void> {
    for (let before = 0; before < waiting.length && before < mostPerCommit; ) {
      before = waiting.length
      await nextTurn()
    }
  }

  async function commit(group: Waiting[]): Promise<void> {
    const unique = [...new Map(group.map((one) => [one.trigger.key, one.trigger])).values()]
    try {
      const added = await init.database.transactFirst((tx) => insertTriggers(tx, unique, init.now()))
      for (const one of group) {
        init.onStep('persisted', one.trigger.key)
        // The first delivery of a key in this group is the new one, its twins are known.
        one.resolve(added.delete(one.trigger.key) ? 'new' : 'known')
      }
      init.onNew()
    } catch (error) {
      for (const one of group) one.reject(error)
    }
  }

  return {
    accept: ({ body, ...rest }) =>
      new Promise((resolve, reject) => {
        waiting.push({ trigger: { ...rest, body: init.vault.seal(JSON.stringify(body)) }, resolve, reject })
        if (!committing) void commitAll()
      }),
  }
}
