import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../policy/calendar.ts'
import type { PersonFacts } from '../../policy/facts.ts'
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
} from './facts.ts'

const unit = bureau()
const none = { relevantMajor: false, experienceSince: null } as const
const engineer = { qualifications: [{ rowId: 'q1', name: '注册安全工程师', since: '2020-01-01' }] } as const
const all = { relevantMajor: true, experienceSince: '2015-01-01', ...engineer } as const

/** So many officers, the first ones with a relevant degree, the others as given. */
function team(officers: number, qualified: number, rest: Partial<PersonFacts> = none) {
  const people = Array.from({ length: officers }, (_, index) =>
    person(`p${index + 1}`, index < qualified ? { ...none, relevantMajor: true } : rest),
  )
  return factsOf(unit, { posts: posts(unit, officers), people: peopleOf(...people) })
}

function single(changes: Partial<PersonFacts>) {
  return factsOf(unit, { posts: [post(unit, 'p1')], people: peopleOf(person('p1', changes)) })
}

describe('A06-5, three quarters of the officers qualified', () => {
  test.each([
    { officers: 100, qualified: 74, status: 'notMet', needed: 75, gap: 1 },
    { officers: 100, qualified: 75, status: 'met', needed: 75 },
    { officers: 4, qualified: 3, status: 'met', needed: 3 },
    { officers: 7, qualified: 5, status: 'notMet', needed: 6, gap: 1 },
    { officers: 7, qualified: 6, status: 'met', needed: 6 },
    { officers: 1000, qualified: 746, status: 'notMet', needed: 750, gap: 4 },
    { officers: 8, qualified: 6, status: 'met', needed: 6 },
    { officers: 10, qualified: 7, status: 'notMet', needed: 8, gap: 1 },
  ])('$qualified of $officers is $status', ({ officers, qualified, status, needed, gap }) => {
    const finding = findingOf('A06-5', team(officers, qualified))

    expect(finding).toMatchObject({
      status,
      measured: { value: qualified, of: officers },
      required: { value: needed, of: officers },
    })
    expect(finding.gap?.value).toBe(gap)
  })

  test.each([
    ['2021-04-19', 'notApplicable', undefined, undefined],
    ['2021-04-20', 'atRisk', '2022-12-31', undefined],
    ['2022-12-31', 'atRisk', '2022-12-31', undefined],
    ['2023-01-01', 'notMet', '2022-12-31', 1],
    ['2024-01-01', 'notMet', '2022-12-31', 366],
  ] as const)('on %s a team at 74 of 100 is %s', (day, status, dueOn, overdueDays) => {
    const finding = findingOf('A06-5', team(100, 74), day)

    expect(finding.status).toBe(status)
    expect(finding.dueOn).toBe(dueOn)
    expect(finding.overdueDays).toBe(overdueDays)
  })

  test.each([
    ['a degree', { ...none, relevantMajor: true }, 'met', 'notMet'],
    ['a qualification', { ...none, ...engineer }, 'met', 'notMet'],
    [
      'two years of experience to the day',
      { ...none, experienceSince: addMonths(today, -24) },
      'met',
      'notMet',
    ],
    [
      'a day less than two years',
      { ...none, experienceSince: addDays(addMonths(today, -24), 1) },
      'notMet',
      'notMet',
    ],
    ['all three', all, 'met', 'met'],
    ['nothing', none, 'notMet', 'notMet'],
    ['nothing that anybody told', {}, 'noData', 'notMet'],
    ['a degree and the rest untold', { relevantMajor: true, ...engineer }, 'met', 'noData'],
    [
      'a qualification from tomorrow',
      { ...none, qualifications: [{ ...engineer.qualifications[0], since: addDays(today, 1) }] },
      'notMet',
      'notMet',
    ],
    [
      'an electrician’s certificate',
      { ...none, qualifications: [{ rowId: 'q', name: '电工证' }] },
      'notMet',
      'notMet',
    ],
    [
      'the enforcement certificate only',
      { ...none, certificates: [{ rowId: 'c', kind: 'enforcement' }] },
      'notMet',
      'notMet',
    ],
  ] as const satisfies readonly (readonly [string, Partial<PersonFacts>, string, string])[])(
    'an officer with %s is %s when any one is enough, %s when all three are asked',
    (_, changes, any, allThree) => {
      expect(findingOf('A06-5', single(changes)).status).toBe(any)
      expect(findingOf('A06-5', single(changes), today, [setting('officerReading', 'all')]).status).toBe(
        allThree,
      )
    },
  )

  test('both readings are in the finding whichever one decides', () => {
    const people = peopleOf(person('p1', all), person('p2', { ...none, ...engineer }), person('p3', none))
    const facts = factsOf(unit, { posts: posts(unit, 3), people })
    const readings = [
      { reading: 'any', measured: { value: 2, of: 3, unit: 'heads' } },
      { reading: 'all', measured: { value: 1, of: 3, unit: 'heads' } },
    ]

    expect(findingOf('A06-5', facts)).toMatchObject({ measured: { value: 2 }, readings })
    expect(findingOf('A06-5', facts, today, [setting('officerReading', 'all')])).toMatchObject({
      measured: { value: 1 },
      readings,
    })
  })

  test('auxiliaries are no officers in post, someone on long leave is one', () => {
    const facts = team(4, 3)
    const auxiliary = post(unit, 'aux', { postKind: 'auxiliary' })
    const onLeave = post(unit, 'mother', { leaves: [{ from: daysBefore(today, 120) }] })

    expect(findingOf('A06-5', { ...facts, posts: [...facts.posts, auxiliary] }).measured).toMatchObject({
      of: 4,
    })
    expect(findingOf('A06-5', { ...facts, posts: [...facts.posts, onLeave] }).measured).toMatchObject({
      of: 5,
    })
  })

  test('a team of nobody has no data, and a regulator without the facts neither', () => {
    expect(findingOf('A06-5', factsOf(unit)).status).toBe('noData')
    expect(findingOf('A06-5', { ...team(4, 4), lastReportOn: null }).status).toBe('noData')
  })

  test('a department without a safety duty is not bound', () => {
    const facts = factsOf({ id: 'D1', kind: 'department' }, { posts: posts(unit, 4) })

    expect(findingOf('A06-5', facts).status).toBe('notApplicable')
  })
})
