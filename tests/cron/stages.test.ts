import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueStage, entryStage, quarterStage, weekStage } from '../../cron/reminders/stages.ts'
import { addDays, daysBetween, type LocalDate } from '../../policy/calendar.ts'

const today: LocalDate = '2024-03-20'
const dueIn = (days: number): LocalDate => addDays(today, days)

describe('something due on a day', () => {
  test.each([
    [91, undefined],
    [90, 'd90'],
    [89, 'd90'],
    [31, 'd90'],
    [30, 'd30'],
    [8, 'd30'],
    [7, 'd7'],
    [1, 'd7'],
    [0, 'd7'],
    [-1, 'late0'],
    [-7, 'late0'],
    [-8, 'late1'],
    [-14, 'late1'],
    [-15, 'late2'],
  ])('in %i days is in stage %s', (days, stage) => {
    expect(dueStage(dueIn(days), today, 'weekly')?.name.split('.')[1]).toBe(stage)
  })

  test('repeats every day once it is late, when that is asked for', () => {
    const names = [-1, -2, -3].map((days) => dueStage(dueIn(days), today, 'daily')?.name.split('.')[1])
    expect(names).toEqual(['late0', 'late1', 'late2'])
  })

  test('has a new stage when its day is moved, so the new day is told', () => {
    expect(dueStage(dueIn(20), today, 'weekly')).not.toEqual(dueStage(dueIn(21), today, 'weekly'))
  })

  test('is far, then near, then late, and never goes back as days pass', () => {
    const order = { far: 0, near: 1, late: 2 }
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 90 }), fc.integer({ min: 1, max: 400 }), (days, pass) => {
        const due = dueIn(days)
        const [now, then] = [today, addDays(today, pass)].map((day) => dueStage(due, day, 'weekly'))
        expect(order[then?.near ?? 'far']).toBeGreaterThanOrEqual(order[now?.near ?? 'far'])
      }),
    )
  })

  test('is told at most 3 times before its day and once a week after it', () => {
    const due: LocalDate = '2024-06-30'
    const days = Array.from({ length: 130 }, (_, index) => addDays('2024-03-01', index))
    const stages = new Set(days.map((day) => dueStage(due, day, 'weekly')?.name))
    stages.delete(undefined)
    const late = days.filter((day) => daysBetween(due, day) > 0).length
    expect(stages.size).toBe(3 + Math.ceil(late / 7))
  })
})

describe('a new officer who may take 180 days', () => {
  const joined = (days: number) => entryStage(addDays(today, 180 - days), 180, today)?.name.split('.')[1]

  test.each([
    [0, undefined],
    [29, undefined],
    [30, 'after30'],
    [89, 'after30'],
    [90, 'after90'],
    [149, 'after90'],
    [150, 'after150'],
    [180, 'after150'],
    [181, 'late0'],
    [188, 'late1'],
  ])('%i days after coming is in stage %s', (days, stage) => {
    expect(joined(days)).toBe(stage)
  })
})

test('weeks and quarters are named so that each is told once', () => {
  expect([weekStage('2024-03-18'), weekStage('2024-03-24'), weekStage('2024-03-25')]).toEqual([
    '2024-W12',
    '2024-W12',
    '2024-W13',
  ])
  expect(['2024-03-31', '2024-04-01', '2024-12-31'].map((day) => quarterStage(day as LocalDate))).toEqual([
    '2024-Q1',
    '2024-Q2',
    '2024-Q4',
  ])
})
