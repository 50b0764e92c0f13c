// The gazetteer of the units in the database, made again only when their number or names changed.
import { createHash } from 'node:crypto'
import type { Tx } from './store/database.ts'
import { allPlaces } from './store/places.ts'
import { type Gazetteer, makeGazetteer } from './text/index.ts'

export type Places = { gazetteer(tx: Tx): Promise<Gazetteer>; forget(): void }

/** How long a change of the units may go unseen. */
const freshMs = 60_000

export function makePlaces(now: () => number): Places {
  let made: { hash: string; gazetteer: Gazetteer; atMs: number } | undefined
  return {
    async gazetteer(tx) {
      if (made !== undefined && now() - made.atMs < freshMs) return made.gazetteer
      const places = await allPlaces(tx)
      const hash = createHash('sha256').update(JSON.stringify(places)).digest('hex')
      if (made?.hash !== hash) made = { hash, gazetteer: makeGazetteer(places), atMs: now() }
      made.atMs = now()
      return made.gazetteer
    },
    forget() {
      made = undefined
    },
  }
}
