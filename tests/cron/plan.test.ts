import { describe, expect, test } from 'vitest'
import { type Given, type Ladder, planReminders, type Reminder } from '../../cron/reminders/plan.ts'
import type { Thing } from '../../cron/reminders/things.ts'
import { type LocalDate, weekday } from '../../policy/calendar.ts'

const isWorkingDay = (day: LocalDate): boolean => weekday(day) <= 5
const [clerk, head, bureau] = ['clerk', 'head', 'bureau'].map((openId, index) => ({
  bindingId: index + 1,
  openId,
}))
const ladder = { 0: [clerk], 1: [head], 2: [bureau] } as Ladder
const thing: Thing = {
  topic: 'A05-5',
  kind: 'unit',
  subjectId: 'zhengzhuang',
  unitId: 'zhengzhuang',
  dueOn: undefined,
  stage: '2024-W12',
  rungs: [0],
  top: 2,
  ladder: 'climbs',
  urgency: 'normal',
}
const monday: LocalDate = '2024-03-18'

function plan(changes: {
  things?: readonly Thing[]
  ladder?: Ladder
  given?: Given
  today?: LocalDate
}): readonly Reminder[] {
  const { things = [thing], given = new Map(), today = monday } = changes
  return planReminders({ things, ladderOf: () => changes.ladder ?? ladder, given, today, isWorkingDay })
}
const told = (reminders: readonly Reminder[]): readonly string[] =>
  reminders.map(({ holder }) => holder.openId)

/** What was given on the days before, one rung after the other, and who acknowledged. */
function given(...steps: readonly (readonly [LocalDate, number, ('acknowledged' | 'open')?])[]): Given {
  return new Map(
    steps.map(([on, rung, answer]) => [
      `A05-5:unit:zhengzhuang:2024-W12:${rung}:${rung + 1}`,
      { on, acknowledged: answer === 'acknowledged' },
    ]),
  )
}

describe('the ladder', () => {
  test('begins with whoever does it', () => {
    expect(told(plan({}))).toEqual(['clerk'])
  })

  test.each<[string, LocalDate, Given, readonly string[]]>([
    ['tells nobody twice', monday, given([monday, 0]), []],
    ['waits one working day', '2024-03-19', given([monday, 0]), []],
    ['tells the head after two working days without an answer', '2024-03-20', given([monday, 0]), ['head']],
    [
      'tells the level above two working days later',
      '2024-03-22',
      given([monday, 0], ['2024-03-20', 1]),
      ['bureau'],
    ],
    ['does not count the weekend', '2024-03-25', given(['2024-03-22', 0]), []],
    ['climbs after the weekend', '2024-03-26', given(['2024-03-22', 0]), ['head']],
    ['stops when the clerk acknowledged', '2024-03-22', given([monday, 0, 'acknowledged']), []],
    [
      'stops when the head acknowledged',
      '2024-03-29',
      given([monday, 0], ['2024-03-20', 1, 'acknowledged']),
      [],
    ],
    ['ends at the level above', '2024-04-30', given([monday, 0], ['2024-03-20', 1], ['2024-03-22', 2]), []],
  ])('%s', (_what, today, before, people) => {
    expect(told(plan({ today, given: before }))).toEqual(people)
  })

  test('passes an empty rung to the next one at once', () => {
    expect(told(plan({ ladder: { ...ladder, 0: [] } }))).toEqual(['head'])
    expect(told(plan({ ladder: { ...ladder, 0: [], 1: [] } }))).toEqual(['bureau'])
    expect(plan({ ladder: { 0: [], 1: [], 2: [] } })).toEqual([])
  })

  test('does not leave the rungs a thing is for', () => {
    const far: Thing = { ...thing, top: 1, ladder: 'stays' }
    expect(told(plan({ things: [far], ladder: { ...ladder, 0: [], 1: [] } }))).toEqual([])
    expect(told(plan({ things: [far], today: '2024-03-29', given: given([monday, 0]) }))).toEqual([])
    const daily: Thing = { ...thing, top: 0, ladder: 'stays' }
    expect(told(plan({ things: [daily], ladder: { ...ladder, 0: [] } }))).toEqual([])
  })

  test('tells handler and head at once where both are asked for, and then climbs', () => {
    const overdue: Thing = { ...thing, rungs: [0, 1] }
    expect(told(plan({ things: [overdue] }))).toEqual(['clerk', 'head'])
    const before = given([monday, 0], [monday, 1])
    expect(told(plan({ things: [overdue], today: '2024-03-20', given: before }))).toEqual(['bureau'])
  })

  test('tells one person once, however many bindings it has, and goes past it', () => {
    const both = {
      0: [clerk, { ...clerk, bindingId: 9 }],
      1: [{ ...clerk, bindingId: 2 }],
      2: [bureau],
    } as Ladder
    expect(told(plan({ ladder: both }))).toEqual(['clerk'])
    expect(told(plan({ ladder: both, today: '2024-03-20', given: given([monday, 0]) }))).toEqual(['bureau'])
  })

  test('begins anew with a new holder of the post', () => {
    const successor = { bindingId: 7, openId: 'successor' }
    const after = { ...ladder, 0: [successor] } as Ladder
    expect(told(plan({ ladder: after, given: given([monday, 0]), today: '2024-03-20' }))).toEqual([
      'successor',
    ])
  })
})

describe('days off', () => {
  test('are silent', () => {
    expect(plan({ today: '2024-03-23' })).toEqual([])
  })

  test('are not silent about immediate danger', () => {
    const danger: Thing = { ...thing, topic: 'A12-4', kind: 'tip', rungs: [0, 1], urgency: 'immediate' }
    expect(told(plan({ things: [danger], today: '2024-03-23' }))).toEqual(['clerk', 'head'])
  })
})
