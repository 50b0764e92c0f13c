import { describe, expect, test } from 'vitest'
import { tipDeadlines } from '../../policy/article-12-tips.ts'
import { addDays, type LocalDate, weekday } from '../../policy/calendar.ts'
import type { TipFacts } from '../../policy/facts.ts'
import { settingsAt } from '../../policy/settings.ts'
import { bureau, daysBefore, factsOf, findingOf, setting } from './facts.ts'

// 2024-03-04 is a Monday, 2024-04-04 to 04-06 a holiday, 2024-04-07 a Sunday worked to make up for it.
const received = '2024-03-04'
const holidays: readonly LocalDate[] = ['2024-04-04', '2024-04-05', '2024-04-06']
const isWorkingDay = (day: LocalDate) =>
  day === '2024-04-07' || (weekday(day) <= 5 && !holidays.includes(day))

const unit = bureau()
const begun: TipFacts = { rowId: 'tip1', receivedOn: received, receiptedOn: received }
const accepted: TipFacts = { ...begun, decision: { on: '2024-03-08', outcome: 'accepted' } }

function finding(tips: readonly TipFacts[], asOf: LocalDate, changes: Parameters<typeof findingOf>[3] = []) {
  return findingOf('A12-4', factsOf(unit, { tips, isWorkingDay }), asOf, changes)
}

describe('A12-4, tips handled in time', () => {
  test.each([
    ['Monday', '2024-03-04', '2024-03-05'],
    ['Friday', '2024-03-08', '2024-03-11'],
    ['Saturday', '2024-03-09', '2024-03-11'],
    ['the day before a holiday', '2024-04-03', '2024-04-07'],
  ] as const)('a tip of %s wants its receipt by the next working day', (_name, receivedOn, dueOn) => {
    const tip: TipFacts = { rowId: 'tip1', receivedOn }

    expect(tipDeadlines(tip, settingsAt([], receivedOn), isWorkingDay).receiptDueOn).toBe(dueOn)
    expect(finding([{ ...tip, receiptedOn: dueOn }], dueOn).status).not.toBe('notMet')
    expect(finding([tip], dueOn)).toMatchObject({ status: 'atRisk', dueOn })
    expect(finding([tip], addDays(dueOn, 1))).toMatchObject({ status: 'notMet', overdueDays: 1 })
    expect(finding([tip], addDays(dueOn, 1)).items?.[0]?.why).toBe('receiptLate')
  })

  test.each([
    { day: 7, status: 'met' },
    { day: 8, status: 'notMet' },
  ])('a tip accepted on day $day is $status', ({ day, status }) => {
    const decision = { on: addDays(received, day), outcome: 'accepted' } as const

    expect(finding([{ ...begun, decision }], addDays(received, 10)).status).toBe(status)
  })

  test.each([
    { day: 3, status: 'met' },
    { day: 4, status: 'atRisk' },
    { day: 7, status: 'atRisk' },
    { day: 8, status: 'notMet' },
  ])('a tip still undecided on day $day is $status', ({ day, status }) => {
    expect(finding([begun], addDays(received, day)).status).toBe(status)
  })

  const granted = { grantedOn: addDays('2024-03-08', 60), days: 30 } as const

  test.each([
    { day: 60, extension: undefined, status: 'met' },
    { day: 61, extension: undefined, status: 'notMet' },
    { day: 61, extension: granted, status: 'met' },
    { day: 90, extension: granted, status: 'met' },
    { day: 91, extension: granted, status: 'notMet' },
    { day: 90, extension: { ...granted, days: 60 }, status: 'met' },
    { day: 91, extension: { ...granted, days: 60 }, status: 'notMet' },
    { day: 70, extension: { ...granted, days: 5 }, status: 'notMet' },
    { day: 61, extension: { ...granted, grantedOn: addDays('2024-03-08', 61) }, status: 'notMet' },
  ])('a tip closed on day $day after acceptance with extension $extension is $status', (row) => {
    const closedOn = addDays('2024-03-08', row.day)
    const tip: TipFacts = {
      ...accepted,
      closedOn,
      ...(row.extension !== undefined && { extension: row.extension }),
    }

    expect(finding([tip], closedOn).status).toBe(row.status)
  })

  test('what is done late is past chasing but spoils the record, until it leaves the window', () => {
    const late = { ...accepted, closedOn: addDays('2024-03-08', 61) }

    expect(finding([late], '2025-03-03')).toMatchObject({ status: 'notMet', items: [{ why: 'wasLate' }] })
    expect(finding([late], '2025-03-03').dueOn).toBeUndefined()
    expect(finding([late], '2025-03-04').status).toBe('noData')
  })

  test('an open tip counts however old it is', () => {
    expect(finding([accepted], '2030-01-01')).toMatchObject({
      status: 'notMet',
      items: [{ why: 'closingLate' }],
    })
  })

  test.each(['refused', 'transferred'] as const)('a tip %s in time needs no closing', (outcome) => {
    const tip: TipFacts = { ...begun, decision: { on: '2024-03-08', outcome } }

    expect(finding([tip], '2024-12-01').status).toBe('met')
  })

  test('steps after the day asked about had not been taken', () => {
    const tip: TipFacts = { ...begun, decision: { on: '2024-03-11', outcome: 'accepted' } }

    expect(finding([tip], '2024-03-10')).toMatchObject({ status: 'atRisk', items: [{ why: 'decisionDue' }] })
    expect(finding([tip], daysBefore(received, 1)).status).toBe('noData')
  })

  test('the number is tips in time of all tips', () => {
    const tips = [accepted, { ...begun, rowId: 'tip2' }, { ...accepted, rowId: 'tip3' }]

    expect(finding(tips, '2024-03-20')).toMatchObject({
      status: 'notMet',
      measured: { value: 2, of: 3, unit: 'tips' },
      gap: { value: 1, unit: 'tips' },
      items: [{ id: 'tip2', why: 'decisionLate' }],
    })
  })

  test('no tips are no data: perhaps nobody can report', () => {
    expect(finding([], '2024-03-20').status).toBe('noData')
  })

  test('the city sets the clocks', () => {
    const changes = [setting('tipDecisionDays', 3), setting('tipReceiptWorkingDays', 2)]

    expect(finding([begun], addDays(received, 4), changes).status).toBe('notMet')
    expect(tipDeadlines(begun, settingsAt(changes, received), isWorkingDay).receiptDueOn).toBe('2024-03-06')
  })

  test('a calendar without working days is refused', () => {
    expect(() => tipDeadlines(begun, settingsAt([], received), () => false)).toThrow(/working days/)
  })
})
