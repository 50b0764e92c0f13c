import { describe, expect, test } from 'vitest'
import type { Unit } from '../../bot/context.ts'
import {
  changesBetween,
  type DayPicture,
  headline,
  lateTips,
  missingHeads,
  percentOf,
  type SnapshotRow,
  worstUnits,
} from '../../cron/summary/figures.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import type { Finding } from '../../policy/kernel.ts'

const unit = (id: string): Unit => ({
  id,
  name: id,
  kind: 'township',
  parentId: 'qinshui',
  path: `/city/qinshui/${id}/`,
  countyId: 'qinshui',
  sectors: [],
  keySector: false,
  safetyDuty: false,
  emergencyBureau: false,
  townshipClass: null,
})
const none = { met: 0, notMet: 0, atRisk: 0, noData: 0, stale: 0, exempt: 0, gapHeads: 0 }
function picture(
  day: LocalDate,
  ...rows: readonly (readonly [string, string, Partial<SnapshotRow>])[]
): DayPicture {
  const byUnit = new Map<string, SnapshotRow[]>()
  for (const [unitId, obligationId, changes] of rows) {
    const row = { ...none, day, unitId, obligationId, ...changes }
    byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), row])
  }
  return { day, rows: byUnit }
}
const finding = (unitId: string, obligation: string, changes: Partial<Finding>): Finding => ({
  obligation,
  unit: unitId,
  unitKind: 'township',
  force: 'must',
  asOf: '2024-03-18',
  status: 'notMet',
  used: [],
  rows: [],
  ...changes,
})
const heads = (value: number) => ({ value, unit: 'heads' }) as const

describe('the headline', () => {
  test('counts units by their worst hard duty, and units without duties not at all', () => {
    const day = picture(
      '2024-03-18',
      ['a', 'A05-5', { met: 1 }],
      ['b', 'A05-5', { notMet: 1, gapHeads: 2 }],
      ['b', 'A05-4', { met: 1 }],
      ['c', 'A05-5', { stale: 1 }],
      ['d', 'A05-5', { noData: 1 }],
    )
    const units = ['a', 'b', 'c', 'd', 'e'].map(unit)
    expect(headline(day, units)).toEqual({ kept: 1, broken: 1, outdated: 1, unknown: 1, of: 4 })
  })

  test('counts missing people of articles 4 and 5 alone', () => {
    const day = picture(
      '2024-03-18',
      ['a', 'A05-5', { gapHeads: 2 }],
      ['a', 'A04-3', { gapHeads: 1 }],
      ['a', 'A07-3', { gapHeads: 9 }],
    )
    expect(missingHeads(day, [unit('a')])).toBe(3)
  })

  test.each([
    [746, 1000, 74.6],
    [2, 3, 66.7],
    [2, 7, 28.6],
    [999, 1000, 99.9],
    [9999, 10_000, 99.9],
    [0, 0, 0],
    [3, 3, 100],
  ])('rounds %i of %i to %d percent, and never up to all of it', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent)
  })

  test('counts a tip with two steps late once, and none that was late before', () => {
    const items = [
      { id: 'tip:1', kind: 'tip', why: 'receiptLate' },
      { id: 'tip:1', kind: 'tip', why: 'decisionLate' },
      { id: 'tip:2', kind: 'tip', why: 'wasLate' },
      { id: 'tip:3', kind: 'tip', why: 'decisionDue' },
    ] as const
    expect(lateTips([finding('bureau', 'A12-4', { items })])).toBe(1)
  })
})

describe('the changes of a week', () => {
  const before = picture('2024-03-11', ['a', 'A05-5', { notMet: 1, gapHeads: 1 }], ['b', 'A05-5', { met: 1 }])
  const changes = (after: DayPicture, findings: readonly Finding[], old = before) =>
    changesBetween(['a', 'b'].map(unit), { before: old, after }, findings)

  test('know how many there were from how many were missing', () => {
    const after = picture('2024-03-18', ['a', 'A05-5', { met: 1 }])
    const met = finding('a', 'A05-5', { status: 'met', measured: heads(3), required: heads(3) })
    expect(changes(after, [met])).toMatchObject([
      { unit: { id: 'a' }, before: { status: 'notMet', measured: heads(2) }, after: { measured: heads(3) } },
    ])
  })

  test('name a duty that was lost, though not from how many', () => {
    const after = picture('2024-03-18', ['b', 'A05-5', { notMet: 1, gapHeads: 1 }])
    const [change, ...others] = changes(after, [
      finding('b', 'A05-5', { measured: heads(2), required: heads(3) }),
    ])
    expect(others).toEqual([])
    expect(change?.before?.status).toBe('met')
    expect(change?.before?.measured).toBeUndefined()
  })

  test('are none while everything is as it was', () => {
    const after = picture(
      '2024-03-18',
      ['a', 'A05-5', { notMet: 1, gapHeads: 1 }],
      ['b', 'A05-5', { met: 1 }],
    )
    const findings = [finding('a', 'A05-5', {}), finding('b', 'A05-5', { status: 'met' })]
    expect(changes(after, findings)).toEqual([])
  })

  test('count a step towards the number that is asked', () => {
    const old = picture('2024-03-11', ['a', 'A05-5', { notMet: 1, gapHeads: 2 }])
    const after = picture('2024-03-18', ['a', 'A05-5', { notMet: 1, gapHeads: 1 }])
    const two = finding('a', 'A05-5', { measured: heads(2), required: heads(3) })
    expect(changes(after, [two], old)).toMatchObject([{ before: { measured: heads(1) } }])
  })

  test('put what got worse before what got better', () => {
    const after = picture(
      '2024-03-18',
      ['a', 'A05-5', { met: 1 }],
      ['b', 'A05-5', { notMet: 1, gapHeads: 1 }],
    )
    const findings = [
      finding('a', 'A05-5', { status: 'met', measured: heads(3), required: heads(3) }),
      finding('b', 'A05-5', { measured: heads(2), required: heads(3) }),
    ]
    expect(changes(after, findings).map((change) => change.unit.id)).toEqual(['b', 'a'])
  })
})

test('the worst are those that break most hard duties, then lack most people; principles do not count', () => {
  const units = ['a', 'b', 'c', 'd'].map(unit)
  const gap = (value: number) => ({ value, unit: 'heads' }) as const
  const findings = [
    finding('a', 'A05-5', { gap: gap(1) }),
    finding('b', 'A05-5', { gap: gap(2) }),
    finding('c', 'A05-5', { gap: gap(1) }),
    finding('c', 'A05-4', {}),
    finding('d', 'A07-3', { force: 'inPrinciple' }),
  ]
  expect(worstUnits(units, findings, 5).map((one) => one.unit.id)).toEqual(['c', 'b', 'a'])
  expect(worstUnits(units, findings, 1)).toHaveLength(1)
})
