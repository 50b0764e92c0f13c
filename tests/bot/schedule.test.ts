// Slots: each is taken once, the newest missed one is caught up and known as late, nothing from before the start.
import { describe, expect, test } from 'vitest'
import { minuteAt, msOfMinute } from '../../bot/clock.ts'
import type { Job } from '../../bot/context.ts'
import { makeSchedule, newestSlot, takeSlot } from '../../bot/schedule.ts'
import { startSmall } from '../support/small.ts'
import { type Corridor, startCorridor } from './corridor.ts'

const at = (minute: string) => msOfMinute(minute)
const weekly = '0 9 * * 1'

describe('the newest slot', () => {
  test.each([
    ['the very minute', weekly, '2026-03-09T09:00', '2026-03-09T09:00'],
    ['a minute before', weekly, '2026-03-09T08:59', '2026-03-02T09:00'],
    ['days later', weekly, '2026-03-12T23:00', '2026-03-09T09:00'],
    ['over the end of a year', weekly, '2026-01-03T10:00', '2025-12-29T09:00'],
    ['each day', '30 8 * * *', '2026-03-01T08:29', '2026-02-28T08:30'],
    ['each day of a leap year', '30 8 * * *', '2028-03-01T08:00', '2028-02-29T08:30'],
    ['working days', '0 9 * * 1-5', '2026-03-08T12:00', '2026-03-06T09:00'],
    ['a list of hours', '0 8,14,20 * * *', '2026-03-06T19:59', '2026-03-06T14:00'],
    ['every hour of a range', '0 8-20 * * *', '2026-03-06T23:30', '2026-03-06T20:00'],
    ['the first of a month', '0 9 1 * *', '2026-03-31T08:00', '2026-03-01T09:00'],
    ['the last day that some months have', '0 9 31 * *', '2026-04-03T08:00', '2026-03-31T09:00'],
    ['one month of the year', '0 9 5 1 *', '2026-01-20T08:00', '2026-01-05T09:00'],
    ['Sundays', '0 20 * * 0', '2026-03-06T10:00', '2026-03-01T20:00'],
    ['every minute', '* * * * *', '2026-03-06T10:07', '2026-03-06T10:07'],
  ])('of %s', (_, line, now, expected) => {
    expect(minuteAt(newestSlot(line, at(now)) ?? 0)).toBe(expected)
  })

  test('is of Asia/Shanghai, whatever the seconds', () => {
    expect(newestSlot(weekly, Date.parse('2026-03-09T00:59:59.999Z'))).toBe(at('2026-03-02T09:00'))
    expect(newestSlot(weekly, Date.parse('2026-03-09T01:00:59.999Z'))).toBe(at('2026-03-09T09:00'))
  })

  test('is none when it lies more than 35 days back', () => {
    expect(newestSlot('0 9 5 1 *', at('2026-03-06T10:00'))).toBeUndefined()
  })

  test.each(['*/5 * * * *', '0 9 * * MON', '0 9 * * ', 'x * * * *'])(
    'of %s is refused, not silent',
    (line) => {
      expect(() => newestSlot(line, at('2026-03-06T10:00'))).toThrow(RangeError)
    },
  )
})

const job = (name: string, line: string): Job => ({ name, at: line, run: async () => ({}) })
const jobs = [job('weekly', weekly), job('daily', '0 8 * * *')]

async function slots({ database }: Corridor): Promise<string[]> {
  const rows = await database.transact((tx) => tx.trigger.findMany({ orderBy: { seq: 'asc' } }))
  return rows.map(({ key }) => key)
}

describe('a schedule', () => {
  const now = at('2026-03-12T07:00')

  test('catches up the newest slot of each job, and only that', async () => {
    await using corridor = await startCorridor()
    const schedule = makeSchedule({ jobs, inbox: corridor.inbox, now: () => now })

    await schedule.catchUp(now, at('2026-01-01T00:00'))

    expect(await slots(corridor)).toEqual(['cron:weekly@2026-03-09T09:00', 'cron:daily@2026-03-11T08:00'])
  })

  test('catches up what was due first before what was due later', async () => {
    await using corridor = await startCorridor()
    const schedule = makeSchedule({ jobs, inbox: corridor.inbox, now: () => now })

    await schedule.catchUp(at('2026-03-09T10:00'), at('2026-01-01T00:00'))

    expect(await slots(corridor)).toEqual(['cron:daily@2026-03-09T08:00', 'cron:weekly@2026-03-09T09:00'])
  })

  test('catches up nothing that was due before it was installed', async () => {
    await using corridor = await startCorridor()
    const schedule = makeSchedule({ jobs, inbox: corridor.inbox, now: () => now })

    await schedule.catchUp(now, at('2026-03-10T15:00'))

    expect(await slots(corridor)).toEqual(['cron:daily@2026-03-11T08:00'])
  })

  test('takes a slot once, however often it ticks', async () => {
    await using corridor = await startCorridor()
    const schedule = makeSchedule({ jobs, inbox: corridor.inbox, now: () => now })

    await Promise.all([schedule.catchUp(now, 0), schedule.catchUp(now, 0)])
    await schedule.catchUp(now + 3_600_000 - 60_000, 0)
    const again = await takeSlot(corridor.inbox, 'weekly', at('2026-03-09T09:00'), false)

    expect(again).toBe('known')
    expect(await slots(corridor)).toHaveLength(2)
  })

  test('takes each newest slot as the clock jumps over many', async () => {
    await using corridor = await startCorridor()
    const schedule = makeSchedule({ jobs: [job('weekly', weekly)], inbox: corridor.inbox, now: () => now })

    for (const minute of ['2026-03-12T07:00', '2026-03-16T09:00', '2026-04-29T10:00', '2026-04-29T11:00'])
      await schedule.catchUp(at(minute), at('2026-03-06T10:00'))

    expect(await slots(corridor)).toEqual([
      'cron:weekly@2026-03-09T09:00',
      'cron:weekly@2026-03-16T09:00',
      'cron:weekly@2026-04-27T09:00',
    ])
  })
})

describe('a job', () => {
  const telling: Job = {
    name: 'weekly',
    at: weekly,
    run: async (slot) => ({
      say: [{ to: { openId: 'ou_clerk' }, text: `${slot.at} ${slot.day} ${slot.late ? '补发' : '准时'}` }],
    }),
  }

  test.each([
    ['on time', '2026-03-09T09:10', '2026-03-09T09:00 2026-03-09 准时'],
    ['late', '2026-03-09T09:11', '2026-03-09T09:00 2026-03-09 补发'],
  ])('knows its slot and whether it is %s', async (_, minute, told) => {
    await using bot = await startSmall({ jobs: [telling] })
    bot.clock.set(at(minute))

    await bot.app.schedule.catchUp(bot.clock.now(), at('2026-03-06T10:00'))
    await bot.settle()

    expect(bot.last('ou_clerk').text).toBe(told)
  })

  test('that is not there any more is given up, and the administrator is told', async () => {
    await using bot = await startSmall({ jobs: [] })
    await takeSlot(bot.app.inbox, 'monthly', at('2026-03-01T09:00'), true)

    await bot.pass(160)

    expect(bot.last('ou_admin').text).toContain('定时任务处理失败')
  })
})
