import { describe, expect, test } from 'vitest'
import type { Tip } from '../../bot/context.ts'
import { type Thing, thingsOfFindings, thingsOfTips } from '../../cron/reminders/things.ts'
import { addDays, type LocalDate, weekday } from '../../policy/calendar.ts'
import type { Finding, Item } from '../../policy/kernel.ts'
import { settingsAt } from '../../policy/settings.ts'
import { noon } from '../support/database.ts'

const today: LocalDate = '2024-03-20'
const finding = (changes: Partial<Finding>): Finding => ({
  obligation: 'A07-3',
  unit: 'zhengzhuang',
  unitKind: 'township',
  force: 'must',
  asOf: today,
  status: 'atRisk',
  measured: { value: 1, of: 1, unit: 'heads' },
  used: [],
  rows: [],
  ...changes,
})
const person = (changes: Partial<Item>): Item => ({ id: 'p1', kind: 'person', why: 'dueSoon', ...changes })
const stages = (things: readonly Thing[]): readonly string[] => things.map(({ stage }) => stage)

describe('findings', () => {
  test('of a township under three are told every week and climb', () => {
    const [thing, ...others] = thingsOfFindings([finding({ obligation: 'A05-5', status: 'notMet' })], today)
    expect(others).toEqual([])
    expect(thing).toMatchObject({ topic: 'A05-5', kind: 'unit', stage: '2024-W12', ladder: 'climbs', top: 2 })
  })

  test.each(['met', 'atRisk', 'noData'] as const)('of a township that is %s are not told', (status) => {
    expect(thingsOfFindings([finding({ obligation: 'A05-5', status })], today)).toEqual([])
  })

  test('of retraining are told 90 days before and not 91', () => {
    const dueIn = (days: number) => finding({ items: [person({ dueOn: addDays(today, days) })] })
    expect(thingsOfFindings([dueIn(91)], today)).toEqual([])
    expect(thingsOfFindings([dueIn(90)], today)).toMatchObject([{ subjectId: 'p1', top: 1, ladder: 'stays' }])
    expect(thingsOfFindings([dueIn(7)], today)).toMatchObject([{ top: 2, ladder: 'climbs' }])
  })

  test('of an expired certificate are told every day below and every week to the head', () => {
    const expired = finding({
      obligation: 'A07-5',
      items: [person({ why: 'overdue', dueOn: addDays(today, -3) })],
    })
    const things = thingsOfFindings([expired], today)
    expect(stages(things)).toEqual(['2024-03-17.late2', '2024-W12'])
    expect(things).toMatchObject([
      { rungs: [0], top: 0 },
      { rungs: [1], top: 2 },
    ])
  })

  test('of an officer without any certificate are told every week', () => {
    const missing = finding({ obligation: 'A07-5', items: [person({ why: 'missing' })] })
    expect(stages(thingsOfFindings([missing], today))).toEqual(['2024-W12'])
  })

  test('of a new officer are told by the days since coming that the city allows', () => {
    const used = [
      { id: 'entryTrainingDays', value: 180, unit: 'days', from: '2021-04-20', source: 'setting' },
    ] as const
    const came = (days: number) =>
      finding({ obligation: 'A07-2', used, items: [person({ dueOn: addDays(today, 180 - days) })] })
    expect(thingsOfFindings([came(29)], today)).toEqual([])
    expect(stages(thingsOfFindings([came(30)], today))[0]).toMatch(/after30$/)
  })

  test('of a vacancy name the village and are left to the township', () => {
    const items = [{ id: 'village-1', kind: 'village', why: 'vacant', dueOn: '2024-03-10' }] as const
    const own = finding({ obligation: 'A05-7', status: 'notMet', items })
    const villages = finding({ ...own, unit: 'village-1', unitKind: 'village' })
    expect(thingsOfFindings([own, villages], today)).toMatchObject([
      { unitId: 'zhengzhuang', kind: 'village', subjectId: 'village-1', stage: '2024-03-10.late1' },
    ])
  })

  test('of villages nobody confirmed are one thing a quarter, however many there are', () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id, kind: 'village', why: 'unconfirmed' }) as const)
    expect(stages(thingsOfFindings([finding({ obligation: 'A05-7', items })], today))).toEqual(['2024-Q1'])
  })

  test('that grew stale, or were never there, make the unit silent, once whatever their number', () => {
    const stale = thingsOfFindings(
      [finding({ status: 'stale' }), finding({ obligation: 'A05-4', status: 'stale' })],
      today,
    )
    expect(stale).toMatchObject([{ topic: 'silent', unitId: 'zhengzhuang' }])
    const never = thingsOfFindings([finding({ status: 'noData', waitsFor: 'staffing' })], today)
    expect(never).toMatchObject([{ topic: 'silent' }])
    const some = [
      finding({ status: 'noData', waitsFor: 'staffing' }),
      finding({ obligation: 'A05-4', status: 'met' }),
    ]
    expect(thingsOfFindings(some, today)).toEqual([])
  })
})

describe('a tip nobody decided on', () => {
  const tip = (receivedOn: LocalDate, changes: Partial<Tip> = {}): Tip => ({
    id: 4,
    reportId: 9,
    number: 'YH-20240318-001',
    unitId: 'zhengzhuang',
    handlerUnitId: 'bureau',
    sector: null,
    category: 'hazard',
    level: 'general',
    urgency: 'normal',
    content: {},
    replyTo: undefined,
    confidential: false,
    status: 'received',
    receivedAt: noon(receivedOn),
    decidedAt: null,
    decidedBy: null,
    ...changes,
  })
  const of = (one: Tip, day: LocalDate) =>
    thingsOfTips([one], {
      today: day,
      settings: settingsAt([], day),
      isWorkingDay: (date) => weekday(date) <= 5,
      fallbackUnitId: 'city',
    })

  test.each<[LocalDate, LocalDate, readonly Thing['rungs'][]]>([
    ['2024-03-18', '2024-03-19', []],
    ['2024-03-18', '2024-03-20', [[0]]],
    ['2024-03-18', '2024-03-25', [[0]]],
    ['2024-03-18', '2024-03-26', [[0, 1]]],
    ['2024-03-22', '2024-03-25', []],
    ['2024-03-22', '2024-03-26', [[0]]],
  ])('received on %s is on %s told to rungs %j', (receivedOn, day, rungs) => {
    expect(of(tip(receivedOn), day).map((thing) => thing.rungs)).toEqual(rungs)
  })

  test('is told once after the working day and once a week after the seven days', () => {
    const days = Array.from({ length: 21 }, (_, index) => addDays('2024-03-18', index))
    const seen = new Set(days.flatMap((day) => stages(of(tip('2024-03-18'), day))))
    expect([...seen]).toEqual(['accept', '2024-03-25.late0', '2024-03-25.late1'])
  })

  test('of immediate danger is told every day from the next on, on days off too', () => {
    const urgent = tip('2024-03-22', { urgency: 'immediate' })
    expect(of(urgent, '2024-03-22')).toEqual([])
    expect(of(urgent, '2024-03-23')).toMatchObject([
      { urgency: 'immediate', rungs: [0, 1], stage: 'urgent2024-03-23' },
    ])
  })

  test('belongs to the unit that handles it, then to its place, then to the city', () => {
    const unitOf = (changes: Partial<Tip>) => of(tip('2024-03-10', changes), today)[0]?.unitId
    expect([
      unitOf({}),
      unitOf({ handlerUnitId: null }),
      unitOf({ handlerUnitId: null, unitId: null }),
    ]).toEqual(['bureau', 'zhengzhuang', 'city'])
  })
})
