// Moments on cards: Asia/Shanghai, the year only when it is another one.
import { expect, test } from 'vitest'
import { dayText, momentText } from '../../handlers/when.ts'

const now = Date.parse('2026-11-23T09:00:00+08:00')

test.each([
  ['2026-03-05T10:20:00+08:00', '3月5日 10:20'],
  ['2025-12-31T23:59:00+08:00', '2025年12月31日 23:59'],
  // Still the old year in UTC.
  ['2026-01-01T00:05:00+08:00', '1月1日 00:05'],
])('the moment %s reads %s', (iso, shown) => {
  expect(momentText(Date.parse(iso), now)).toBe(shown)
})

test.each([
  ['2026-03-05', '3月5日'],
  ['2027-01-01', '2027年1月1日'],
])('the day %s reads %s', (day, shown) => {
  expect(dayText(day, now)).toBe(shown)
})
