import { describe, expect, test } from 'vitest'
import { bureau, factsOf, findingOf, post, posts, today } from './facts.ts'

const unit = bureau({ keySector: true, emergencyBureau: false })
const safetyStaff = { roleCode: 'safetyStaff', postKind: 'administrative' } as const

describe('A04-3, two safety staff in a key-sector regulator', () => {
  test.each([
    { people: 0, status: 'notMet', gap: 2 },
    { people: 1, status: 'notMet', gap: 1 },
    { people: 2, status: 'met', gap: undefined },
    { people: 3, status: 'met', gap: undefined },
  ])('$people people is $status', ({ people, status, gap }) => {
    const roster = [post(unit, 'clerk', { roleCode: 'other' }), ...posts(unit, people, safetyStaff)]

    const finding = findingOf('A04-3', factsOf(unit, { posts: roster }))

    expect(finding).toMatchObject({ status, measured: { value: people }, required: { value: 2 } })
    expect(finding.gap?.value).toBe(gap)
  })

  test('one on loan elsewhere counts at the borrower only', () => {
    const lent = post(unit, 'lent', { ...safetyStaff, secondments: [{ from: today, toUnitId: 'D2' }] })
    const borrower = bureau({ id: 'D2', keySector: true })
    const own = { ...safetyStaff, unitId: 'D2' }

    expect(
      findingOf('A04-3', factsOf(unit, { posts: [lent, post(unit, 'p1', safetyStaff)] })).measured?.value,
    ).toBe(1)
    expect(
      findingOf('A04-3', factsOf(borrower, { posts: [lent, post(borrower, 'p2', own)] })).measured?.value,
    ).toBe(2)
  })

  test('someone lent to do other work does not count at the borrower', () => {
    const borrower = bureau({ id: 'D2', keySector: true })
    const lent = post(unit, 'lent', {
      ...safetyStaff,
      secondments: [{ from: today, toUnitId: 'D2', roleCode: 'enforcementOfficer' }],
    })

    expect(findingOf('A04-3', factsOf(borrower, { posts: [lent] })).measured?.value).toBe(0)
  })

  test('a regulator of no key sector is not bound', () => {
    const facts = factsOf(bureau({ keySector: false }), { posts: posts(unit, 1, safetyStaff) })

    expect(findingOf('A04-3', facts).status).toBe('notApplicable')
  })

  test('one person in two posts is one person', () => {
    const twice = [post(unit, 'p1', safetyStaff), post(unit, 'p1', { ...safetyStaff, rowId: 'second' })]

    expect(findingOf('A04-3', factsOf(unit, { posts: twice })).measured?.value).toBe(1)
  })
})
