// The reminders of a whole city in the morning: one digest each, nothing twice, nothing personal in groups.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../bot/context.ts'
import { jobs, planned } from '../../cron/index.ts'
import { remind } from '../../cron/remind.ts'
import { ctxOf, expectTaken } from '../support/ctx.ts'
import type { TestDatabase } from '../support/database.ts'
import { demoDatabase, rowCounts, runJob, slotAt, trial } from './demo.ts'
import { people, saidIn, wordsTo } from './told.ts'

describe('the reminders of the demo city on a Monday', () => {
  const monday = slotAt('2026-11-23T08:30')
  let database: TestDatabase
  let outcome: Outcome
  beforeAll(async () => {
    database = await demoDatabase()
    outcome = await trial(database, monday.ms, (ctx) => remind.run(monday, ctx))
  }, 120_000)
  afterAll(() => database.close())

  test('are one digest for each person, however many things there are', () => {
    expect(new Set(people(outcome)).size).toBe(people(outcome).length)
    expect(people(outcome)).toContain('ou_demo_clerk_zhengzhuang')
    expect(people(outcome)).not.toContain('ou_demo_public')
    expect(people(outcome)).not.toContain('ou_demo_clerk_beiliu')
  })

  test('tell the clerk what the township lacks, and the officer when the retraining is due', () => {
    expect(wordsTo(outcome, 'ou_demo_clerk_zhengzhuang')).toContain('沁水县郑庄镇 2人，至少3人，还差1人')
    expect(wordsTo(outcome, 'ou_demo_officer_qinshui')).toMatch(/李四，12月\d+日到期（还有\d+天）/)
  })

  test('tell the handler of a tip that waits too long, and the county above it, by its number alone', async () => {
    const tip = await database.transact((tx) =>
      tx.tip.findFirstOrThrow({ where: { status: 'received' }, orderBy: { id: 'asc' } }),
    )
    for (const openId of ['ou_demo_officer_zezhou', 'ou_demo_leader_zezhou'])
      expect(wordsTo(outcome, openId)).toContain(`线索 ${tip.number}`)
    expect(JSON.stringify(outcome)).not.toContain('除尘')
  })

  test('are taken by the platform and weigh less than 30 KB', () => {
    for (const { card } of saidIn(outcome)) {
      expect(card).toBeDefined()
      if (card === undefined) continue
      expectTaken(card)
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(30_000)
    }
  })

  test('give groups units and counts, and no name, no village cadre, no tip number', async () => {
    const names = await database.transact((tx) => tx.person.findMany({ select: { name: true } }))
    const cards = saidIn(outcome).filter(({ to }) => 'chatId' in to)
    const json = JSON.stringify(cards.map(({ card }) => card))
    expect(cards.length).toBeGreaterThan(5)
    expect(names.filter(({ name }) => json.includes(name))).toEqual([])
    expect(json).not.toMatch(/YH-\d/)
    expect(wordsTo(outcome, 'oc_demo_140521')).toContain('郑庄镇 1项')
  })

  test('planned in a dry run leave nothing behind', async () => {
    const before = await rowCounts(database)
    const plans = await database.transact(async (tx) =>
      planned(remind, monday, await ctxOf(tx, { openId: undefined, now: monday.ms })),
    )
    expect(plans).toHaveLength(saidIn(outcome).length)
    expect(await rowCounts(database)).toEqual(before)
  })

  test('told twice are told once, and tell nothing more on the same day', async () => {
    await runJob(database, remind, monday)
    const rows = await rowCounts(database)
    const second = await runJob(database, remind, monday)
    const evening = await runJob(database, remind, slotAt('2026-11-23T18:00'))
    expect([second, evening].flatMap(saidIn)).toEqual([])
    expect(await rowCounts(database)).toEqual(rows)
  })
})

test('the jobs are named as the command line knows them', () => {
  expect(jobs.map(({ name }) => name)).toEqual(['weekly', 'remind'])
})
