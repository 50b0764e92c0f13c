import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, assessUnit, provisionsFor } from '../../policy/assess.ts'
import { addDays } from '../../policy/calendar.ts'
import { provisions } from '../../policy/index.ts'
import { statuses } from '../../policy/kernel.ts'
import { settingIds, settingsAt } from '../../policy/settings.ts'
import { summarise } from '../../policy/summary.ts'
import { able, day, team, unitFacts, unitProfile } from './arbitrary.ts'
import { bureau, factsOf, findingOf, person, post, today, township } from './facts.ts'

const settings = settingsAt([], today)

describe('which obligations a unit gets findings for', () => {
  test.each([
    ['township', 'A05-5', true],
    ['township', 'A04-3', false],
    ['village', 'A05-7', true],
    ['village', 'A05-5', false],
    ['department', 'A06-5', true],
    ['department', 'A10-3', true],
    ['enterprise', 'A11-10', true],
    ['county', 'A02-4', true],
    ['zone', 'A02-4', true],
    ['city', 'A05-4', false],
  ] as const)('a %s is asked about %s: %s', (kind, id, asked) => {
    expect(provisionsFor(kind).some((provision) => provision.id === id)).toBe(asked)
  })

  test('every obligation concerns some kind of unit', () => {
    const kinds = ['city', 'county', 'township', 'village', 'department', 'enterprise'] as const
    const ids = new Set(kinds.flatMap((kind) => provisionsFor(kind).map((provision) => provision.id)))

    expect(ids.size).toBe(provisions.length)
  })

  test.each([
    ['A10-3', bureau({ offices: ['finance'] }), 'noData'],
    ['A10-3', bureau(), 'notApplicable'],
    ['A11-10', { id: 'E1', kind: 'enterprise', highRisk: true }, 'noData'],
    ['A11-10', { id: 'E1', kind: 'enterprise' }, 'notApplicable'],
    ['A12-4', { id: 'D1', kind: 'department' }, 'notApplicable'],
    ['A12-4', { id: 'D1', kind: 'department', keySector: true }, 'noData'],
  ] as const)('%s of %o is %s', (id, unit, status) => {
    expect(findingOf(id, factsOf(unit)).status).toBe(status)
  })

  test('an obligation without a rule names the record it waits for', () => {
    expect(findingOf('A02-4', factsOf({ id: 'C1', kind: 'county' }))).toMatchObject({
      status: 'noData',
      waitsFor: 'evidence',
      force: 'must',
    })
  })

  test('before the document no obligation applies, waiting ones included', () => {
    const found = assessUnit(factsOf(township()), '2021-04-19', settings)

    expect(new Set(found.map((finding) => finding.status))).toEqual(new Set(['notApplicable']))
  })
})

describe('properties of every unit, day and setting', () => {
  const change = fc.record({
    id: fc.constantFrom('partTimePercent', 'rotationWarningDays', 'tipDecisionDays', 'villageVacancyDays'),
    from: day,
    value: fc.integer({ min: 1, max: 30 }),
  })

  test('one finding for each obligation of its kind, and the statuses add up to them', () => {
    fc.assert(
      fc.property(unitFacts, day, (facts, asOf) => {
        const found = assessUnit(facts, asOf, settingsAt([], asOf))
        const { total, byObligation } = summarise(found, asOf)
        expect(found.map((finding) => finding.obligation)).toEqual(
          provisionsFor(facts.unit.kind).map(({ id }) => id),
        )
        expect(byObligation.size).toBe(found.length)
        expect(statuses.reduce((sum, status) => sum + total.counts[status], 0)).toBe(found.length)
      }),
    )
  })

  test('every parameter used was in force on the day, and every setting used is declared', () => {
    fc.assert(
      fc.property(unitFacts, day, fc.array(change, { maxLength: 4 }), (facts, asOf, changes) => {
        const inForce = settingsAt(changes, asOf)
        const found = assessUnit(facts, asOf, inForce)
        const used = found.flatMap((finding) => finding.used)
        const settingsUsed = found.flatMap(({ obligation, used }) =>
          used.filter(({ source }) => source === 'setting').map((one) => ({ obligation, ...one })),
        )
        expect(used.filter((one) => one.from > asOf)).toEqual([])
        for (const { obligation, id, value, from } of settingsUsed) {
          const declared = provisions.find((provision) => provision.id === obligation)?.settings
          expect(declared).toContain(id)
          expect({ value, from }).toEqual(inForce[settingIds.find((one) => one === id)!])
        }
      }),
    )
  })

  test('numbers are whole, and a gap is named exactly where something is missing', () => {
    fc.assert(
      fc.property(unitFacts, day, (facts, asOf) => {
        const found = assessUnit(facts, asOf, settingsAt([], asOf))
        const numbers = found.flatMap(({ measured, required, gap }) => [measured, required, gap])
        const values = numbers.flatMap((one) => (one === undefined ? [] : [one.value]))
        const late = found.filter(({ overdueDays }) => overdueDays !== undefined)

        expect(values.filter((value) => !Number.isInteger(value) || value < 0)).toEqual([])
        expect(found.filter(({ status, gap }) => status === 'met' && gap !== undefined)).toEqual([])
        expect(found.filter(({ status, gap }) => status === 'notMet' && (gap?.value ?? 0) <= 0)).toEqual([])
        expect(late.filter(({ dueOn, overdueDays }) => addDays(dueOn!, overdueDays!) !== asOf)).toEqual([])
      }),
    )
  })

  test('nothing reported is never met', () => {
    fc.assert(
      fc.property(unitProfile, day, fc.option(day), (unit, asOf, lastReportOn) => {
        const found = assessUnit(factsOf(unit, { lastReportOn }), asOf, settingsAt([], asOf))
        expect(found.filter(({ status }) => status !== 'noData' && status !== 'notApplicable')).toEqual([])
      }),
    )
  })

  test('the findings of many units are those of each', () => {
    fc.assert(
      fc.property(fc.array(unitFacts, { maxLength: 3 }), (units) => {
        expect(assess(units, today, settings)).toEqual(
          units.flatMap((facts) => assessUnit(facts, today, settings)),
        )
      }),
      { numRuns: 30 },
    )
  })

  test.each([
    ['A03-3', 'leader', bureau()],
    ['A04-3', 'safetyStaff', bureau({ keySector: true })],
    ['A05-5', 'townshipStaff', township({ townshipClass: 'A' })],
    ['A06-5', 'enforcementOfficer', bureau()],
    ['A07-5', 'enforcementOfficer', bureau()],
  ] as const)(
    '%s: one more qualified %s never turns a kept clause into a broken one',
    (id, roleCode, unit) => {
      fc.assert(
        fc.property(team(unit, roleCode), day, (facts, asOf) => {
          const before = findingOf(id, facts, asOf).status
          fc.pre(before === 'met' || before === 'atRisk')
          const more = post(unit, 'more', { roleCode, postKind: 'administrative', from: '2019-01-01' })
          const people = new Map([...facts.people, ['more', able(person('more'))]])

          const after = findingOf(id, { ...facts, people, posts: [...facts.posts, more] }, asOf).status

          // A sure shortfall whose deadline is still ahead may become an open question, where others are unknown:
          // of three officers two unknown are short of 75 %, of four the two and the new one might reach it.
          expect(before === 'met' ? ['met'] : ['met', 'atRisk', 'noData']).toContain(after)
        }),
      )
    },
  )
})
