// One message read: all messages of the tests, over and over. Of each message the median of its rounds counts, so that
// what stands in the table is the slowest messages and not the busiest moments of the machine.
import { longestMessages, messagesIn, parseMessage } from '../text/corpus.ts'
import { median, quantile, type Row, short, verdict } from './row.ts'

const warmUps = 3
const rounds = 7
const sender = { unit: '泽州县巴公镇', role: '应急办' }

function msOf(message: Parameters<typeof parseMessage>[0]): number {
  const startMs = performance.now()
  parseMessage(message)
  return performance.now() - startMs
}

export async function parsing(): Promise<Row[]> {
  const messages = [...messagesIn('fixtures'), ...messagesIn('messages')]
  const round = () => messages.map(msOf)
  for (let number = 0; number < warmUps; number += 1) round()
  const tookMs = Array.from({ length: rounds }, round)
  const ofMessage = messages.map((_, at) => median(tookMs.map((times) => times[at] ?? 0)))
  const p99Ms = quantile(ofMessage, 0.99)
  const longestMs = longestMessages.map((text) => msOf({ text, today: '2026-03-06', sender }))
  const others = `p50 ${short(median(ofMessage))} ms, slowest ${short(Math.max(...ofMessage))} ms`
  return [
    {
      what: 'one message read: p99',
      measured: `${short(p99Ms)} ms (${others}; ${messages.length} messages)`,
      budget: '≤ 5 ms',
      verdict: verdict(p99Ms, { atMost: 5 }),
    },
    {
      what: 'the longest message, one part over and over: slowest',
      measured: `${short(Math.max(...longestMs))} ms (${short(Math.max(...longestMs) / p99Ms)} × p99)`,
      budget: '≤ 500 ms',
      verdict: verdict(Math.max(...longestMs), { atMost: 500 }),
    },
  ]
}
