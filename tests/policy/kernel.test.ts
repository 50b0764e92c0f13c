import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDate } from '../../policy/calendar.ts'
import {
  at,
  cite,
  type DatedEntry,
  dated,
  headsNeeded,
  tenthsOfPercent,
  valueAt,
} from '../../policy/kernel.ts'

const here = cite(5, '至少配备3—5名专业应急管理人员')

function entries(...pairs: readonly (readonly [string, number | null])[]): readonly DatedEntry<number>[] {
  return pairs.map(([from, value]) => ({ from: from as LocalDate, value, cite: here }))
}

describe('dated parameters', () => {
  test.each([
    ['without an entry', entries(), /no entry/],
    ['out of order', entries(['2022-01-01', 4], ['2021-04-20', 3]), /2021-04-20 must come after 2022-01-01/],
    ['with a repeated day', entries(['2021-04-20', 3], ['2021-04-20', 4]), /must come after/],
    ['with a day that does not exist', entries(['2021-02-30', 3]), /2021-02-30 is no day/],
  ])('a parameter %s is refused at load', (_, broken, message) => {
    expect(() => dated('staff', 'heads', broken)).toThrow(message)
  })

  const parameter = dated(
    'staff',
    'heads',
    entries(['2021-04-20', 3], ['2025-01-01', 4], ['2026-01-01', null]),
  )

  test.each([
    ['2021-04-19', undefined],
    ['2021-04-20', 3],
    ['2024-12-31', 3],
    ['2025-01-01', 4],
    ['2025-12-31', 4],
    ['2026-01-01', undefined],
  ] as const)('on %s its value is %s', (day, value) => {
    expect(at(parameter, day)?.value).toBe(value)
    expect(valueAt(parameter, day)?.value).toBe(value)
  })

  test('what a verdict lists says from when the value holds and that the document says so', () => {
    expect(valueAt(parameter, '2025-06-01')).toEqual({
      id: 'staff',
      value: 4,
      unit: 'heads',
      from: '2025-01-01',
      source: 'document',
    })
  })

  test('the value on any day is that of the last entry not after it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(2000), { minLength: 1 }), fc.nat(2100), (offsets, asked) => {
        const sorted = offsets.toSorted((one, other) => one - other)
        const list = sorted.map((offset) => ({
          from: addDays('2021-01-01', offset),
          value: offset,
          cite: here,
        }))
        expect(at(dated('any', 'heads', list), addDays('2021-01-01', asked))?.value).toBe(
          sorted.findLast((offset) => offset <= asked),
        )
      }),
    )
  })
})

describe('shares in whole heads', () => {
  test.each([
    [75, 4, 3],
    [75, 7, 6],
    [75, 8, 6],
    [75, 10, 8],
    [75, 14, 11],
    [75, 20, 15],
    [75, 100, 75],
    [20, 1, 1],
    [20, 5, 1],
    [20, 6, 2],
    [20, 10, 2],
    [20, 11, 3],
    [20, 0, 0],
  ])('%i %% of %i is %i heads', (percent, whole, heads) => {
    expect(headsNeeded(percent, whole)).toBe(heads)
  })

  test.each([
    [746, 1000, 746],
    [7469, 10_000, 747],
    [2, 3, 667],
    [8, 12, 667],
    [1, 8, 125],
    [1, 16, 63],
    [7496, 10_000, 749],
    [9996, 10_000, 999],
    [9999, 10_000, 999],
    [1, 1, 1000],
    [0, 0, null],
  ])('%i of %i is %s tenths of a percent, rounded, but not up to a whole percent', (part, whole, tenths) => {
    expect(tenthsOfPercent(part, whole)).toBe(tenths)
  })

  test('the heads needed are the least that reach the percentage', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(100_000), (percent, whole) => {
        const heads = headsNeeded(percent, whole)
        expect(heads * 100 >= percent * whole).toBe(true)
        expect(heads === 0 || (heads - 1) * 100 < percent * whole).toBe(true)
      }),
    )
  })
})
