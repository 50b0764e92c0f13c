import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  isLocalDate,
  isoWeek,
  type LocalDate,
  lastDayOfYear,
  localDate,
  weekday,
  yearOf,
} from '../../policy/calendar.ts'

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)))

describe('which texts are days', () => {
  test.each(['2024-02-29', '2000-02-29', '2024-12-31', '0001-01-01'])('%s is one', (text) => {
    expect(isLocalDate(text)).toBe(true)
  })

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-1',
    '2024-01-01T00',
  ])('%s is none', (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => localDate(text)).toThrow(text)
  })
})

describe('counting', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2024-01-01', -1, '2023-12-31'],
  ] as const)('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected)
  })

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -36, '2021-01-15'],
    ['2021-12-31', 2, '2022-02-28'],
  ] as const)('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })

  test.each([
    ['2024-03-20', '2024-W12', 3],
    ['2024-12-30', '2025-W01', 1],
    ['2021-01-03', '2020-W53', 7],
    ['2026-12-31', '2026-W53', 4],
    ['2023-01-01', '2022-W52', 7],
  ] as const)('%s lies in week %s on weekday %i', (day, week, weekdayNumber) => {
    expect(isoWeek(day)).toBe(week)
    expect(weekday(day)).toBe(weekdayNumber)
  })

  test('a year is read off the day', () => {
    expect(yearOf('2024-03-20')).toBe(2024)
    expect(lastDayOfYear('2024-03-20')).toBe('2024-12-31')
  })

  test('days agree with the machine calendar, forth and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        const expected = new Date(`${day}T00:00:00Z`)
        expected.setUTCDate(expected.getUTCDate() + days)
        const moved = addDays(day, days)
        expect(moved).toBe(expected.toISOString().slice(0, 10))
        expect(daysBetween(day, moved)).toBe(days)
        expect(weekday(moved)).toBe(expected.getUTCDay() === 0 ? 7 : expected.getUTCDay())
      }),
    )
  })

  test('months keep the day of the month unless the month is shorter', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const moved: LocalDate = addMonths(day, months)
        expect(isLocalDate(moved)).toBe(true)
        const clamped = Number(moved.slice(8)) < Number(day.slice(8))
        expect(clamped ? addDays(moved, 1).slice(8) : moved.slice(8)).toBe(clamped ? '01' : day.slice(8))
      }),
    )
  })
})
