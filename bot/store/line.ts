// Work on the database, one piece after the other. SQLite answers without ever waiting, so a long row of work would
// keep the network from being heard: before each piece everything else gets its turn. Imported by database.ts.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { StoreError } from '../errors.ts'

/** Runs the work when its turn has come and answers what it answers. `first` goes ahead of all `last` that wait. */
export type Line = <T>(work: () => Promise<T>, place: 'first' | 'last') => Promise<T>

/**
 * @param longestWaitMs who has not begun by then fails with StoreError `store.busy`: a transaction that waits for
 * another one inside itself must not stop everything for good
 */
export function makeLine(longestWaitMs: number): Line {
  const waiting: Record<'first' | 'last', (() => Promise<void>)[]> = { first: [], last: [] }
  let walking = false

  async function walk(): Promise<void> {
    walking = true
    while (waiting.first.length + waiting.last.length > 0) {
      await nextTurn()
      await (waiting.first.shift() ?? waiting.last.shift())?.()
    }
    walking = false
  }

  return (work, place) =>
    new Promise((resolve, reject) => {
      const queue = waiting[place]
      const begin = async () => {
        clearTimeout(overdue)
        try {
          resolve(await work())
        } catch (error) {
          reject(error)
        }
      }
      const overdue = setTimeout(() => {
        queue.splice(queue.indexOf(begin), 1)
        reject(new StoreError('store.busy', `the database was busy for ${longestWaitMs} ms`))
      }, longestWaitMs)
      queue.push(begin)
      if (!walking) void walk()
    })
}
