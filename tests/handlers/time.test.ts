// Periods as people read them.
import { expect, test } from 'vitest'
import { periodWords } from '../../handlers/time.ts'

test.each([
  ['2026-W49', '11月30日至12月6日'],
  ['2026-W10', '3月2日至3月8日'],
  ['2026-W01', '12月29日至1月4日'],
  ['2020-W53', '12月28日至1月3日'],
  ['2026-03', '2026年3月'],
  ['2026-11', '2026年11月'],
  ['2026-Q1', '2026年第1季度'],
  ['2026-H2', '2026年下半年'],
  ['2026', '2026年'],
])('%s is %s', (period, words) => {
  expect(periodWords(period)).toBe(words)
})
