import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rotationsOf } from '../../policy/article-07-two-weeks.ts'
import { addDays, type LocalDate } from '../../policy/calendar.ts'
import type { TrainingFacts } from '../../policy/facts.ts'
import { type SettingChange, settingsAt } from '../../policy/settings.ts'
import { setting } from './facts.ts'

const asOf = '2024-12-31'

function course(changes: Partial<TrainingFacts> = {}): TrainingFacts {
  return { rowId: 't1', type: 'rotation', startDate: '2024-03-04', endDate: '2024-03-04', ...changes }
}

/** Whether the trainings made two weeks, and on which day. */
function completed(
  trainings: readonly TrainingFacts[],
  changes: readonly SettingChange[] = [],
): LocalDate | undefined {
  return rotationsOf(trainings, asOf, settingsAt(changes, asOf)).completedOn.at(-1)
}

const by = {
  calendarDays: [setting('rotationReading', 'calendarDays')],
  trainingDays: [setting('rotationReading', 'trainingDays')],
  hours: [setting('rotationReading', 'hours')],
}

describe('one training', () => {
  test.each([
    ['13 calendar days', { endDate: '2024-03-16' }, false],
    ['14 calendar days', { endDate: '2024-03-17' }, true],
    ['9 training days', { days: 9 }, false],
    ['10 training days', { days: 10 }, true],
    ['79 hours', { hours: 79 }, false],
    ['80 hours', { hours: 80 }, true],
    ['80 hours in 0 days', { hours: 80, days: 0 }, true],
    ['80 hours, failed', { hours: 80, passed: false }, false],
    ['80 hours of continuing education', { hours: 80, type: 'continuing' }, false],
    ['80 hours of the first qualification', { hours: 80, type: 'initialQualification' }, true],
    ['80 hours that end tomorrow', { hours: 80, endDate: addDays(asOf, 1), startDate: asOf }, false],
    ['14 calendar days over New Year', { startDate: '2023-12-20', endDate: '2024-01-02' }, true],
  ] as const satisfies readonly (readonly [string, Partial<TrainingFacts>, boolean])[])(
    '%s make two weeks or not',
    (_name, changes, made) => {
      expect(completed([course(changes)]) !== undefined).toBe(made)
    },
  )

  test('two working weeks from Monday to Friday are 12 calendar days: met in training days, short in calendar days', () => {
    const twice = course({ startDate: '2024-03-04', endDate: '2024-03-15', days: 10 })

    expect(completed([twice])).toBe('2024-03-15')
    expect(completed([twice], by.trainingDays)).toBe('2024-03-15')
    expect(completed([twice], by.calendarDays)).toBeUndefined()
    expect(completed([twice], by.hours)).toBeUndefined()
  })

  test.each([
    [40, true],
    [41, false],
  ])('80 hours with %i online make two weeks or not', (onlineHours, made) => {
    expect(completed([course({ hours: 80, onlineHours })]) !== undefined).toBe(made)
  })

  test('the days of an online training are capped like its hours', () => {
    const online = { endDate: '2024-03-31', days: 20, hours: 60, onlineHours: 60 } as const

    expect(completed([course(online)])).toBeUndefined()
    expect(completed([course({ ...online, onlineHours: 30 })])).toBe('2024-03-31')
    expect(completed([course(online)], [setting('rotationOnlinePercent', 100)])).toBe('2024-03-31')
  })

  test.each([
    ['a day missed of 14', { endDate: '2024-03-17', absentDays: 1 }, false],
    ['a day missed of 15', { endDate: '2024-03-18', absentDays: 1 }, true],
    ['a day missed of 10 training days', { days: 10, absentDays: 1 }, false],
    ['a tenth missed of 88 hours', { days: 10, hours: 88, absentDays: 1 }, false],
    ['a tenth missed of 89 hours', { days: 10, hours: 89, absentDays: 1 }, true],
    ['more days missed than there were', { endDate: '2024-03-17', absentDays: 30 }, false],
  ] as const)('absence reduces the own total: %s', (_name, changes, made) => {
    expect(completed([course(changes)]) !== undefined).toBe(made)
  })

  test('the first qualification does not count where the city says so', () => {
    const first = course({ hours: 80, type: 'initialQualification' })

    expect(completed([first], [setting('rotationInitialCounts', 'no')])).toBeUndefined()
  })
})

describe('several trainings', () => {
  const spring = course({ rowId: 't1', hours: 40 })
  const autumn = course({ rowId: 't2', hours: 40, startDate: '2024-09-02', endDate: '2024-09-06' })

  test('those of one calendar year add up, and the last one needed is the end', () => {
    expect(completed([autumn, spring])).toBe('2024-09-06')
    expect(completed([spring, autumn], [setting('rotationAccumulates', 'no')])).toBeUndefined()
  })

  test('those of two calendar years do not', () => {
    expect(completed([{ ...spring, startDate: '2023-12-25', endDate: '2023-12-29' }, autumn])).toBeUndefined()
  })

  test('what is left over after a complete rotation begins the next one', () => {
    const full = course({ rowId: 't0', hours: 80, startDate: '2024-01-08', endDate: '2024-01-19' })
    const rotations = rotationsOf([full, spring], asOf, settingsAt([], asOf))

    expect(rotations).toEqual({ completedOn: ['2024-01-19'], openYear: 2024 })
    expect(completed([full, spring, autumn])).toBe('2024-09-06')
  })

  test('the same training reported by organiser and unit counts once', () => {
    expect(completed([spring, { ...spring, rowId: 'again' }])).toBeUndefined()
  })

  test('of two that overlap the longer stands', () => {
    const long = course({ rowId: 't3', startDate: '2024-03-02', endDate: '2024-03-15' })

    expect(completed([spring, long])).toBe('2024-03-15')
  })

  test('of two of one length the one with more hours in person stands', () => {
    const online = course({ rowId: 'a', hours: 80, onlineHours: 80 })
    const inPerson = course({ rowId: 'b', hours: 80, onlineHours: 0 })

    expect(completed([online, inPerson])).toBe('2024-03-04')
    expect(completed([course({ rowId: 'a', hours: 10 }), inPerson])).toBe('2024-03-04')
  })

  test('the order of the rows changes nothing', () => {
    const training = fc
      .record({
        start: fc.nat(60),
        length: fc.integer({ min: 1, max: 9 }),
        hours: fc.nat(90),
        online: fc.nat(90),
      })
      .map(({ start, length, hours, online }) => {
        const startDate = addDays('2024-01-01', start)
        const endDate = addDays(startDate, length - 1)
        return course({ startDate, endDate, hours, onlineHours: Math.min(online, hours) })
      })
    fc.assert(
      fc.property(fc.array(training, { maxLength: 5 }), (trainings) => {
        expect(completed(trainings.toReversed())).toBe(completed(trainings))
      }),
      { numRuns: 1000 },
    )
  })
})
