import { describe, expect, test } from 'vitest'
import type { Finding, Status } from '../../policy/kernel.ts'
import { summarise } from '../../policy/summary.ts'
import { daysBefore, today } from './facts.ts'

function finding(unit: string, obligation: string, status: Status): Finding {
  return { unit, obligation, status, unitKind: 'township', force: 'must', asOf: today, used: [], rows: [] }
}

describe('a summary', () => {
  const summary = summarise(
    [
      finding('T1', 'A05-5', 'met'),
      finding('T2', 'A05-5', 'atRisk'),
      finding('T3', 'A05-5', 'notMet'),
      finding('T4', 'A05-5', 'stale'),
      finding('T5', 'A05-5', 'noData'),
      finding('T6', 'A05-5', 'exempt'),
      finding('T7', 'A05-5', 'notApplicable'),
      finding('T7', 'A05-4', 'notApplicable'),
    ],
    today,
  )

  test('what is kept is met and at risk, of all that is applicable', () => {
    expect(summary.byObligation.get('A05-5')).toMatchObject({ numerator: 2, denominator: 6 })
    expect(summary.byObligation.get('A05-5')?.counts).toMatchObject({
      notMet: 1,
      stale: 1,
      noData: 1,
      exempt: 1,
    })
    expect(summary).toMatchObject({ asOf: today, total: { numerator: 2, denominator: 6 } })
  })

  test('where nothing applies the denominator is nothing, not all', () => {
    expect(summary.byObligation.get('A05-4')).toMatchObject({ numerator: 0, denominator: 0 })
  })

  test('each unit has its own counts', () => {
    expect(summary.byUnit.get('T7')?.counts.notApplicable).toBe(2)
    expect(summary.byUnit.get('T1')).toMatchObject({ numerator: 1, denominator: 1 })
  })

  test('findings of two days are refused', () => {
    const mixed = [
      finding('T1', 'A05-5', 'met'),
      { ...finding('T2', 'A05-5', 'met'), asOf: daysBefore(today, 1) },
    ]

    expect(() => summarise(mixed, today)).toThrow(/A05-5 of T2/)
  })
})
