import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../bot/holidays.ts'
import { firstWorkingDay, outOfQuiet, workingDaysSince } from '../../cron/when.ts'
import type { LocalDate } from '../../policy/calendar.ts'

const at = (minute: string): number => Date.parse(`${minute}:00+08:00`)

describe('the first working day of a week', () => {
  test.each<[LocalDate, LocalDate, string]>([
    ['2024-03-20', '2024-03-18', 'Monday of an ordinary week'],
    ['2024-03-18', '2024-03-18', 'asked on that Monday'],
    ['2024-03-24', '2024-03-18', 'asked on the Sunday'],
    ['2024-04-04', '2024-04-01', 'a holiday later in the week changes nothing'],
    ['2024-05-02', '2024-04-29', 'the day before the holidays'],
    ['2024-06-12', '2024-06-11', 'Tuesday, when Monday is the Dragon Boat Festival'],
    ['2024-02-14', '2024-02-18', 'the Sunday that is worked, when Spring Festival takes Monday to Saturday'],
    ['2024-10-08', '2024-10-08', 'Tuesday, when Monday still belongs to the National Day'],
  ])('of %s is %s: %s', (day, first) => {
    expect(firstWorkingDay(day, isWorkingDay)).toBe(first)
  })

  test('is none in a week that is one holiday', () => {
    expect(firstWorkingDay('2024-03-20', () => false)).toBeUndefined()
  })
})

describe('quiet hours', () => {
  test.each([
    ['2024-03-20T07:59', '2024-03-20T08:00'],
    ['2024-03-20T08:00', '2024-03-20T08:00'],
    ['2024-03-20T19:59', '2024-03-20T19:59'],
    ['2024-03-20T20:00', '2024-03-21T08:00'],
    ['2024-03-20T23:30', '2024-03-21T08:00'],
    ['2024-03-21T00:10', '2024-03-21T08:00'],
    ['2024-03-22T20:00', '2024-03-25T08:00'],
    ['2024-03-23T10:00', '2024-03-25T08:00'],
    ['2024-05-01T09:00', '2024-05-06T08:00'],
    ['2024-04-28T09:00', '2024-04-28T09:00'],
  ])('at %s let a message go at %s', (asked, goes) => {
    expect(outOfQuiet(at(asked), isWorkingDay)).toBe(at(goes))
  })

  test('a calendar without working days delays until the next morning and not for ever', () => {
    expect(outOfQuiet(at('2024-03-20T21:00'), () => false)).toBe(at('2024-03-21T08:00'))
  })
})

test.each<[LocalDate, LocalDate, number]>([
  ['2024-03-18', '2024-03-18', 0],
  ['2024-03-18', '2024-03-20', 2],
  ['2024-03-22', '2024-03-25', 1],
  ['2024-04-30', '2024-05-06', 1],
])('from %s to %s there are %i working days', (from, to, count) => {
  expect(workingDaysSince(from, to, isWorkingDay)).toBe(count)
})
