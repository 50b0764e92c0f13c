import { describe, expect, test } from 'vitest'
import { addDays } from '../../policy/calendar.ts'
import type { PostFacts } from '../../policy/facts.ts'
import { bureau, daysBefore, factsOf, findingOf, post, posts, setting, today, township } from './facts.ts'

const town = township()

describe('A05-5, three to five professional emergency staff', () => {
  test.each([
    { people: 2, townshipClass: 'C', status: 'notMet', gap: 1 },
    { people: 3, townshipClass: 'C', status: 'met', gap: undefined },
    { people: 3, townshipClass: 'B', status: 'atRisk', gap: 1 },
    { people: 4, townshipClass: 'B', status: 'met', gap: undefined },
    { people: 3, townshipClass: 'A', status: 'atRisk', gap: 2 },
    { people: 5, townshipClass: 'A', status: 'met', gap: undefined },
    { people: 2, townshipClass: 'A', status: 'notMet', gap: 1 },
  ] as const)('a township of class $townshipClass with $people people is $status', (row) => {
    const unit = township({ townshipClass: row.townshipClass })

    const finding = findingOf('A05-5', factsOf(unit, { posts: posts(unit, row.people) }))

    expect(finding).toMatchObject({
      status: row.status,
      measured: { value: row.people },
      required: { value: 3 },
    })
    expect(finding.gap?.value).toBe(row.gap)
  })

  test.each([
    ['a part-timer', { fullTime: false }],
    ['an auxiliary', { postKind: 'auxiliary' }],
    ['someone with another role', { roleCode: 'gridMember' }],
    ['someone who comes tomorrow', { from: addDays(today, 1) }],
    ['someone whose retirement takes effect today', { to: daysBefore(today, 1) }],
    ['someone lent to another unit', { secondments: [{ from: today, toUnitId: 'D9' }] }],
    ['someone on leave of 91 days', { leaves: [{ from: today, to: addDays(today, 90) }] }],
  ] as const satisfies readonly (readonly [string, Partial<PostFacts>])[])(
    'does not count %s',
    (_, changes) => {
      const third = post(town, 'third', changes)

      const finding = findingOf('A05-5', factsOf(town, { posts: [...posts(town, 2), third] }))

      expect(finding).toMatchObject({
        status: 'notMet',
        measured: { value: 2 },
        gap: { value: 1, unit: 'heads' },
      })
    },
  )

  test.each([
    ['someone who came today', { from: today }],
    ['someone on the last day in post', { to: today }],
    ['someone on leave of 90 days', { leaves: [{ from: today, to: addDays(today, 89) }] }],
    ['someone on open leave for 90 days', { leaves: [{ from: daysBefore(today, 89) }] }],
    [
      'someone back from a secondment today',
      { secondments: [{ from: '2024-01-01', to: daysBefore(today, 1), toUnitId: 'D9' }] },
    ],
  ] as const satisfies readonly (readonly [string, Partial<PostFacts>])[])('counts %s', (_, changes) => {
    const third = post(town, 'third', changes)

    expect(findingOf('A05-5', factsOf(town, { posts: [...posts(town, 2), third] })).measured?.value).toBe(3)
  })

  test('someone on open leave for 91 days no longer counts', () => {
    const third = post(town, 'third', { leaves: [{ from: daysBefore(today, 90) }] })

    expect(findingOf('A05-5', factsOf(town, { posts: [...posts(town, 2), third] })).measured?.value).toBe(2)
  })

  test('two part-timers count as one once the city sets half', () => {
    const facts = factsOf(town, { posts: [...posts(town, 2), ...partTimers(3)] })

    expect(findingOf('A05-5', facts).measured?.value).toBe(2)
    expect(findingOf('A05-5', facts, today, [setting('partTimePercent', 50)]).measured?.value).toBe(3)
  })

  test('the day before the document there was no duty, on its day there is', () => {
    const facts = factsOf(town, { posts: posts(town, 2) })

    expect(findingOf('A05-5', facts, '2021-04-19').status).toBe('notApplicable')
    expect(findingOf('A05-5', facts, '2021-04-20').status).toBe('notMet')
  })

  test('no exception excuses a hard duty', () => {
    const exceptions = [{ rowId: 'x1', obligation: 'A05-5', from: '2024-01-01' as const }]

    expect(findingOf('A05-5', factsOf(town, { posts: posts(town, 2), exceptions })).status).toBe('notMet')
  })

  test.each([
    ['never reported', { posts: posts(town, 5), lastReportOn: null }, 'noData'],
    ['reported but has no roster', { posts: [], lastReportOn: today }, 'noData'],
    ['has a roster that begins tomorrow', { posts: posts(town, 5, { from: addDays(today, 1) }) }, 'noData'],
    ['had people who all left', { posts: posts(town, 3, { to: daysBefore(today, 1) }) }, 'notMet'],
    ['reported 40 days ago', { posts: posts(town, 3), lastReportOn: daysBefore(today, 40) }, 'met'],
    ['reported 41 days ago', { posts: posts(town, 3), lastReportOn: daysBefore(today, 41) }, 'stale'],
    [
      'was short when it fell silent',
      { posts: posts(town, 2), lastReportOn: daysBefore(today, 400) },
      'notMet',
    ],
  ] as const)('a township that %s is judged so', (_, changes, status) => {
    expect(findingOf('A05-5', factsOf(town, changes)).status).toBe(status)
  })
})

describe('A05-3, enforcement posts are not diverted', () => {
  const unit = bureau()
  const lent = (days: number) =>
    post(unit, 'lent', { secondments: [{ from: daysBefore(today, days - 1), toUnitId: 'D9' }] })

  test.each([
    { days: 30, status: 'met' },
    { days: 31, status: 'atRisk' },
    { days: 90, status: 'atRisk' },
    { days: 91, status: 'notMet' },
  ])('an officer lent for $days days makes the lender $status', ({ days, status }) => {
    const finding = findingOf('A05-3', factsOf(unit, { posts: [post(unit, 'stays'), lent(days)] }))

    expect(finding.status).toBe(status)
  })

  test('the shortfall names the person, the day it became one and the days since', () => {
    const finding = findingOf('A05-3', factsOf(unit, { posts: [post(unit, 'stays'), lent(95)] }))

    expect(finding).toMatchObject({
      measured: { value: 1, of: 2 },
      gap: { value: 1, unit: 'heads' },
      items: [{ id: 'lent', why: 'diverted', dueOn: daysBefore(today, 5) }],
      overdueDays: 5,
    })
  })

  test('two secondments back to back count as one', () => {
    const halves = [
      { from: daysBefore(today, 100), to: daysBefore(today, 51), toUnitId: 'D8' },
      { from: daysBefore(today, 50), toUnitId: 'D9' },
    ]

    const finding = findingOf(
      'A05-3',
      factsOf(unit, { posts: [post(unit, 'lent', { secondments: halves })] }),
    )

    expect(finding.status).toBe('notMet')
  })

  test('an officer who does other work is diverted at once', () => {
    const idle = post(unit, 'idle', { actualDuty: 'other' })

    expect(findingOf('A05-3', factsOf(unit, { posts: [idle] })).status).toBe('notMet')
  })

  test('a unit without enforcement posts has no data, not a perfect record', () => {
    const clerk = post(unit, 'clerk', { postKind: 'administrative' })

    expect(findingOf('A05-3', factsOf(unit, { posts: [clerk] })).status).toBe('noData')
  })

  test('the borrower does not answer for the post it borrows', () => {
    const borrowed = post({ id: 'T9', kind: 'township' }, 'lent', {
      postKind: 'enforcement',
      secondments: [{ from: '2020-06-01', toUnitId: unit.id }],
    })

    expect(findingOf('A05-3', factsOf(unit, { posts: [borrowed, post(unit, 'own')] })).status).toBe('met')
  })
})

function partTimers(count: number): readonly PostFacts[] {
  return Array.from({ length: count }, (_, index) => post(town, `half${index}`, { fullTime: false }))
}
