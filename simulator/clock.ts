// The simulated clock: real time plus an offset that only grows. Everything the simulator stamps or lets
// expire (messages, tokens, redeliveries) asks this clock; rates and answer times do not (see rate.ts).

export type Clock = {
  /** simulated now, ms since 1970 */
  now: () => number
  /** how far simulated time is ahead of real time, ms, never negative */
  offsetMs: () => number
  /**
   * Moves simulated now to `toMs`; a moment that has passed already changes nothing.
   * Listeners hear of every real move.
   */
  moveTo: (toMs: number) => void
  /** Calls `listener` after every move with the new offset. */
  onMove: (listener: (offsetMs: number) => void) => void
}

/** `realNow` is the source of real time, ms since 1970; a test gives a constant. */
export function makeClock(realNow: () => number): Clock {
  let offset = 0
  const listeners: ((offsetMs: number) => void)[] = []
  const now = () => realNow() + offset
  return {
    now,
    offsetMs: () => offset,
    moveTo: (toMs) => {
      const step = toMs - now()
      if (step <= 0) return
      offset += step
      for (const listener of listeners) listener(offset)
    },
    onMove: (listener) => {
      listeners.push(listener)
    },
  }
}
