import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Card, cardAsText } from '../../bot/cards/index.ts'
import type { Ctx, Outcome, Say } from '../../bot/context.ts'
import { planned } from '../../cron/index.ts'
import { weekly } from '../../cron/weekly.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { actsOf, ctxOf, expectTaken } from '../support/ctx.ts'
import { addPerson, addPost, type TestDatabase } from '../support/database.ts'
import { demoDatabase, rowCounts, runJob, slotAt, trial } from './demo.ts'

const monday = slotAt('2026-11-23T09:00')
let database: TestDatabase

beforeAll(async () => {
  database = await demoDatabase()
}, 120_000)
afterAll(() => database.close())

const saidIn = (outcome: Outcome): readonly Say[] =>
  (outcome.say ?? []).flatMap((one) => ('replace' in one ? [] : [one]))
const cardsOf = (outcome: Outcome): readonly Card[] => saidIn(outcome).flatMap((one) => one.card ?? [])
const run = (slot = monday, now = slot.ms): Promise<Outcome> =>
  trial(database, now, (ctx) => weekly.run(slot, ctx))

/** The words of the card by its group's unit. */
async function words(outcome: Outcome): Promise<(unitName: string) => string> {
  const groups = await database.transact((tx) => tx.group.findMany())
  const units = await database.transact((tx) => tx.unit.findMany())
  return (unitName) => {
    const unit = units.find(({ name }) => name === unitName)
    const chatId = groups.find(({ unitId }) => unitId === unit?.id)?.chatId
    const say = saidIn(outcome).find(({ to }) => 'chatId' in to && to.chatId === chatId)
    return say?.card === undefined ? '' : cardAsText(say.card)
  }
}

describe('the weekly summary of the demo city', () => {
  let outcome: Outcome
  beforeAll(async () => {
    outcome = await run()
  })

  test('goes to every bound group with a key of its own', async () => {
    const groups = await database.transact((tx) => tx.group.findMany({ where: { status: 'bound' } }))
    expect(
      saidIn(outcome)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(groups.map(({ chatId }) => `weekly:2026-11-23:${chatId}`).sort())
  })

  test('gives each level its own: the city its counties, a county its units, a township its to-do list', async () => {
    const told = await words(outcome)
    expect(told('晋城市')).toMatch(/达标 \d+\/117 家/)
    expect(told('沁水县')).toMatch(/达标 \d+\/16 家/)
    expect(told('沁水县')).not.toContain('泽州县')
    expect(told('沁水县郑庄镇')).toContain('专职应急管理人员 2人，至少3人，还差1人')
    const json = JSON.stringify(cardsOf(outcome))
    expect(json).toContain('各县（市、区）达标单位占比')
    expect(json).toContain('近8周达标率')
  })

  test('states the conclusion first, then figures with words beside their colours, then the reading and the day', async () => {
    const [, , first, ...rest] = (await words(outcome))('沁水县').split('\n')
    expect(first).toMatch(/^达标 \d+\/\d+ 家（\d+\.\d%），.*上周.*不达标.*缺\d+人/)
    for (const label of ['达标率', '不达标', '缺口人数', '逾期隐患']) expect(rest).toContain(label)
    expect(rest.at(-1)).toContain('数据截至2026-11-23')
    expect(rest.at(-1)).toContain('第七条“不少于两周”的理解')
  })

  test('is taken by the platform and weighs less than 30 KB, whatever the level', () => {
    for (const card of cardsOf(outcome)) {
      expectTaken(card)
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(30_000)
    }
  })

  test('names nobody of the roster in any group', async () => {
    const people = await database.transact((tx) =>
      tx.person.findMany({ select: { name: true, phone: true } }),
    )
    const json = JSON.stringify(cardsOf(outcome))
    expect(people.length).toBeGreaterThan(500)
    expect(people.filter(({ name }) => json.includes(name))).toEqual([])
    expect(people.filter(({ phone }) => phone !== null && json.includes(phone))).toEqual([])
  })

  test('has buttons for all units, one unit and the reports of a township, with ids of units that exist', async () => {
    const ids = new Set((await database.transact((tx) => tx.unit.findMany())).map(({ id }) => id))
    const acts = actsOf(outcome)
    expect(new Set(acts.map(({ act }) => act))).toEqual(
      new Set(['summary.list', 'standing.show', 'report.open']),
    )
    for (const { unit } of acts) if (unit !== undefined) expect(ids).toContain(unit)
  })

  test('shows what changed since the last picture, with the figure before and after', async () => {
    const changed = await trial(database, monday.ms, async (ctx, tx) => {
      const unit = await tx.unit.findFirstOrThrow({ where: { name: '沁水县郑庄镇' } })
      await addPerson(tx, 'newcomer')
      await addPost(tx, 'newcomer', unit.id, { from: '2026-03-05', recordedAt: new Date(monday.ms) })
      return weekly.run(monday, ctx)
    })
    const told = await words(changed)
    const line = '专职应急管理人员 2→3人，达到第五条“至少3人” 达标'
    expect(told('沁水县郑庄镇')).toContain(`- ${line}`)
    expect(told('沁水县')).toContain(`- 郑庄镇 ${line}`)
    expect(told('晋城市')).toContain(`- 沁水县郑庄镇 ${line}`)
    expect(told('泽州县')).not.toContain('2→3人')
  })
})

describe('the week', () => {
  const withHoliday = (slot: typeof monday, holidays: readonly LocalDate[]): Promise<Outcome> =>
    trial(database, slot.ms, (ctx) => {
      const isWorkingDay = (day: LocalDate) => ctx.isWorkingDay(day) && !holidays.includes(day)
      return weekly.run(slot, { ...ctx, isWorkingDay } satisfies Ctx)
    })

  test('is told on the next working day when Monday is a holiday, and that is not late', async () => {
    expect(saidIn(await withHoliday(monday, ['2026-11-23']))).toEqual([])
    const tuesday = await withHoliday(slotAt('2026-11-24T09:00'), ['2026-11-23'])
    expect(saidIn(tuesday).length).toBeGreaterThan(0)
    expect(saidIn(tuesday)[0]?.key).toMatch(/^weekly:2026-11-24:/)
    expect(JSON.stringify(tuesday)).not.toContain('补发')
  })

  test('is made up for on a later day when the program was off, and says so', async () => {
    const late = await run(slotAt('2026-11-25T09:00', 'late'))
    expect(saidIn(late)[0]?.key).toMatch(/^weekly:2026-11-23:/)
    for (const card of cardsOf(late)) expect(JSON.stringify(card.header)).toContain('补发')
  })

  test('of which the slot was caught up days later shows how things stood on the day of the slot', async () => {
    const late = { ...monday, late: true }
    const thursday = slotAt('2026-11-26T10:00').ms
    const outcome = await trial(database, thursday, async (ctx, tx) => {
      const unit = await tx.unit.findFirstOrThrow({ where: { name: '沁水县郑庄镇' } })
      await addPerson(tx, 'newcomer')
      await addPost(tx, 'newcomer', unit.id, { from: '2026-11-24', recordedAt: new Date(thursday) })
      return weekly.run(late, ctx)
    })
    const told = await words(outcome)
    expect(told('沁水县')).toContain('数据截至2026-11-23')
    expect(told('沁水县郑庄镇')).toContain('专职应急管理人员 2人，至少3人，还差1人')
    for (const card of cardsOf(outcome)) expectTaken(card)
  })

  test('that is caught up at night waits for the morning', async () => {
    const night = await run({ ...monday, late: true }, slotAt('2026-11-23T23:00').ms)
    expect(saidIn(night)[0]?.notBefore).toBe(slotAt('2026-11-24T08:00').ms)
  })

  test('without any report gives a card that says so', async () => {
    const bare = await trial(database, monday.ms, async (ctx, tx) => {
      await tx.post.updateMany({ data: { voidedAt: new Date(0) } })
      await tx.organisation.deleteMany()
      await tx.tipStep.deleteMany()
      await tx.tip.deleteMany()
      await tx.snapshot.deleteMany()
      return weekly.run(monday, ctx)
    })
    for (const card of cardsOf(bare)) expectTaken(card)
    expect((await words(bare))('沁水县')).toMatch(/达标 0\/\d+ 家（0\.0%）/)
  })

  test('planned in a dry run says who would get what, and leaves the database as it was', async () => {
    const before = await rowCounts(database)
    const plans = await database.transact(async (tx) => {
      return planned(weekly, monday, await ctxOf(tx, { openId: undefined, now: monday.ms }))
    })
    expect(plans).toHaveLength(13)
    expect(plans[0]?.to).toEqual({ chatId: 'oc_demo_140500' })
    expect(plans[0]?.text).toContain('晋城市 安全监管能力周报')
    expect(await rowCounts(database)).toEqual(before)
  })

  test('told twice is told once: the second run writes and says nothing', async () => {
    const first = await runJob(database, weekly, monday)
    const rows = await rowCounts(database)
    const second = await runJob(database, weekly, monday)
    const later = await runJob(database, weekly, slotAt('2026-11-24T09:00'))
    expect(saidIn(first)).toHaveLength(13)
    expect([second, later]).toEqual([{}, {}])
    expect(await rowCounts(database)).toEqual(rows)
  })
})
