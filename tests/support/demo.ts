// The demo city in a test: loaded into the database, its people and groups in the local Feishu. Loading it takes
// seconds, so for one day it is loaded once per run and copied.
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../bot/store/database.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { loadDemo } from '../../prisma/demo/load.ts'
import { demoWorld } from '../../prisma/demo/world.ts'
import { emptyWorld, worldSchema } from '../../simulator/world.ts'
import { startApp, type TestApp, type TestAppInit } from './app.ts'
import { copiedDatabase, freshDatabase, storeEnv } from './database.ts'

/** The Friday whose demo city is copied instead of loaded. */
export const demoDay = '2026-03-06'

/** The bot at work in the demo city at a moment `YYYY-MM-DDTHH:mm`, Asia/Shanghai. */
export async function startDemo(init: Omit<TestAppInit, 'load' | 'open' | 'world'>): Promise<TestApp> {
  const today = init.at.slice(0, 10) as LocalDate
  const template = today === demoDay ? await demoTemplate() : undefined
  const open = template === undefined ? freshDatabase : () => copiedDatabase(template)
  const loaded: { city?: Awaited<ReturnType<typeof load>>['city'] } = {}
  const started = await startApp({
    ...init,
    world: emptyWorld,
    open,
    async load(database) {
      const { city, outcome } = await load(database, init.at)
      if (template !== undefined && outcome === 'loaded') throw new Error('the copied demo city is empty')
      loaded.city = city
    },
  })
  if (loaded.city !== undefined) started.feishu.addWorld(worldSchema.parse(demoWorld(loaded.city)))
  return started
}

function load(database: Database, at: string) {
  const { now: _, ...env } = storeEnv()
  const today = at.slice(0, 10) as LocalDate
  return loadDemo(database, env, { today, now: Date.parse(`${at}:00+08:00`), onlyUnits: false })
}

/** For `beforeAll` of whoever needs the demo: so the seconds of loading count for no test. */
export async function prepareDemo(): Promise<void> {
  await demoTemplate()
}

/** The file with the demo city. Whoever comes first makes it; test processes beside it wait. */
async function demoTemplate(): Promise<string> {
  const file = inject('demoTemplate')
  if (existsSync(file)) return file
  if (isFirst(`${file}.lock`)) await makeTemplate(file)
  while (!existsSync(file)) await wait(50)
  return file
}

function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

async function makeTemplate(file: string): Promise<void> {
  copyFileSync(inject('databaseTemplate'), `${file}.part`)
  const database = await openDatabase({ url: `file:${file}.part` })
  await load(database, `${demoDay}T08:00`)
  // Closing writes the log back into the one file, so that a plain copy is whole.
  await database.close()
  renameSync(`${file}.part`, file)
}
