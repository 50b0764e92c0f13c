// Webhooks at 50 connections: ours, verified, stored and acknowledged, beside the SDK's handler, which stores nothing,
// and beside one commit for each event. The three take turns, so that a busy machine is busy for all of them.
import { startChild } from './child.ts'
import { deliveries } from './deliveries.ts'
import type { DoorsQuestion } from './doors-child.ts'
import { benchFolder } from './folder.ts'
import { send } from './load.ts'
import { median, type Row, short, verdict } from './row.ts'
import type { StockQuestion } from './stock-child.ts'

const rounds = 7
const perRound = 4000
const commitsPerRound = 1000

type Round = { rate: number; p99: number; commits: number; perSecond: number; p99Ms: number }

export async function doors(): Promise<Row[]> {
  using folder = benchFolder()
  await using ours = startChild('doors-child.ts', folder.path)
  await using stock = startChild('stock-child.ts', '')
  const oursUrl = await ours.ask<string>({ ask: 'url' } satisfies DoorsQuestion)
  const stockUrl = await stock.ask<string>({ ask: 'url' } satisfies StockQuestion)
  const round = async (name: string): Promise<Round> => {
    const mine = await send(oursUrl, deliveries(name, perRound, Date.now()))
    const theirs = await send(stockUrl, deliveries(name, perRound, Date.now()))
    const question: DoorsQuestion = { ask: 'singleCommits', count: commitsPerRound }
    const single = await ours.ask<number>(question)
    return {
      rate: mine.perSecond / theirs.perSecond,
      p99: mine.p99Ms / theirs.p99Ms,
      commits: mine.perSecond / single,
      ...mine,
    }
  }
  // The first round only warms both up.
  const measured: Round[] = []
  for (let number = 0; number <= rounds; number += 1) measured.push(await round(`r${number}`))
  const sent = (rounds + 1) * perRound
  const stored = await ours.ask<number>({ ask: 'stored' } satisfies DoorsQuestion)
  const handled = await stock.ask<number>({ ask: 'handled' } satisfies StockQuestion)
  if (stored !== sent || handled !== sent)
    throw new Error(`sent ${sent}, stored ${stored}, handled ${handled}`)
  return rowsOf(measured.slice(1))
}

function rowsOf(measured: readonly Round[]): Row[] {
  const of = (figure: keyof Round) => median(measured.map((round) => round[figure]))
  const events = `${short(of('perSecond'))}/s, p99 ${short(of('p99Ms'))} ms`
  return [
    {
      what: 'webhook stored and acknowledged: rate',
      measured: `${short(of('rate'))} × SDK's handler (${events})`,
      budget: '≥ 1 ×',
      verdict: verdict(of('rate'), { atLeast: 1 }),
    },
    {
      what: 'webhook stored and acknowledged: p99',
      measured: `${short(of('p99'))} × SDK's handler`,
      budget: '≤ 1 ×',
      verdict: verdict(of('p99'), { atMost: 1 }),
    },
    {
      what: 'webhook stored and acknowledged: disk',
      measured: `${short(of('commits'))} × one commit per event`,
      budget: '≥ 4 ×',
      verdict: verdict(of('commits'), { atLeast: 4 }),
    },
  ]
}
