// Keeps below the platform's limits before they are hit: 5 messages a second to one chat or person, 5 changes
// a second to one card, 50 calls a second and 1000 a minute to one method. Pure but for its own counters;
// time comes in. See the platform's page on rate limits (频控策略).

type Rule = { most: number; windowMs: number }

const perChat: Rule = { most: 4, windowMs: 1000 }
const perMethod: readonly Rule[] = [
  { most: 40, windowMs: 1000 },
  { most: 900, windowMs: 60_000 },
]

export type Limiter = {
  /** Takes a place for one call now, or answers how many ms to wait for one. */
  take(lane: string, method: string, nowMs: number): number
  /** The platform said to leave a method alone for a while. */
  pause(method: string, untilMs: number): void
}

export function makeLimiter(): Limiter {
  const taken = new Map<string, number[]>()
  const pausedUntil = new Map<string, number>()

  function waitFor(key: string, rule: Rule, nowMs: number): number {
    const times = (taken.get(`${key}/${rule.windowMs}`) ?? []).filter((at) => at > nowMs - rule.windowMs)
    taken.set(`${key}/${rule.windowMs}`, times)
    const oldest = times[times.length - rule.most]
    return oldest === undefined ? 0 : oldest + rule.windowMs - nowMs
  }

  function forgetIdle(): void {
    if (taken.size < 5000) return
    for (const [key, times] of taken) if (times.length === 0) taken.delete(key)
  }

  return {
    take(lane, method, nowMs) {
      const rules = [
        { key: `lane/${lane}`, rule: perChat },
        ...perMethod.map((rule) => ({ key: method, rule })),
      ]
      const paused = (pausedUntil.get(method) ?? 0) - nowMs
      const wait = Math.max(paused, ...rules.map(({ key, rule }) => waitFor(key, rule, nowMs)))
      if (wait > 0) return wait
      for (const { key, rule } of rules) taken.get(`${key}/${rule.windowMs}`)?.push(nowMs)
      forgetIdle()
      return 0
    },
    pause(method, untilMs) {
      pausedUntil.set(method, untilMs)
    },
  }
}
