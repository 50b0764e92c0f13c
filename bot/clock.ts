// Time as an argument: the machine reads a Clock, tests and the local Feishu move one by hand.
// Asia/Shanghai is UTC+8 without summer time, so days are plain arithmetic.
import type { LocalDate } from '../policy/calendar.ts'

/** Milliseconds since 1970. */
export type Clock = { now(): number }

const shanghaiMs = 8 * 3_600_000

/** A clock that runs with the machine's and can be put forward, as the local Feishu does. */
export function offsetClock(): Clock & { setOffset(ms: number): void } {
  let offset = 0
  return {
    now: () => Date.now() + offset,
    setOffset(ms) {
      offset = ms
    },
  }
}

/** The day in Asia/Shanghai at a moment. */
export function dayAt(ms: number): LocalDate {
  return new Date(ms + shanghaiMs).toISOString().slice(0, 10) as LocalDate
}

/** `YYYY-MM-DDTHH:mm` in Asia/Shanghai, the form of a slot. */
export function minuteAt(ms: number): string {
  return new Date(ms + shanghaiMs).toISOString().slice(0, 16)
}

/** The moment of a slot `YYYY-MM-DDTHH:mm` in Asia/Shanghai; NaN when it is not one. */
export function msOfMinute(minute: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(minute)
    ? Date.parse(`${minute}:00.000Z`) - shanghaiMs
    : Number.NaN
}
