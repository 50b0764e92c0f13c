// A long list as its sender sees it: from the file sent to the message that says it counts, through the whole bot and
// the local Feishu, both in this process. A list of a fifth of its length tells whether time grows faster than lines do.
import { rosterFile, startCounty, townships } from '../support/county.ts'
import { databaseIn } from '../support/database.ts'
import { benchFolder } from './folder.ts'
import { median, type Row, repeat, short, verdict } from './row.ts'

const many = 10_000
const few = 2000
const most = { times: 3, withinMs: 15_000 }
/** Longer than the budget, so that a missed one is printed. */
const patienceMs = 120_000

type Import = { tookMs: number; cpuMs: number }

export async function importing(): Promise<Row[]> {
  // The first one of a process is slower than all that follow.
  await imported(few)
  const fewLines = await repeat(most, () => imported(few))
  const long = await imported(many)
  return rowsOf(long, median(fewLines.map(({ cpuMs }) => cpuMs)))
}

function rowsOf({ tookMs, cpuMs }: Import, fewCpuMs: number): Row[] {
  const growth = cpuMs / many / (fewCpuMs / few)
  return [
    {
      what: 'list of 10,000 lines: file sent to 已导入',
      measured: `${short(tookMs / 1000)} s (${short(cpuMs / 1000)} s of processor)`,
      budget: '≤ 20 s',
      verdict: verdict(tookMs, { atMost: 20_000 }),
    },
    {
      what: 'the same: processor per line, to 2,000 lines',
      measured: `${short(growth)} × (${short(cpuMs / many)} and ${short(fewCpuMs / few)} ms)`,
      budget: '≤ 1.1 ×',
      verdict: verdict(growth, { atMost: 1.1 }),
    },
  ]
}

/** A roster of newcomers sent by a clerk, and saved. @throws when not all of it counts in the end */
async function imported(lines: number): Promise<Import> {
  using folder = benchFolder()
  await using bot = await startCounty({ open: () => databaseIn(folder.path) })
  const { feishu, clerk } = bot
  const file = { as: clerk, chatId: feishu.botChat(clerk), kind: 'file', fileName: '名单.xlsx' } as const
  const bytes = rosterFile(lines, townships)
  const cpuBefore = process.cpuUsage()
  const startMs = performance.now()
  feishu.upload({ ...file, bytes })
  const preview = await feishu.messageWhere(({ content }) => content.includes('"list.save"'), patienceMs)
  await feishu.click({ as: clerk, messageId: preview.messageId, label: '保存' })
  await feishu.messageWhere(({ type, content }) => type === 'text' && content.includes('已导入'), patienceMs)
  const tookMs = performance.now() - startMs
  const { user, system } = process.cpuUsage(cpuBefore)
  const counted = await bot.database.transact((tx) => tx.post.count({ where: { voidedAt: null } }))
  if (counted !== lines) throw new Error(`${counted} of ${lines} lines count`)
  return { tookMs, cpuMs: (user + system) / 1000 }
}
