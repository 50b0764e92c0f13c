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

  function announced(key: string, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const set = listeners.get(key) ?? new Set()
      listeners.set(key, set)
      const end = () => {
        clearTimeout(timer)
        set.delete(end)
        if (set.size === 0) listeners.delete(key)
        resolve()
      }
      const timer = setTimeout(end, ms)
      set.add(end)
    })
  }

  async function stored(key: string): Promise<Answer | undefined> {
    const row = await database.transact((tx) => triggerAnswer(tx, key))
    if (row === undefined) return undefined
    return row.answer === null ? {} : (JSON.parse(vault.open(row.answer).toString()) as Answer)
  }

  return {
    announce(key) {
      for (const end of [...(listeners.get(key) ?? [])]) end()
    },
    async within(key, ms) {
      const announcement = announced(key, ms)
      // It may have been done before this listened.
      const early = await stored(key)
      if (early !== undefined) return early
      await announcement
      return stored(key)
    },
  }
}
