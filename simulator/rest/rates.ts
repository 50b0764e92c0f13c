// Sliding windows for the platform's rates. Time is the stopwatch's, not the simulated clock's: a moved clock
// must not lift a limit, nor a stopped one hold it for ever.

export type RateLimits = {
  /** sends to one chat, per second (230020) */
  perChat: number
  /** sends to one person, per second (230020) */
  perUser: number
  /** updates of one message, per second (230020) */
  perMessage: number
  /** calls of one API, per second and per minute (99991400) */
  perApiSecond: number
  perApiMinute: number
}

export const platformRates: RateLimits = {
  perChat: 5,
  perUser: 5,
  perMessage: 5,
  perApiSecond: 50,
  perApiMinute: 1000,
}

export type Rates = {
  /**
   * Counts one use of `key` if fewer than `limit` fell into the last `windowMs`; else answers how many ms must
   * pass until the next is free, and counts nothing.
   */
  take: (key: string, limit: number, windowMs: number) => number
}

/** `now` is a monotonic ms clock. */
export function makeRates(now: () => number): Rates {
  const uses = new Map<string, number[]>()
  return {
    take: (key, limit, windowMs) => {
      const at = now()
      const recent = (uses.get(key) ?? []).filter((used) => used > at - windowMs)
      const oldest = recent[recent.length - limit]
      if (oldest !== undefined) return oldest + windowMs - at
      recent.push(at)
      uses.set(key, recent)
      return 0
    },
  }
}
