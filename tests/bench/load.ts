// 50 connections that each send their next delivery when the last one is answered, as autocannon does it.
import autocannon from 'autocannon'
import type { Delivery } from './deliveries.ts'
import { quantile } from './row.ts'

const connections = 50
const withinMs = 30_000

export type Load = { perSecond: number; p99Ms: number }

/** Sends each delivery once. `url` is a loopback address. @throws when one is not answered with 200 in time */
export async function send(url: string, all: readonly Delivery[]): Promise<Load> {
  const parts = Array.from({ length: connections }, (_, at) => all.filter((_d, n) => n % connections === at))
  const tookMs: number[] = []
  let startMs = 0
  let endMs = 0
  const run = autocannon({
    url,
    connections,
    amount: all.length,
    timeout: 20,
    sampleInt: 100,
    setupClient: (client) => client.setRequests(parts.pop() ?? []),
  })
  run.on('start', () => {
    startMs = performance.now()
  })
  run.on('response', (_client, status, _bytes, ms) => {
    if (status === 200) tookMs.push(ms)
    endMs = performance.now()
  })
  const overdue = setTimeout(() => run.stop(), withinMs)
  await run
  clearTimeout(overdue)
  if (tookMs.length !== all.length) throw new Error(`${tookMs.length} of ${all.length} answered with 200`)
  return { perSecond: (all.length * 1000) / (endMs - startMs), p99Ms: quantile(tookMs, 0.99) }
}
