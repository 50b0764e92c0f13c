import { describe, expect, test } from 'vitest'
import { dutiesKept, type Standings, standingsOf, unitStanding } from '../../policy/unit-standing.ts'

const none = { met: 0, notMet: 0, atRisk: 0, noData: 0, stale: 0, exempt: 0 }
const row = (obligationId: string, changes: Partial<Standings>): Standings => ({
  ...none,
  obligationId,
  ...changes,
})

describe('a unit as a whole', () => {
  test('is broken by one hard duty that is not met', () => {
    expect(unitStanding([row('A05-4', { met: 1 }), row('A05-5', { notMet: 1 })])).toBe('broken')
  })

  test('is not broken by what holds in principle only', () => {
    expect(unitStanding([row('A05-5', { met: 1 }), row('A07-3', { notMet: 1 })])).toBe('kept')
  })

  test('is kept while what is known is met or at risk', () => {
    expect(unitStanding([row('A05-5', { atRisk: 1 }), row('A05-7', { noData: 1 })])).toBe('kept')
  })

  test('is never kept when nothing was reported', () => {
    expect(unitStanding([row('A05-4', { noData: 1 }), row('A05-5', { noData: 1 })])).toBe('unknown')
  })

  test('is outdated when something was not confirmed in time, unless something is broken', () => {
    expect(unitStanding([row('A05-4', { met: 1 }), row('A05-5', { stale: 1 })])).toBe('outdated')
    expect(unitStanding([row('A05-4', { notMet: 1 }), row('A05-5', { stale: 1 })])).toBe('broken')
  })

  test('without any duty has no standing', () => {
    expect(unitStanding([])).toBeUndefined()
  })
})

test('the duties kept are counted of all that bind, unknown ones included', () => {
  const rows = [row('A05-4', { met: 1 }), row('A05-5', { atRisk: 1 }), row('A05-7', { noData: 1 })]
  expect(dutiesKept(rows)).toEqual({ kept: 2, of: 3 })
})

test('a duty of a township with villages is kept when every village keeps it', () => {
  expect(dutiesKept([row('A05-7', { met: 4, notMet: 1 })])).toEqual({ kept: 0, of: 1 })
  expect(dutiesKept([row('A05-7', { met: 5 })])).toEqual({ kept: 1, of: 1 })
})

test('findings that do not apply are no duties', () => {
  const finding = {
    obligation: 'A05-5',
    unit: 'u',
    unitKind: 'township',
    force: 'must',
    asOf: '2024-03-20',
    used: [],
    rows: [],
  } as const
  const rows = standingsOf([
    { ...finding, status: 'met' },
    { ...finding, obligation: 'A05-7', status: 'notApplicable' },
  ])
  expect(rows).toEqual([row('A05-5', { met: 1 })])
})
