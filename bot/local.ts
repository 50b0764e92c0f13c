// Without credentials: starts the local Feishu as a program of its own, follows its clock, and fills database and
// chat with the demo city. Nothing here runs when a real app is configured.
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadDemo } from '../prisma/demo/load.ts'
import { demoWorld } from '../prisma/demo/world.ts'
import { dayAt } from './clock.ts'
import type { Config } from './config.ts'
import { ConfigError } from './errors.ts'
import { isWorkingDay } from './holidays.ts'
import { projectRoot } from './root.ts'
import type { Database } from './store/database.ts'
import { newestReceived } from './store/triggers.ts'
import type { Vault } from './vault.ts'

export type LocalFeishu = {
  url: string
  appId: string
  appSecret: string
  stop(): void
  /** resolves when it ended without being stopped */
  ended: Promise<void>
}

type Word =
  | { type: 'ready'; url: string; appId: string; appSecret: string }
  | { type: 'clock'; offsetMs: number }

const startWithinMs = 20_000

/** @param onClock told by how much the simulated clock runs ahead, each time somebody moves it */
export function startLocalFeishu(onClock: (offsetMs: number) => void): Promise<LocalFeishu> {
  const built = join(projectRoot(), 'dist', 'simulator', 'main.js')
  if (!existsSync(built)) throw new Error('the local Feishu is not built: run npm run build')
  const child = fork(built, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the local Feishu did not start')), startWithinMs)
    child.once('exit', () =>
      reject(
        new ConfigError('本地飞书没有启动，原因见上一行。端口被占用时换一个再来：SIM_PORT=18081 npm start'),
      ),
    )
    child.on('message', (word: Word) => {
      if (word.type === 'clock') return onClock(word.offsetMs)
      clearTimeout(timer)
      const { url, appId, appSecret } = word
      const ended = new Promise<void>((end) => child.once('exit', () => end()))
      resolve({ url, appId, appSecret, stop: () => stop(child), ended })
    })
  })
}

function stop(child: ChildProcess): void {
  child.removeAllListeners()
  if (child.connected) child.disconnect()
}

/**
 * The simulated clock goes on from the last thing that was taken in before the restart: days that have been told are not
 * lived through again in silence.
 */
export async function resumeClock(database: Database, feishuUrl: string): Promise<void> {
  const toMs = await database.transact(newestReceived)
  if (toMs !== undefined) await post(`${feishuUrl}/sim/clock`, { toMs })
}

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const told = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!told.ok) throw new Error(`the local Feishu did not take ${url}: ${await told.text()}`)
}

/** Loads the demo city once and tells the local Feishu who is there; answers the invitation to print. */
export async function fillDemo(init: {
  database: Database
  vault: Vault
  config: Config
  feishuUrl: string
  now: number
}): Promise<{ code: string; unitName: string } | undefined> {
  const env = { vault: init.vault, newId: randomUUID, isWorkingDay }
  const load = { today: dayAt(init.now), now: init.now, onlyUnits: false }
  const { city, invitation } = await loadDemo(init.database, env, load)
  await post(`${init.feishuUrl}/sim/world`, demoWorld(city))
  return invitation
}
