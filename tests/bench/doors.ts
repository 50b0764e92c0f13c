// Webhooks at 50 connections: ours, verified, stored and acknowledged, beside the SDK's handler, which stores nothing,
// and beside one commit for each event. They take turns, so that a busy machine is busy for all of them.
import { startChild } from './child.ts'
import { deliveries } from './deliveries.ts'
import type { DoorsQuestion } from './doors-child.ts'
import { benchFolder } from './folder.ts'
import { type Load, send } from './load.ts'
import { median, type Row, repeat, short, verdict } from './row.ts'
import type { StockQuestion } from './stock-child.ts'

const most = { times: 7, withinMs: 30_000 }
const perRound = 4000
const commitsPerRound = 1000
const whileWorking = 1000

type Round = { rate: number; p99: number; commits: number; perSecond: number; p99Ms: number }

export async function doors(): Promise<Row[]> {
  using folder = benchFolder()
  await using ours = startChild('doors-child.ts', folder.path)
  await using stock = startChild('stock-child.ts', '')
  const askOurs = (question: DoorsQuestion) => ours.ask<number>(question)
  const askStock = (question: StockQuestion) => stock.ask<number>(question)
  const oursUrl = await ours.ask<string>({ ask: 'url' } satisfies DoorsQuestion)
  const stockUrl = await stock.ask<string>({ ask: 'url' } satisfies StockQuestion)
  const round = async (name: string): Promise<Round> => {
    const mine = await send(oursUrl, deliveries(name, perRound, Date.now()))
    const theirs = await send(stockUrl, deliveries(name, perRound, Date.now()))
    return compared(mine, theirs, await askOurs({ ask: 'singleCommits', count: commitsPerRound }))
  }
  await round('warm')
  const measured = await repeat(most, (number) => round(`r${number}`))
  const sent = (measured.length + 1) * perRound
  const [stored, handled] = [await askOurs({ ask: 'stored' }), await askStock({ ask: 'handled' })]
  if (stored !== sent || handled !== sent)
    throw new Error(`sent ${sent}, stored ${stored}, handled ${handled}`)
  await askOurs({ ask: 'work' })
  const busy = await send(oursUrl, deliveries('busy', whileWorking, Date.now()))
  return [...rowsOf(measured), busyRow(busy)]
}

function compared(mine: Load, theirs: Load, singleCommits: number): Round {
  const rate = mine.perSecond / theirs.perSecond
  return { rate, p99: mine.p99Ms / theirs.p99Ms, commits: mine.perSecond / singleCommits, ...mine }
}

function rowsOf(measured: readonly Round[]): Row[] {
  const of = (figure: keyof Round) => median(measured.map((round) => round[figure]))
  return [
    {
      what: 'webhook stored, acknowledged: rate',
      measured: `${short(of('rate'))} × the SDK's (${short(of('perSecond'))}/s)`,
      budget: '≥ 1 ×',
      verdict: verdict(of('rate'), { atLeast: 1 }),
    },
    {
      what: 'webhook stored, acknowledged: p99',
      measured: `${short(of('p99'))} × the SDK's (${short(of('p99Ms'))} ms)`,
      budget: '≤ 1 ×',
      verdict: verdict(of('p99'), { atMost: 1 }),
    },
    {
      what: 'webhook stored, acknowledged: disk',
      measured: `${short(of('commits'))} × one commit per event`,
      budget: '≥ 4 ×',
      verdict: verdict(of('commits'), { atLeast: 4 }),
    },
  ]
}

/** The platform repeats what is not acknowledged within 3 s. */
function busyRow({ p99Ms }: Load): Row {
  return {
    what: 'acknowledged while messages are handled: p99',
    measured: `${short(p99Ms)} ms`,
    budget: '≤ 3000 ms',
    verdict: verdict(p99Ms, { atMost: 3000 }),
  }
}
