// One shortfall over days: who is told next while nobody acknowledges, and what ends it.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Outcome } from '../../bot/context.ts'
import { remind } from '../../cron/remind.ts'
import { remindPresses } from '../../handlers/remind.ts'
import { addDays, type LocalDate } from '../../policy/calendar.ts'
import { asked, press, wordsOf } from '../support/ctx.ts'
import {
  addPerson,
  addPost,
  addSmallCity,
  addStaff,
  freshDatabase,
  type TestDatabase,
} from '../support/database.ts'
import { runJob, slotAt, trial } from './demo.ts'
import { people, saidIn, wordsTo } from './told.ts'

describe('a township under three', () => {
  const monday: LocalDate = '2024-01-08'
  const clock = '08:30'
  let database: TestDatabase
  beforeEach(async () => {
    database = await freshDatabase()
    await database.at(monday, async (store, tx) => {
      await addSmallCity(tx)
      await addStaff(tx, 'zhengzhuang', 2)
      const bind = (
        openId: string,
        unitId: string,
        role: 'reporter' | 'handler' | 'leader',
        personId?: string,
      ) =>
        store.members.bind({
          openId,
          unitId,
          role,
          createdBy: 'test',
          ...(personId !== undefined && { personId }),
        })
      await addPerson(tx, 'leaver')
      await addPost(tx, 'leaver', 'zhengzhuang', { roleCode: 'other', to: '2024-01-05' })
      await bind('ou_clerk', 'zhengzhuang', 'reporter', 'zhengzhuang-p1')
      await bind('ou_leaver', 'zhengzhuang', 'reporter', 'leaver')
      await bind('ou_head', 'zhengzhuang', 'leader')
      await bind('ou_bureau', 'bureau', 'handler')
      await bind('ou_county', 'qinshui', 'leader')
    })
    return () => database.close()
  })

  const runOn = (day: LocalDate, at = clock): Promise<Outcome> =>
    runJob(database, remind, slotAt(`${day}T${at}`))
  const lacks = '沁水县郑庄镇 2人，至少3人，还差1人'
  const toldOn = async (day: LocalDate): Promise<readonly string[]> => {
    const outcome = await runOn(day)
    return people(outcome).filter((openId) => wordsTo(outcome, openId).includes(lacks))
  }
  const acknowledge = (openId: string, day: LocalDate, now = slotAt(`${day}T09:12`).ms): Promise<Outcome> =>
    asked(database, { openId, now }, async (ctx) => {
      const [{ run }] = remindPresses as [(typeof remindPresses)[number]]
      return run(press(openId, { act: 'remind.ack', day: monday }), ctx)
    })

  test('is told to its clerk, then its head, then the bureau above, while nobody acknowledges', async () => {
    const days = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days))
    const told: (readonly string[])[] = []
    for (const day of days) told.push(await toldOn(day))
    expect(told).toEqual([['ou_clerk'], [], ['ou_head'], [], ['ou_bureau'], [], []])
  })

  test('is told again the next week', async () => {
    await runOn(monday)
    expect(await toldOn(addDays(monday, 7))).toEqual(['ou_clerk'])
  })

  test('is not told to whoever left the post', async () => {
    expect(people(await runOn(monday))).not.toContain('ou_leaver')
  })

  test('is told to nobody above once the clerk acknowledged', async () => {
    await runOn(monday)
    await acknowledge('ou_clerk', monday)
    expect(await toldOn('2024-01-10')).toEqual([])
    expect(await toldOn('2024-01-12')).toEqual([])
  })

  test('changes the head of the acknowledged card, once, and keeps its moment', async () => {
    await runOn(monday)
    const first = await acknowledge('ou_clerk', monday)
    const again = await acknowledge('ou_clerk', monday, slotAt('2024-01-09T15:00').ms)
    expect(wordsOf(first)).toContain('已记录：知悉1项')
    for (const outcome of [first, again]) {
      expect(outcome.card?.header).toMatchObject({ template: 'blue' })
      expect(wordsOf(outcome)).toContain('已知悉 1月8日 09:12')
      expect(JSON.stringify(outcome.card)).not.toContain('remind.ack')
    }
    expect(wordsOf(again)).toContain('之前已经记录过了')
  })

  test('cannot be acknowledged by somebody who was not told', async () => {
    await runOn(monday)
    expect(wordsOf(await acknowledge('ou_bureau', monday))).not.toContain(lacks)
    const stranger = await acknowledge('ou_stranger', monday)
    expect(stranger.card).toBeUndefined()
    expect(stranger.toast?.type).toBe('warning')
    expect(await toldOn('2024-01-10')).toEqual(['ou_head'])
  })

  test('is no longer told once a third came', async () => {
    await runOn(monday)
    await database.at(monday, (_store, tx) => addStaff(tx, 'zhengzhuang', 1, { from: '2024-01-09' }))
    expect(await toldOn('2024-01-10')).toEqual([])
  })

  test('told at night waits for eight o’clock, told by day goes at once', async () => {
    const night = await trial(database, slotAt('2024-01-08T23:00').ms, (ctx) =>
      remind.run(slotAt('2024-01-08T08:30', 'late'), ctx),
    )
    expect(saidIn(night).map(({ notBefore }) => notBefore)).toEqual(
      saidIn(night).map(() => slotAt('2024-01-09T08:00').ms),
    )
    const day = await runOn(monday)
    expect(saidIn(day)[0]?.notBefore).toBe(slotAt('2024-01-08T08:30').ms)
  })

  test('gives nobody a second digest on one day; what came meanwhile is told the next morning', async () => {
    await runOn(monday)
    await database.at(monday, async (_store, tx) => {
      await addPerson(tx, 'cadre')
      await addPost(tx, 'cadre', 'village-1', { roleCode: 'villageCadre', to: '2024-01-07' })
    })
    expect(people(await runOn(monday, '18:00'))).not.toContain('ou_clerk')
    expect(wordsTo(await runOn('2024-01-09'), 'ou_clerk')).toContain(
      '郑庄村 没有责任人，1月17日前须明确（还有8天）',
    )
  })

  test('that was missed while the program was off is told on the first day it is back', async () => {
    expect(await toldOn('2024-01-10')).toEqual(['ou_clerk'])
  })
})
