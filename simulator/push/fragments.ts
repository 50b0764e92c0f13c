// Splits a push into several frames, as the platform does with large ones; the order is shuffled so that a
// client that relies on it is found out.

import type { Ids } from '../ids.ts'

export type Fragment = { seq: number; bytes: Uint8Array }

/** At most `count` pieces of about equal size, each at least one byte. */
export function fragmentsOf(bytes: Uint8Array, count: number, ids: Ids): Fragment[] {
  const pieces = Math.max(1, Math.min(count, bytes.length))
  const size = Math.ceil(bytes.length / pieces)
  const fragments: Fragment[] = []
  for (let at = 0; at < bytes.length; at += size) {
    fragments.push({ seq: fragments.length, bytes: bytes.subarray(at, at + size) })
  }
  return shuffled(fragments, ids)
}

function shuffled<Item>(items: Item[], ids: Ids): Item[] {
  const out: Item[] = []
  for (const item of items) out.splice(ids.below(out.length + 1), 0, item)
  return out
}
