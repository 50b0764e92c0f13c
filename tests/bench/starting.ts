// The built program with the demo city's database, against the local Feishu: from its start to the first answer that
// it is ready, and the memory it holds when nothing happens.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { projectRoot } from '../../bot/root.ts'
import { openDatabase } from '../../bot/store/database.ts'
import { loadDemo } from '../../prisma/demo/load.ts'
import { type Simulator, startSimulator } from '../../simulator/simulator.ts'
import { storeEnv } from './app.ts'
import { benchFolder } from './folder.ts'
import { median, type Row, repeat, short, verdict } from './row.ts'

const most = { times: 5, withinMs: 15_000 }
const readyWithinMs = 15_000
const idleMs = 2000

export async function starting(): Promise<Row[]> {
  using folder = benchFolder()
  const databaseUrl = `file:${join(folder.path, 'start.db')}`
  await prepare(databaseUrl)
  await using feishu = await startSimulator({ port: 0, host: '127.0.0.1', now: Date.now })
  const megabytes: number[] = []
  const readyMs = await repeat(most, async () => {
    const startMs = performance.now()
    const child = launch(folder.path, databaseUrl, feishu)
    try {
      await ready(child)
      const tookMs = performance.now() - startMs
      await wait(idleMs)
      megabytes.push(residentMegabytes(child))
      return tookMs
    } finally {
      await stop(child)
    }
  })
  return rowsOf(median(readyMs), median(megabytes))
}

function rowsOf(readyMs: number, megabytes: number): Row[] {
  return [
    {
      what: 'cold start to ready',
      measured: `${short(readyMs)} ms`,
      budget: '≤ 2000 ms',
      verdict: verdict(readyMs, { atMost: 2000 }),
    },
    {
      what: 'resident memory, idle',
      measured: Number.isNaN(megabytes) ? 'not told by this system' : `${short(megabytes)} MB`,
      budget: '≤ 220 MB',
      ...(Number.isNaN(megabytes) ? {} : { verdict: verdict(megabytes, { atMost: 220 }) }),
    },
  ]
}

async function prepare(url: string): Promise<void> {
  const database = await openDatabase({ url })
  const now = Date.now()
  const today = new Date(now).toISOString().slice(0, 10) as `${number}-${number}-${number}`
  await loadDemo(database, storeEnv, { today, now, onlyUnits: false })
  await database.close()
}

// Not in the project's folder, where a .env might say something else.
function launch(cwd: string, databaseUrl: string, feishu: Simulator): ChildProcess {
  const program = join(projectRoot(), 'dist', 'bot', 'main.js')
  if (!existsSync(program)) throw new Error('the program is not built: npm run build')
  const env = {
    FEISHU_APP_ID: feishu.app.appId,
    FEISHU_APP_SECRET: feishu.app.appSecret,
    FEISHU_DOMAIN: feishu.url,
    DATABASE_URL: databaseUrl,
    DATA_DIR: cwd,
    PORT: '0',
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, [program], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.removeListener('exit', kill))
  return child
}

async function ready(child: ChildProcess): Promise<void> {
  const signal = AbortSignal.timeout(readyWithinMs)
  const url = await printedAddress(child, signal)
  while ((await fetch(url, { signal })).status !== 200) await wait(10, undefined, { signal })
}

async function printedAddress(child: ChildProcess, signal: AbortSignal): Promise<string> {
  if (child.stdout === null) throw new Error('the program has no output')
  const lines = createInterface({ input: child.stdout, signal })
  for await (const line of lines) {
    const [url] = /http:\S+\/readyz/.exec(line) ?? []
    if (url !== undefined) return url
  }
  throw new Error('the program ended before it was ready')
}

/** NaN where the system does not tell. */
function residentMegabytes({ pid }: ChildProcess): number {
  const status = `/proc/${pid}/status`
  if (!existsSync(status)) return Number.NaN
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1]) / 1024
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const overdue = setTimeout(() => child.kill('SIGKILL'), 5000)
  await ended
  clearTimeout(overdue)
}
