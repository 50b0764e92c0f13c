// What a measurement hands to the table, and the small sums all of them need.

/** One line of the table. `verdict` is absent where no budget is set and the figure only explains another. */
export type Row = { what: string; measured: string; budget: string; verdict?: 'PASS' | 'OVER' }

/** Compares a figure with its budget, which is the lowest or the highest value that still passes. */
export function verdict(measured: number, budget: { atLeast: number } | { atMost: number }): 'PASS' | 'OVER' {
  const kept = 'atLeast' in budget ? measured >= budget.atLeast : measured <= budget.atMost
  return kept ? 'PASS' : 'OVER'
}

/** The value below which `share` (0 to 1) of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/**
 * What `round` answered each time, at most `times` and at least three times: a busy machine gets fewer rounds, not a
 * longer run. The number of the round keeps what it makes apart from that of other rounds.
 */
export async function repeat<Result>(
  most: { times: number; withinMs: number },
  round: (number: number) => Promise<Result>,
): Promise<Result[]> {
  const endMs = performance.now() + most.withinMs
  const results: Result[] = []
  while (results.length < most.times && (results.length < 3 || performance.now() < endMs))
    results.push(await round(results.length))
  return results
}

/** How long `work` took, ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now()
  await work()
  return performance.now() - startMs
}

/** `1234.5` as `1235`, `3.14159` as `3.14`. */
export function short(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
