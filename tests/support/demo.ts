// The demo city in a test: loaded into the database, its people and groups in the local Feishu.
import type { LocalDate } from '../../policy/calendar.ts'
import { loadDemo } from '../../prisma/demo/load.ts'
import { demoWorld } from '../../prisma/demo/world.ts'
import { startApp, type TestApp, type TestAppInit } from './app.ts'
import { storeEnv } from './database.ts'

/** The bot at work in the demo city at a moment `YYYY-MM-DDTHH:mm`, Asia/Shanghai. */
export async function startDemo(init: Omit<TestAppInit, 'load'>): Promise<TestApp> {
  const today = init.at.slice(0, 10) as LocalDate
  const now = Date.parse(`${init.at}:00+08:00`)
  const { now: _, ...env } = storeEnv()
  const loaded = { city: undefined as Awaited<ReturnType<typeof loadDemo>>['city'] | undefined }
  const started = await startApp({
    ...init,
    async load(database) {
      loaded.city = (await loadDemo(database, env, { today, now, onlyUnits: false })).city
    },
  })
  if (loaded.city !== undefined) started.feishu.addWorld(demoWorld(loaded.city))
  return started
}
