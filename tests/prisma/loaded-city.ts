// The demo city in a real database, loaded once for a file of tests.
import { afterAll, beforeAll, expect } from 'vitest'
import type { DemoCity } from '../../prisma/demo/city.ts'
import { type DemoInvitation, loadDemo } from '../../prisma/demo/load.ts'
import { freshDatabase, noon, storeEnv, type TestDatabase } from '../support/database.ts'

export const today = '2026-11-23'
export const now = noon(today)
export const env = storeEnv()

export type Demo = {
  /** with the whole city in it */
  full: TestDatabase
  city: DemoCity
  invitation: DemoInvitation | undefined
  /** Another database, closed with the file. */
  emptyDatabase(): Promise<TestDatabase>
  idOf(name: string): string
}

/** The demo city, loaded once for a file of tests. */
export function useDemo(): Demo {
  const opened: TestDatabase[] = []
  const demo = {
    async emptyDatabase() {
      const database = await freshDatabase()
      opened.push(database)
      return database
    },
    idOf: (name: string) => demo.city.units.find((unit) => unit.name === name)?.id ?? name,
  } as Demo
  beforeAll(async () => {
    demo.full = await demo.emptyDatabase()
    const { outcome, city, invitation } = await loadDemo(demo.full, env, { today, now, onlyUnits: false })
    expect(outcome).toBe('loaded')
    Object.assign(demo, { city, invitation })
  })
  afterAll(async () => {
    for (const database of opened) await database.close()
  })
  return demo
}

/** How many rows each table of the demo has. */
export function rowsOf(database: TestDatabase): Promise<Record<string, number>> {
  return database.at(today, async (_, tx) => ({
    units: await tx.unit.count(),
    aliases: await tx.unitAlias.count(),
    people: await tx.person.count(),
    posts: await tx.post.count(),
    certificates: await tx.certificate.count(),
    trainings: await tx.trainingRecord.count(),
    reports: await tx.report.count(),
    tips: await tx.tip.count(),
    bindings: await tx.binding.count(),
    groups: await tx.group.count(),
    invitations: await tx.invitation.count(),
    snapshots: await tx.snapshot.count(),
    findings: await tx.finding.count(),
    settings: await tx.setting.count(),
  }))
}
