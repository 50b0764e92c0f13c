// From a message to what is stored and what will be answered: the demo city, the handlers of the program, clerks of
// all townships. Nothing is sent; the outbox fills.
import type { App } from '../../bot/app.ts'
import type { Database, Tx } from '../../bot/store/database.ts'
import { loadDemo } from '../../prisma/demo/load.ts'
import { inStore, startBenchApp, storeEnv } from './app.ts'
import { messageEnvelope } from './deliveries.ts'
import { benchFolder } from './folder.ts'
import { median, type Row, repeat, short, timed, verdict } from './row.ts'

const startMs = Date.parse('2026-03-06T10:00:00+08:00')
/** The first thousand messages of a process are slower than all that follow. */
const warmUp = { times: 9, withinMs: 15_000 }
const most = { times: 7, withinMs: 20_000 }
const perRound = 120

const surnames = [...'赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕']
const givenNames = ['建国', '秀英', '志强', '丽华', '晓东', '海燕', '永红', '玉梅']

const texts = {
  staffing: (n: number) => `${nameOf(n)}3月5日从农业办调到应急办，专职，有注安师证`,
  query: () => '达标',
}

type Kind = keyof typeof texts

export async function corridor(): Promise<Row[]> {
  using folder = benchFolder()
  await using bench = await startBenchApp({ folder: folder.path, now: () => startMs })
  const { app, database } = bench
  await loadDemo(database, storeEnv, { today: '2026-03-06', now: startMs, onlyUnits: false })
  const clerks = await bindClerks(database)
  const round = (name: string, kindAt: (n: number) => Kind) =>
    measure({ app, database, clerks, name, kindAt })
  const mixed = (name: string) => round(name, (n) => (n % 2 === 0 ? 'staffing' : 'query'))
  await repeat(warmUp, (number) => mixed(`warm${number}`))
  const measured = await repeat(most, (number) => mixed(`mixed${number}`))
  const staffing = await round('staffing', () => 'staffing')
  const query = await round('query', () => 'query')
  const perSecond = median(measured.map((one) => one.perSecond))
  const cpu = median(measured.map((one) => one.cpuMs))
  const parts = `reports ${short(staffing.perSecond)}/s, questions ${short(query.perSecond)}/s`
  return [
    {
      what: 'message stored, reply in the outbox',
      measured: `${short(perSecond)}/s (${short(cpu)} ms of processor each; ${parts})`,
      budget: '≥ 150/s',
      verdict: verdict(perSecond, { atLeast: 150 }),
    },
  ]
}

/** `cpuMs` is what the process used for one message, which a busy machine changes less than the rate. */
type Round = { perSecond: number; cpuMs: number }

type Init = {
  app: App
  database: Database
  clerks: readonly string[]
  name: string
  kindAt: (n: number) => Kind
}

/** From the first delivery to the last commit. @throws when an answer is missing */
async function measure({ app, database, clerks, name, kindAt }: Init): Promise<Round> {
  const kinds = Array.from({ length: perRound }, (_, n) => kindAt(n))
  const envelopes = kinds.map((kind, n) =>
    messageEnvelope(`${name}_${n}`, clerks[n % clerks.length] ?? '', texts[kind](n), startMs),
  )
  const before = await database.transact(counts)
  const cpuBefore = process.cpuUsage()
  const tookMs = await timed(async () => {
    await Promise.all(envelopes.map((envelope) => app.receiver.receive(envelope)))
    await app.dispatcher.drain()
  })
  const { user, system } = process.cpuUsage(cpuBefore)
  const after = await database.transact(counts)
  const reports = kinds.filter((kind) => kind === 'staffing').length
  const isWhole =
    after.done - before.done === perRound &&
    after.drafts - before.drafts === reports &&
    after.replies - before.replies === perRound
  if (!isWhole) throw new Error(`${name}: ${JSON.stringify({ before, after, perRound, reports })}`)
  return { perSecond: (perRound * 1000) / tookMs, cpuMs: (user + system) / 1000 / perRound }
}

async function counts(tx: Tx) {
  return {
    done: await tx.trigger.count({ where: { status: 'done' } }),
    drafts: await tx.report.count({ where: { status: 'draft' } }),
    replies: await tx.outgoing.count(),
  }
}

function bindClerks(database: Database): Promise<string[]> {
  return inStore(database, startMs, async ({ members }, tx) => {
    const townships = await tx.unit.findMany({ where: { kind: 'township' }, orderBy: { code: 'asc' } })
    const openIds: string[] = []
    for (const [n, { id }] of townships.entries()) {
      const openId = `ou_bench_${n}`
      const person = { openId, name: nameOf(n) }
      await members.bind({ ...person, unitId: id, role: 'reporter', createdBy: 'bench' })
      openIds.push(openId)
    }
    return openIds
  })
}

function nameOf(n: number): string {
  return `${surnames[n % surnames.length]}${givenNames[Math.floor(n / surnames.length) % givenNames.length]}`
}
