import { describe, expect, test } from 'vitest'
import { addDays } from '../../policy/calendar.ts'
import type { CertificateFacts, PersonFacts, TrainingFacts } from '../../policy/facts.ts'
import {
  bureau,
  daysBefore,
  factsOf,
  findingOf,
  peopleOf,
  person,
  post,
  setting,
  today,
  township,
} from './facts.ts'

const unit = bureau()

function officer(changes: Partial<PersonFacts>, from = '2020-01-01' as const) {
  return factsOf(unit, { posts: [post(unit, 'p1', { from })], people: peopleOf(person('p1', changes)) })
}

describe('A07-2, new officers examined and trained', () => {
  const passed: TrainingFacts = {
    rowId: 't1',
    type: 'initialQualification',
    startDate: daysBefore(today, 20),
    endDate: daysBefore(today, 1),
    passed: true,
  }
  const { passed: _, ...unexamined } = passed

  test.each([
    ['in their first days', 10, [], 'atRisk', undefined],
    ['on the last day of the time allowed', 180, [], 'atRisk', undefined],
    ['a day after it', 181, [], 'notMet', 1],
    ['trained and passed', 100, [passed], 'met', undefined],
    ['trained and passed late', 400, [passed], 'met', undefined],
    ['trained but not passed', 181, [{ ...passed, passed: false }], 'notMet', 1],
    ['trained without a known result', 181, [unexamined], 'notMet', 1],
    ['passing tomorrow', 181, [{ ...passed, endDate: addDays(today, 1) }], 'notMet', 1],
    ['passed a rotation instead', 181, [{ ...passed, type: 'rotation' }], 'notMet', 1],
  ] as const)('an officer %s is judged so', (_name, days, trainings, status, overdueDays) => {
    const finding = findingOf('A07-2', officer({ joinedOn: daysBefore(today, days), trainings }))

    expect(finding.status).toBe(status)
    expect(finding.overdueDays).toBe(overdueDays)
  })

  test('one who acted before passing is overdue at once', () => {
    const facts = officer({ joinedOn: daysBefore(today, 10) })
    const act = { rowId: 'i1', personId: 'p1', on: today }

    const finding = findingOf('A07-2', { ...facts, acts: [act] })

    expect(finding).toMatchObject({ status: 'notMet', items: [{ id: 'p1', why: 'actedWithout' }] })
    expect(findingOf('A07-2', { ...facts, acts: [{ ...act, on: addDays(today, 1) }] }).status).toBe('atRisk')
  })

  test('without a known entry the first day in an officer post counts', () => {
    expect(findingOf('A07-2', officer({}, daysBefore(today, 181) as '2020-01-01')).status).toBe('notMet')
  })

  test('officers who came before the document ask for nothing, a unit without officers has no data', () => {
    expect(findingOf('A07-2', officer({ joinedOn: '2021-04-19' })).status).toBe('notApplicable')
    expect(findingOf('A07-2', officer({ joinedOn: '2021-04-20' })).status).toBe('notMet')
    expect(findingOf('A07-2', factsOf(unit)).status).toBe('noData')
  })

  test('the city may ask for an entry examination of its own', () => {
    const facts = officer({ joinedOn: daysBefore(today, 181), trainings: [passed] })
    const exam = { rowId: 'e1', on: daysBefore(today, 200), passed: true }
    const examined = officer({
      joinedOn: daysBefore(today, 181),
      trainings: [passed],
      entryExams: [exam],
    })
    const untrained = officer({ joinedOn: daysBefore(today, 181), entryExams: [exam] })
    const separate = [setting('entryExamReading', 'separate')]

    expect(findingOf('A07-2', facts, today, separate).status).toBe('notMet')
    expect(findingOf('A07-2', examined, today, separate).status).toBe('met')
    expect(findingOf('A07-2', untrained, today, separate).status).toBe('notMet')
  })
})

describe('A07-5, nobody works without a certificate', () => {
  const certificate: CertificateFacts = { rowId: 'c1', kind: 'enforcement', issuedOn: '2020-01-01' }

  test.each([
    ['expires today', [{ ...certificate, expiresOn: today }], 'atRisk', 'dueSoon'],
    ['expired yesterday', [{ ...certificate, expiresOn: daysBefore(today, 1) }], 'notMet', 'overdue'],
    ['expires in 90 days', [{ ...certificate, expiresOn: addDays(today, 90) }], 'atRisk', 'dueSoon'],
    ['expires in 91 days', [{ ...certificate, expiresOn: addDays(today, 91) }], 'met', undefined],
    ['never expires', [certificate], 'met', undefined],
    ['holds from tomorrow', [{ ...certificate, issuedOn: addDays(today, 1) }], 'notMet', 'missing'],
    [
      'has an unknown first day',
      [{ rowId: 'c1', kind: 'enforcement', expiresOn: addDays(today, 91) }],
      'met',
      undefined,
    ],
    ['is of another kind', [{ ...certificate, kind: 'other' }], 'notMet', 'missing'],
    ['is missing', [], 'notMet', 'missing'],
    [
      'was renewed',
      [
        { ...certificate, expiresOn: today },
        { ...certificate, expiresOn: '2030-01-01' },
      ],
      'met',
      undefined,
    ],
  ] as const)('an officer whose certificate %s is judged so', (_name, certificates, status, why) => {
    const finding = findingOf('A07-5', officer({ certificates }))

    expect(finding.status).toBe(status)
    expect(finding.items?.[0]?.why).toBe(why)
  })

  test('the days since the certificate expired are counted', () => {
    const finding = findingOf(
      'A07-5',
      officer({ certificates: [{ ...certificate, expiresOn: daysBefore(today, 1) }] }),
    )

    expect(finding).toMatchObject({
      dueOn: daysBefore(today, 1),
      overdueDays: 1,
      gap: { value: 1, unit: 'heads' },
    })
  })

  test.each([
    ['on a day before the certificate', '2024-01-31', 'notMet'],
    ['on its first day', '2024-02-01', 'met'],
    ['last year', '2023-12-31', 'met'],
    ['tomorrow', addDays(today, 1), 'met'],
  ] as const)('an act %s leaves the unit %s', (_name, on, status) => {
    const facts = officer({ certificates: [{ ...certificate, issuedOn: '2024-02-01' }] })

    expect(findingOf('A07-5', { ...facts, acts: [{ rowId: 'i1', personId: 'p1', on }] }).status).toBe(status)
  })

  test('a township is bound where enforcement was delegated to it', () => {
    const town = township({ delegatedEnforcement: true })
    const posts = [post(town, 'p1', { roleCode: 'enforcementOfficer' })]

    expect(findingOf('A07-5', factsOf(town, { posts })).status).toBe('notMet')
    expect(findingOf('A07-5', factsOf(township(), { posts })).status).toBe('notApplicable')
  })

  test('an officer on long leave is not at work', () => {
    const facts = officer({})
    const away = facts.posts.map((row) => ({ ...row, leaves: [{ from: daysBefore(today, 120) }] }))

    expect(findingOf('A07-5', { ...facts, posts: away }).status).toBe('noData')
  })
})
