import { describe, expect, test } from 'vitest'
import { addDays } from '../../policy/calendar.ts'
import type { OrganisationFacts, VillageFacts } from '../../policy/facts.ts'
import { daysBefore, factsOf, findingOf, post, setting, today, township } from './facts.ts'

const town = township()

describe('A05-4, the full-time emergency organisation of a township', () => {
  const organisation: OrganisationFacts = {
    rowId: 'o1',
    from: '2021-06-01',
    fullTime: true,
    documentNo: '郑政发〔2021〕8号',
    headPersonId: 'p1',
  }
  const { documentNo: _, ...unpapered } = organisation
  const { headPersonId: __, ...headless } = organisation

  test.each([
    ['with paper and head', [organisation], 'met', []],
    ['without a named head', [headless], 'met', ['head']],
    ['without its founding paper', [unpapered], 'notMet', ['documentNo', 'head']],
    ['of part-timers', [{ ...organisation, fullTime: false }], 'notMet', ['head']],
    ['that was dissolved yesterday', [{ ...organisation, to: daysBefore(today, 1) }], 'notMet', ['head']],
    ['dissolved from tomorrow', [{ ...organisation, to: today }], 'met', []],
  ] as const)('one %s is judged so', (_name, organisations, status, lacks) => {
    expect(findingOf('A05-4', factsOf(town, { organisations }))).toMatchObject({ status, lacks })
  })

  test.each([
    ['never spoken of', []],
    ['that begins tomorrow', [{ ...organisation, from: addDays(today, 1) }]],
  ])('one %s is no data', (_name, organisations) => {
    expect(findingOf('A05-4', factsOf(town, { organisations }))).toMatchObject({
      status: 'noData',
      waitsFor: 'organisation',
    })
  })
})

describe('A05-7, one cadre in every village', () => {
  const filled = (unitId: string): VillageFacts => ({
    unitId,
    cadres: [{ rowId: `c-${unitId}`, personId: `p-${unitId}`, from: '2022-01-01' }],
    confirmedOn: today,
  })
  const left = (unitId: string, days: number): VillageFacts => ({
    unitId,
    cadres: [
      { rowId: `c-${unitId}`, personId: `p-${unitId}`, from: '2022-01-01', to: daysBefore(today, days) },
    ],
  })

  test.each([
    { days: 1, status: 'atRisk', why: 'dueSoon' },
    { days: 10, status: 'atRisk', why: 'dueSoon' },
    { days: 11, status: 'notMet', why: 'vacant' },
  ])('a village vacant for $days days makes its township $status', ({ days, status, why }) => {
    const finding = findingOf('A05-7', factsOf(town, { villages: [filled('v1'), left('v2', days)] }))

    expect(finding).toMatchObject({ status, measured: { value: 1, of: 2 }, items: [{ id: 'v2', why }] })
    expect(finding.dueOn).toBe(addDays(daysBefore(today, days), 10))
  })

  test('the vacancy ends with the successor', () => {
    const village = left('v1', 11)
    const successor = { rowId: 'c2', personId: 'p2', from: today }

    const facts = factsOf(town, { villages: [{ ...village, cadres: [...village.cadres, successor] }] })

    expect(findingOf('A05-7', facts).status).toBe('met')
    expect(findingOf('A05-7', facts, daysBefore(today, 1)).status).toBe('atRisk')
  })

  test.each([
    ['no villages', [], 'noData'],
    ['a village nobody reported a cadre of', [filled('v1'), { unitId: 'v2', cadres: [] }], 'noData'],
    ['a vacancy beside an unknown village', [left('v1', 11), { unitId: 'v2', cadres: [] }], 'notMet'],
    ['a cadre confirmed 92 days ago', [{ ...filled('v1'), confirmedOn: daysBefore(today, 92) }], 'met'],
    ['a cadre confirmed 93 days ago', [{ ...filled('v1'), confirmedOn: daysBefore(today, 93) }], 'stale'],
  ] as const)('a township with %s is judged so', (_name, villages, status) => {
    expect(findingOf('A05-7', factsOf(town, { villages })).status).toBe(status)
  })

  test('the city may allow a longer vacancy', () => {
    const facts = factsOf(town, { villages: [left('v1', 11)] })

    expect(findingOf('A05-7', facts, today, [setting('villageVacancyDays', 30)]).status).toBe('atRisk')
  })

  test('a village answers for itself from its own posts', () => {
    const village = { id: 'V1', kind: 'village' } as const
    const cadre = post({ ...village }, 'p1', { roleCode: 'villageCadre' })

    expect(findingOf('A05-7', factsOf(village, { posts: [cadre] })).status).toBe('met')
    expect(
      findingOf('A05-7', factsOf(village, { posts: [{ ...cadre, to: daysBefore(today, 11) }] })).status,
    ).toBe('notMet')
    expect(findingOf('A05-7', factsOf(village)).status).toBe('noData')
    expect(findingOf('A05-7', factsOf(village, { posts: [cadre], lastReportOn: null })).status).toBe('noData')
  })
})
