import { describe, expect, test } from 'vitest'
import { rotationDueOn } from '../../policy/article-07-rotation.ts'
import { addDays, addMonths, type LocalDate } from '../../policy/calendar.ts'
import type { TrainingFacts } from '../../policy/facts.ts'
import { settingsAt } from '../../policy/settings.ts'
import { bureau, daysBefore, factsOf, findingOf, peopleOf, person, post, setting, today } from './facts.ts'

const unit = bureau()

/** Two calendar weeks that end on the day. */
function twoWeeks(endDate: LocalDate, changes: Partial<TrainingFacts> = {}): TrainingFacts {
  return { rowId: `t-${endDate}`, type: 'rotation', startDate: addDays(endDate, -13), endDate, ...changes }
}

function officer(trainings: readonly TrainingFacts[], joinedOn: LocalDate = '2010-01-01') {
  return factsOf(unit, {
    posts: [post(unit, 'p1', { from: joinedOn })],
    people: peopleOf(person('p1', { trainings, joinedOn })),
  })
}

describe('A07-3, a rotation every three years', () => {
  const trained = officer([twoWeeks('2022-05-10')])

  test.each([
    ['2025-02-08', 'met'],
    ['2025-02-09', 'atRisk'],
    ['2025-05-09', 'atRisk'],
    ['2025-05-10', 'atRisk'],
    ['2025-05-11', 'notMet'],
  ] as const)('on %s an officer trained until 2022-05-10 is %s', (day, status) => {
    const finding = findingOf('A07-3', trained, day)

    expect(finding.status).toBe(status)
    expect(finding.dueOn).toBe(status === 'met' ? undefined : '2025-05-10')
    expect(finding.overdueDays).toBe(status === 'notMet' ? 1 : undefined)
  })

  test.each([
    ['2024-02-29', '2027-02-28'],
    ['2024-02-28', '2027-02-28'],
    ['2021-02-28', '2024-02-28'],
    ['2023-08-31', '2026-08-31'],
  ] as const)('a rotation that ended on %s holds through %s', (endDate, lastDay) => {
    const facts = officer([twoWeeks(endDate)])

    expect(findingOf('A07-3', facts, lastDay).status).toBe('atRisk')
    expect(findingOf('A07-3', facts, addDays(lastDay, 1)).status).toBe('notMet')
  })

  test.each([
    ['2023-06-01', '2026-06-01'],
    ['2010-01-01', '2024-04-20'],
  ] as const)('someone who came on %s and never went is due on %s', (joinedOn, dueOn) => {
    const facts = officer([], joinedOn)

    expect(findingOf('A07-3', facts, dueOn)).toMatchObject({ status: 'atRisk', dueOn })
    expect(findingOf('A07-3', facts, addDays(dueOn, 1)).status).toBe('notMet')
  })

  test('a person can be told the next date from the record alone', () => {
    const { trainings } = person('p1', { trainings: [twoWeeks('2022-05-10'), twoWeeks('2023-09-01')] })
    const settings = settingsAt([], today)

    expect(rotationDueOn({ trainings }, '2010-01-01', today, settings)).toBe('2026-09-01')
    expect(rotationDueOn({ trainings }, '2010-01-01', '2023-08-31', settings)).toBe('2025-05-10')
    expect(rotationDueOn({ trainings }, '2010-01-01', '2021-04-19', settings)).toBeUndefined()
  })

  test('the names behind the number carry the date of each', () => {
    const people = peopleOf(
      person('p1', { trainings: [twoWeeks(addMonths(today, -30))] }),
      person('p2', { trainings: [twoWeeks(addMonths(today, -35))] }),
      person('p3', { trainings: [twoWeeks(daysBefore(addMonths(today, -36), 1))] }),
    )
    const posts = ['p1', 'p2', 'p3'].map((id) => post(unit, id))

    const finding = findingOf('A07-3', factsOf(unit, { posts, people }))

    expect(finding).toMatchObject({ status: 'notMet', measured: { value: 2, of: 3 }, gap: { value: 1 } })
    expect(finding.items).toEqual([
      { id: 'p2', kind: 'person', why: 'dueSoon', dueOn: addMonths(today, 1) },
      { id: 'p3', kind: 'person', why: 'overdue', dueOn: daysBefore(today, 1) },
    ])
  })

  test('an approved exception excuses it, since it holds in principle', () => {
    const exceptions = [{ rowId: 'x1', obligation: 'A07-3', from: '2024-01-01' as const }]

    expect(findingOf('A07-3', { ...officer([]), exceptions }, '2024-05-01').status).toBe('exempt')
  })

  test('someone in two roles is one person', () => {
    const posts = [post(unit, 'p1'), post(unit, 'p1', { rowId: 'second', roleCode: 'safetyStaff' })]

    expect(findingOf('A07-3', factsOf(unit, { posts })).measured).toMatchObject({ of: 1 })
  })

  test('the first of several roles starts the three years', () => {
    const roles = ['enforcementOfficer', 'safetyStaff'] as const
    const dueOn = ([earlier, later]: readonly (typeof roles)[number][]) => {
      const posts = [
        post(unit, 'p1', { rowId: 'earlier', from: '2022-01-01', ...(earlier && { roleCode: earlier }) }),
        post(unit, 'p1', { rowId: 'later', from: '2023-06-01', ...(later && { roleCode: later }) }),
      ]
      return findingOf('A07-3', factsOf(unit, { posts }), '2025-01-01').dueOn
    }

    expect(dueOn(roles)).toBe('2025-01-01')
    expect(dueOn(roles.toReversed())).toBe('2025-01-01')
  })

  test('nobody on duty is no data', () => {
    expect(findingOf('A07-3', factsOf(unit)).status).toBe('noData')
  })
})

describe('A07-4, two weeks of it', () => {
  const week = twoWeeks('2024-03-08', { startDate: '2024-03-04' })

  test.each([
    ['of two weeks', [twoWeeks('2024-03-08')], 'met', undefined],
    ['short this year, which can be filled up', [week], 'atRisk', '2024-12-31'],
    ['short last year', [twoWeeks('2023-03-08', { startDate: '2023-03-04' })], 'notMet', undefined],
    ['failed', [twoWeeks('2024-03-08', { passed: false })], 'notMet', undefined],
    ['short, after a full one', [twoWeeks('2022-03-08'), week], 'met', undefined],
    [
      'short, after a full one three years and a day ago',
      [twoWeeks('2021-03-19'), week],
      'atRisk',
      '2024-12-31',
    ],
    ['short, after a full one three years ago to the day', [twoWeeks('2021-03-20'), week], 'met', undefined],
  ] as const)('a rotation %s is judged so', (_name, trainings, status, dueOn) => {
    const finding = findingOf('A07-4', officer(trainings))

    expect(finding.status).toBe(status)
    expect(finding.dueOn).toBe(dueOn)
  })

  test('a short one cannot be filled up where trainings do not accumulate', () => {
    expect(findingOf('A07-4', officer([week]), today, [setting('rotationAccumulates', 'no')]).status).toBe(
      'notMet',
    )
  })

  test('on the day a rotation is due again it still counts, as it does for A07-3', () => {
    const due = officer([twoWeeks('2021-03-20')])

    expect(findingOf('A07-3', due)).toMatchObject({ status: 'atRisk', dueOn: '2024-03-20' })
    expect(findingOf('A07-4', due).status).toBe('met')
  })

  test('nobody at any rotation within three years is no data', () => {
    expect(findingOf('A07-4', officer([])).status).toBe('noData')
    expect(findingOf('A07-4', officer([twoWeeks('2021-03-19')])).status).toBe('noData')
    expect(findingOf('A07-4', officer([twoWeeks('2024-03-21')])).status).toBe('noData')
  })
})
