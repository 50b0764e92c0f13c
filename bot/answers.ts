// Lets the receiver of a card press wait for the outcome, whoever works on it: first in memory, then in the
// row, which also serves a repeated press event with the very same answer.
import type { Database } from './store/database.ts'
import { triggerAnswer } from './store/triggers.ts'
import type { Vault } from './vault.ts'

/** What the caller of a press gets back; `{}` leaves everything as it is. */
export type Answer = { toast?: unknown; card?: unknown }

export type Answers = {
  announce(key: string): void
  /** The answer of a trigger when it is done, waiting at most `ms`; undefined when it is not done by then. */
  within(key: string, ms: number): Promise<Answer | undefined>
}

export function makeAnswers(database: Database, vault: Vault): Answers {
  const listeners = new Map<string, Set<() => void>>()

  function listen(key: string): { heard: Promise<void>; leave: () => void } {
    const set = listeners.get(key) ?? new Set()
    listeners.set(key, set)
    let hear: () => void = () => undefined
    const heard = new Promise<void>((resolve) => {
      hear = resolve
    })
    set.add(hear)
    const leave = () => {
      set.delete(hear)
      if (set.size === 0) listeners.delete(key)
    }
    return { heard, leave }
  }

  async function stored(key: string): Promise<Answer | undefined> {
    const row = await database.transact((tx) => triggerAnswer(tx, key))
    if (row === undefined) return undefined
    return row.answer === null ? {} : (JSON.parse(vault.open(row.answer).toString()) as Answer)
  }

  return {
    announce(key) {
      for (const hear of [...(listeners.get(key) ?? [])]) hear()
    },
    async within(key, ms) {
      const { heard, leave } = listen(key)
      let timer: NodeJS.Timeout | undefined
      // A busy database must not make anybody wait longer either.
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), ms)
      })
      // It may have been done before this listened.
      const answer = async () => (await stored(key)) ?? (await heard.then(() => stored(key)))
      return Promise.race([answer(), late]).finally(() => {
        clearTimeout(timer)
        leave()
      })
    },
  }
}
