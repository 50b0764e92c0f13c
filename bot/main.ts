// The program. With credentials it connects to Feishu; without, it starts the local Feishu with the demo city and
// prints the address of its page. The one place where machine, handlers and jobs meet.

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { jobs } from '../cron/index.ts'
import { handle, parkedNotice } from '../handlers/index.ts'
import { type App, makeApp } from './app.ts'
import { announceClaim } from './claim.ts'
import { offsetClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { FeishuError } from './errors.ts'
import { fillDemo, resumeClock, startLocalFeishu } from './local.ts'
import { makeLog } from './log.ts'
import type { LiveConfig } from './machine.ts'
import { backoffMs } from './retry.ts'
import { startFailure } from './start-failure.ts'
import { type Database, openDatabase } from './store/database.ts'
import { records } from './store/records.ts'
import { makeVault } from './vault.ts'

const simulatedBeatMs = 5000

/** `ended`: the local Feishu is gone, and with it everybody the bot speaks to. */
type Running = { app: App; stop: () => void; ended?: Promise<void> }

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig()
  const database = await openDatabase({ url: config.DATABASE_URL, encryptionKey: config.DATABASE_KEY })
  const clock = offsetClock()
  // What was due before the database was first used is not caught up.
  const now = clock.now()
  const firstStart = await database.transact((tx) => records(tx, { now }).keep('installedAt', now))
  const running = hasApp(config)
    ? { app: await start(config, database, clock), stop: () => undefined }
    : await startLocally(config, database, clock, firstStart)
  await running.app.schedule.catchUp(clock.now(), firstStart)
  await running.app.run()
  if (config.keysWereMade)
    print(`密钥已生成：${config.DATA_DIR}/seal.key。请备份，丢失后已存的消息和线索无法打开。`)
  if (hasApp(config))
    print(`安监通已启动，正在连接 ${config.FEISHU_DOMAIN}；状态见 ${running.app.url}/readyz`)
  stopWhenTold(running, database)
}

const hasApp = (config: Config): config is LiveConfig => config.FEISHU_APP_ID !== undefined

async function start(
  config: LiveConfig,
  database: Database,
  clock: ReturnType<typeof offsetClock>,
): Promise<App> {
  await announceClaim(config, database, clock.now(), print)
  const log = makeLog(config.LOG_LEVEL)
  return onceReachable(() => makeApp({ config, database, clock, log, handle, jobs, parkedNotice }))
}

/** A machine that starts before its network is up must not stay down: it tries again until Feishu answers. */
async function onceReachable<T>(start: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start()
    } catch (error) {
      if (!(error instanceof FeishuError) || error.fate !== 'unknown') throw error
      const waitMs = backoffMs(attempt, Math.random)
      print(`连不上飞书（${error.code}），${Math.ceil(waitMs / 1000)} 秒后重试。`)
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
}

async function startLocally(
  config: Config,
  database: Database,
  clock: ReturnType<typeof offsetClock>,
  firstStart: number,
): Promise<Running> {
  const moved: { app?: App } = {}
  const feishu = await startLocalFeishu((offsetMs) => {
    clock.setOffset(offsetMs)
    // The clock jumped over slots that no timer will name any more.
    void moved.app?.schedule.catchUp(clock.now(), firstStart)
  })
  // Timers tick by the machine's clock; what people see is due by the simulated one.
  setInterval(() => void moved.app?.schedule.catchUp(clock.now(), firstStart), simulatedBeatMs).unref()
  const { url, appId, appSecret } = feishu
  await resumeClock(database, url)
  const vault = makeVault(config.sealKeys, randomBytes)
  const invitation = await fillDemo({ database, vault, config, feishuUrl: url, now: clock.now() })
  const local = {
    ...config,
    FEISHU_APP_ID: appId,
    FEISHU_APP_SECRET: appSecret,
    FEISHU_DOMAIN: url,
    FEISHU_TRANSPORT: 'ws' as const,
  }
  moved.app = await makeApp({
    config: local,
    database,
    clock,
    log: makeLog(config.LOG_LEVEL),
    handle,
    jobs,
    parkedNotice,
  })
  print(`本地飞书（演示城市：晋城）已就绪，请用浏览器打开：\n\n  ${url}\n`)
  if (invitation !== undefined)
    print(
      `示例邀请码：${invitation.code}（${invitation.unitName} 报送员），发给机器人“绑定 ${invitation.code}”即可。`,
    )
  return { app: moved.app, stop: () => feishu.stop(), ended: feishu.ended }
}

function stopWhenTold({ app, stop, ended }: Running, database: Database): void {
  const end = async (exitCode: number): Promise<void> => {
    await app.close()
    await database.close()
    stop()
    process.exit(exitCode)
  }
  process.once('SIGINT', () => void end(0))
  process.once('SIGTERM', () => void end(0))
  void ended?.then(() => {
    print('本地飞书已停止，安监通随之结束。已保存的内容都在，请再运行 npm start。')
    return end(1)
  })
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${startFailure(error)}\n`)
  process.exit(1)
})
