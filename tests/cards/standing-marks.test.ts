// Shares, colours and names of articles as cards show them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleName, clauseName, share, statusColour } from '../../bot/cards/index.ts'

describe('shares', () => {
  test.each([
    [746, 1000, '74.6%'],
    [7499, 10_000, '74.9%'],
    [74_999, 100_000, '74.9%'],
    [3, 4, '75.0%'],
    [2, 3, '66.7%'],
    [0, 5, '0.0%'],
    [5, 5, '100.0%'],
    [999, 1000, '99.9%'],
    [9999, 10_000, '99.9%'],
    [0, 0, '—'],
  ])('%i of %i is %s', (value, of, shownAs) => {
    expect(share(value, of)).toBe(shownAs)
  })

  test('never show a whole percentage that is not reached, and are never further off than a rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }), (of, part) => {
        const value = Math.min(part, of)
        const tenths = Math.round(Number.parseFloat(share(value, of)) * 10)
        if (tenths % 10 === 0) expect(tenths * of).toBeLessThanOrEqual(value * 1000)
        expect(Math.abs(tenths * of - value * 1000)).toBeLessThanOrEqual(tenths % 10 === 9 ? of : of / 2)
      }),
    )
  })
})

test('red is for broken hard duties alone, orange for what is near or holds in principle, grey for what is not known', () => {
  expect(statusColour('notMet', 'must')).toBe('red')
  expect(statusColour('notMet', 'inPrinciple')).toBe('orange')
  expect(statusColour('atRisk', 'must')).toBe('orange')
  expect(statusColour('met', 'must')).toBe('green')
  for (const status of ['noData', 'stale', 'notApplicable', 'exempt'] as const)
    expect(statusColour(status, 'must')).toBe('grey')
})

test('articles are numbered as the document prints them', () => {
  expect(['A03-3', 'A10-1', 'A11-1', 'A12-4', 'A16-6'].map(articleName)).toEqual([
    '第三条',
    '第十条',
    '第十一条',
    '第十二条',
    '第十六条',
  ])
  expect(clauseName('A05-5')).toBe('第五条·专职应急人员不少于3名')
})
