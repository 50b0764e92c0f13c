import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../policy/calendar.ts'
import type { PersonFacts, PostFacts } from '../../policy/facts.ts'
import { bureau, daysBefore, factsOf, findingOf, peopleOf, person, post, setting, today } from './facts.ts'

const unit = bureau()

/** A leading body of so many, the first ones with background. */
function body(
  leaders: number,
  background: number,
  rest: Partial<PersonFacts> = { emergencyBackground: false },
) {
  const ids = Array.from({ length: leaders }, (_, index) => `p${index + 1}`)
  const people = ids.map((id, index) => person(id, index < background ? { emergencyBackground: true } : rest))
  return factsOf(unit, { posts: ids.map((id) => leader(id)), people: peopleOf(...people) })
}

function leader(id: string, changes: Partial<PostFacts> = {}): PostFacts {
  return post(unit, id, { roleCode: 'leader', postKind: 'administrative', ...changes })
}

describe('A03-3, a fifth of the leading body with background', () => {
  test.each([
    { leaders: 1, background: 0, status: 'notMet', needed: 1, gap: 1 },
    { leaders: 1, background: 1, status: 'met', needed: 1 },
    { leaders: 5, background: 1, status: 'met', needed: 1 },
    { leaders: 6, background: 1, status: 'notMet', needed: 2, gap: 1 },
    { leaders: 10, background: 2, status: 'met', needed: 2 },
    { leaders: 11, background: 2, status: 'notMet', needed: 3, gap: 1 },
    { leaders: 11, background: 0, status: 'notMet', needed: 3, gap: 3 },
  ])('$background of $leaders leaders is $status', ({ leaders, background, status, needed, gap }) => {
    const finding = findingOf('A03-3', body(leaders, background))

    expect(finding).toMatchObject({
      status,
      force: 'inPrinciple',
      measured: { value: background, of: leaders },
      required: { value: needed, of: leaders },
    })
    expect(finding.gap?.value).toBe(gap)
  })

  test('a body of nobody has no data', () => {
    expect(findingOf('A03-3', body(0, 0)).status).toBe('noData')
  })

  test('leaders nobody has asked about make it unknown, not short, and are named', () => {
    const finding = findingOf('A03-3', body(6, 1, {}))

    expect(finding).toMatchObject({ status: 'noData', measured: { value: 1, of: 6 } })
    expect(finding.items?.map((item) => item.why)).toEqual(Array(5).fill('unknown'))
  })

  test.each([
    [addMonths(today, -24), 'met'],
    [addDays(addMonths(today, -24), 1), 'noData'],
  ] as const)('work experience since %s makes it %s', (experienceSince, status) => {
    const facts = factsOf(unit, {
      posts: [leader('p1')],
      people: peopleOf(person('p1', { experienceSince })),
    })

    expect(findingOf('A03-3', facts).status).toBe(status)
  })

  test.each([
    { days: 180, overdueDays: undefined },
    { days: 181, overdueDays: 1 },
  ])('a shortfall $days days old is overdue by $overdueDays', ({ days, overdueDays }) => {
    const began = daysBefore(today, days)
    const people = peopleOf(
      person('old', { emergencyBackground: true }),
      person('new', { emergencyBackground: false }),
    )
    const posts = [leader('old', { to: addDays(began, -1) }), leader('new')]

    const finding = findingOf('A03-3', factsOf(unit, { posts, people }))

    expect(finding).toMatchObject({ status: 'notMet', dueOn: addDays(began, 180) })
    expect(finding.overdueDays).toBe(overdueDays)
  })

  test('the grace is counted from the last time it was kept, through changes that did not mend it', () => {
    const people = peopleOf(
      person('old', { emergencyBackground: true }),
      person('new', { emergencyBackground: false }),
      person('newer', { emergencyBackground: false }),
    )
    const posts = [
      leader('old', { to: '2023-11-30' }),
      leader('new'),
      leader('newer', { from: '2024-02-01' }),
    ]

    expect(findingOf('A03-3', factsOf(unit, { posts, people })).dueOn).toBe(addDays('2023-12-01', 180))
  })

  test('lending the one with background away begins the shortfall', () => {
    const people = peopleOf(
      person('lent', { emergencyBackground: true }),
      person('stays', { emergencyBackground: false }),
    )
    const away = [{ from: '2024-03-01' as const, toUnitId: 'D9' }]
    const posts = [leader('lent', { secondments: away }), leader('stays')]

    expect(findingOf('A03-3', factsOf(unit, { posts, people })).dueOn).toBe(addDays('2024-03-01', 180))
  })

  test('an old shortfall is counted from the document on', () => {
    expect(findingOf('A03-3', body(5, 0)).dueOn).toBe(addDays('2021-04-20', 180))
  })

  test.each([
    ['A03-3', '2024-01-01', undefined, 'exempt'],
    ['A03-3', '2024-01-01', daysBefore(today, 1), 'notMet'],
    ['A03-3', addDays(today, 1), undefined, 'notMet'],
    ['A05-5', '2024-01-01', undefined, 'notMet'],
  ] as const)('an exception for %s from %s to %s leaves it %s', (obligation, from, to, status) => {
    const exception = { rowId: 'x1', obligation, from, ...(to !== undefined && { to }) }

    const finding = findingOf('A03-3', { ...body(5, 0), exceptions: [exception] })

    expect(finding.status).toBe(status)
    expect(finding.rows.includes('x1')).toBe(status === 'exempt')
  })

  test('it goes stale after a quarter without a report', () => {
    const facts = body(5, 1)

    expect(findingOf('A03-3', { ...facts, lastReportOn: daysBefore(today, 100) }).status).toBe('met')
    expect(findingOf('A03-3', { ...facts, lastReportOn: daysBefore(today, 101) }).status).toBe('stale')
    expect(
      findingOf('A03-3', { ...facts, lastReportOn: daysBefore(today, 101) }, today, [
        setting('staleQuarterlyDays', 120),
      ]).status,
    ).toBe('met')
  })
})
