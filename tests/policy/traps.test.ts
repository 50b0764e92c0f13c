import { describe, expect, test } from 'vitest'
import { provisionsFor } from '../../policy/assess.ts'
import type { PersonFacts, TrainingFacts } from '../../policy/facts.ts'
import { tenthsOfPercent } from '../../policy/kernel.ts'
import {
  bureau,
  daysBefore,
  factsOf,
  findingOf,
  peopleOf,
  person,
  post,
  posts,
  setting,
  today,
  township,
} from './facts.ts'

const unit = bureau()

function officers(count: number, qualified: number) {
  const people = Array.from({ length: count }, (_, index) => {
    return person(`p${index + 1}`, { relevantMajor: index < qualified, experienceSince: null })
  })
  return factsOf(unit, { posts: posts(unit, count), people: peopleOf(...people) })
}

function trained(changes: Partial<TrainingFacts>): PersonFacts {
  const row = {
    rowId: 't1',
    type: 'rotation',
    startDate: '2024-03-04',
    endDate: '2024-03-15',
    ...changes,
  } as const
  return person('p1', { trainings: [row] })
}

describe('the traps that make official statistics wrong', () => {
  test('1 rounding: 74.6 % neither shows as 75 % nor is met', () => {
    const finding = findingOf('A06-5', officers(1000, 746))

    expect(finding.status).toBe('notMet')
    expect(tenthsOfPercent(finding.measured?.value ?? 0, finding.measured?.of ?? 0)).toBe(746)
  })

  test('2 small denominators: what is missing is said in heads', () => {
    expect(findingOf('A06-5', officers(1, 0)).gap).toEqual({ value: 1, unit: 'heads' })
    expect(findingOf('A06-5', officers(5, 3)).gap).toEqual({ value: 1, unit: 'heads' })
  })

  test('3 three head-counts: someone on long leave is in post (article 6) and not on duty (article 7)', () => {
    const away = [{ from: daysBefore(today, 120) }]
    const facts = factsOf(unit, { posts: [post(unit, 'p1'), post(unit, 'p2', { leaves: away })] })

    expect(findingOf('A06-5', facts).measured).toMatchObject({ of: 2 })
    expect(findingOf('A07-5', facts).measured).toMatchObject({ of: 1 })
  })

  test('4 borrowed people: counted once, by the borrower; the lender answers for the post', () => {
    const lender = bureau({ id: 'D1' })
    const borrower = bureau({ id: 'D2' })
    const secondments = [{ from: daysBefore(today, 120), toUnitId: 'D2' }]
    const lent = post(lender, 'lent', { secondments })

    expect(findingOf('A06-5', factsOf(lender, { posts: [lent] })).status).toBe('noData')
    expect(findingOf('A06-5', factsOf(borrower, { posts: [lent] })).measured).toMatchObject({ of: 1 })
    expect(findingOf('A05-3', factsOf(lender, { posts: [lent] })).status).toBe('notMet')
    expect(findingOf('A05-3', factsOf(borrower, { posts: [lent] })).status).toBe('noData')
  })

  test('5 effective dates: a retirement told late changes the days since it took effect, and none before', () => {
    const town = township()
    const before = factsOf(town, { posts: posts(town, 3) })
    const told = factsOf(town, { posts: [...posts(town, 2), post(town, 'p3', { to: '2024-02-29' })] })

    expect(findingOf('A05-5', before, '2024-03-01').status).toBe('met')
    expect(findingOf('A05-5', told, '2024-03-01').status).toBe('notMet')
    expect(findingOf('A05-5', told, '2024-02-29').status).toBe('met')
  })

  test('6 one person, several roles: counted in each, once', () => {
    const town = township({ delegatedEnforcement: true })
    const both = [post(town, 'p1'), post(town, 'p1', { rowId: 'second', roleCode: 'enforcementOfficer' })]
    const facts = factsOf(town, { posts: [...both, post(town, 'p1', { rowId: 'third' })] })

    expect(findingOf('A05-5', facts).measured?.value).toBe(1)
    expect(findingOf('A07-5', facts).measured).toMatchObject({ of: 1 })
    expect(findingOf('A07-3', facts).measured).toMatchObject({ of: 1 })
  })

  test('8 a nil report is data: with it the roster stands, in silence it goes stale', () => {
    const town = township()
    const facts = factsOf(town, { posts: posts(town, 3) })

    expect(findingOf('A05-5', { ...facts, lastReportOn: today }).status).toBe('met')
    expect(findingOf('A05-5', { ...facts, lastReportOn: daysBefore(today, 60) }).status).toBe('stale')
    expect(findingOf('A05-5', { ...facts, lastReportOn: null }).status).toBe('noData')
  })

  test('9 one training reported twice is one training', () => {
    const week = { startDate: '2024-03-04', endDate: '2024-03-10' } as const
    const [first] = trained(week).trainings
    const twice = person('p1', { trainings: [first!, { ...first!, rowId: 't2' }] })

    expect(findingOf('A07-4', factsOf(unit, { posts: posts(unit, 1), people: peopleOf(twice) })).status).toBe(
      'atRisk',
    )
  })

  test('10 two working weeks: the reading decides and is among the parameters used', () => {
    const facts = factsOf(unit, { posts: posts(unit, 1), people: peopleOf(trained({ days: 10 })) })
    const byCalendar = findingOf('A07-4', facts, today, [setting('rotationReading', 'calendarDays')])

    expect(findingOf('A07-4', facts).status).toBe('met')
    expect(byCalendar.status).toBe('atRisk')
    expect(byCalendar.used).toContainEqual(
      expect.objectContaining({ id: 'rotationReading', value: 'calendarDays' }),
    )
  })

  test('12 a denominator of nothing is no data, never all', () => {
    const empty = (id: string) => findingOf(id, factsOf(unit)).status

    expect(['A03-3', 'A05-3', 'A06-5', 'A07-2', 'A07-3', 'A07-4', 'A07-5', 'A12-4'].map(empty)).toEqual(
      Array(8).fill('noData'),
    )
    expect(findingOf('A05-7', factsOf(township())).status).toBe('noData')
  })

  test('13 the development zone has the duties of a county and is none', () => {
    expect(provisionsFor('zone').map(({ id }) => id)).toEqual(provisionsFor('county').map(({ id }) => id))
  })

  test('14 which sectors are key is the unit’s record, not the code', () => {
    const facts = (keySector: boolean) => factsOf(bureau({ keySector }), { posts: [post(unit, 'p1')] })

    expect(findingOf('A04-3', facts(true)).status).toBe('notMet')
    expect(findingOf('A04-3', facts(false)).status).toBe('notApplicable')
  })
})
