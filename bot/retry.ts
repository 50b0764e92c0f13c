// How long to wait before the next try. Pure; shared by the dispatcher and the outbox.

/** After this many tries a trigger is parked and an operator is told. */
export const maxAttempts = 8

const mostMs = 300_000
/** No wait that the machine chose itself is longer, ms. */
export const longestBackoffMs = mostMs * 1.2

/** Milliseconds before try `attempt + 1`: 1 s, 2 s, 4 s … at most 5 minutes, plus up to a fifth at random. */
export function backoffMs(attempt: number, random: () => number): number {
  const base = Math.min(1000 * 2 ** Math.max(0, attempt - 1), mostMs)
  return Math.round(base * (1 + random() / 5))
}
