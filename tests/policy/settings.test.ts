import { describe, expect, test } from 'vitest'
import {
  definitionOf,
  settingFault,
  settingIds,
  settingsAt,
  settingsFrom,
  usedSettings,
} from '../../policy/settings.ts'

describe('settings of a day', () => {
  const changes = [
    { id: 'partTimePercent', from: '2025-01-01', value: 0 },
    { id: 'partTimePercent', from: '2024-01-01', value: 50 },
    { id: 'officerReading', from: '2024-06-01', value: 'all' },
  ] as const

  test.each([
    ['2023-12-31', 0, 'any'],
    ['2024-01-01', 50, 'any'],
    ['2024-06-01', 50, 'all'],
    ['2025-01-01', 0, 'all'],
  ] as const)('on %s part time counts %i %% and officers need %s', (day, percent, reading) => {
    const settings = settingsAt(changes, day)

    expect(settings.partTimePercent.value).toBe(percent)
    expect(settings.officerReading.value).toBe(reading)
  })

  test('what a verdict lists says from when the city wants it so', () => {
    expect(usedSettings(settingsAt(changes, '2024-07-01'), 'officerReading', 'diversionDays')).toEqual([
      { id: 'officerReading', value: 'all', unit: 'choice', from: '2024-06-01', source: 'setting' },
      { id: 'diversionDays', value: 90, unit: 'days', from: settingsFrom, source: 'setting' },
    ])
  })

  test.each([
    ['noSuchThing', 3, 'unknownSetting'],
    ['toString', 3, 'unknownSetting'],
    ['partTimePercent', 101, 'outOfRange'],
    ['partTimePercent', 0.5, 'notInteger'],
    ['partTimePercent', '50', 'notInteger'],
    ['officerReading', 'some', 'unknownChoice'],
    ['officerReading', 'toString', 'unknownChoice'],
    ['partTimePercent', 50, undefined],
    ['officerReading', 'all', undefined],
  ])('%s set to %s is %s', (id, value, fault) => {
    expect(settingFault(id, value)).toBe(fault)
    const read = () => settingsAt([{ id, from: '2024-01-01', value }], '2024-01-01')
    if (fault === undefined) expect(read).not.toThrow()
    else expect(read).toThrow(fault)
  })

  test('every default is one the city could have set itself', () => {
    const faults = settingIds.filter(
      (id) => settingFault(id, settingsAt([], '2024-01-01')[id].value) !== undefined,
    )

    expect(faults).toEqual([])
    expect(settingIds.every((id) => (definitionOf(id)?.label.length ?? 0) > 4)).toBe(true)
  })
})
