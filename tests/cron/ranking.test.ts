// The ranking of a summary: what it ranks, its order and its colours never contradict each other.
import { expect, test } from 'vitest'
import type { Unit } from '../../bot/context.ts'
import type { DayPicture, SnapshotRow } from '../../cron/summary/figures.ts'
import { ranking } from '../../cron/summary/ranking.ts'

const none = { met: 0, notMet: 0, atRisk: 0, noData: 0, stale: 0, exempt: 0, gapHeads: 0 }
const duties = ['A05-3', 'A05-4', 'A05-5', 'A06-5', 'A07-3', 'A07-4', 'A07-5']

function unit(id: string, kind: Unit['kind'] = 'township'): Unit {
  const more = { parentId: 'qinshui', path: `/city/qinshui/${id}/`, countyId: 'qinshui', sectors: [] }
  const flags = { keySector: false, safetyDuty: false, emergencyBureau: false, townshipClass: null }
  return { id, name: `沁水县${id}`, kind, ...more, ...flags }
}

/** So many duties kept, then so many not met and not known. */
function rows(unitId: string, kept: number, notMet: number, noData: number): SnapshotRow[] {
  const standing = (at: number) =>
    at < kept ? { met: 1 } : at < kept + notMet ? { notMet: 1 } : { noData: 1 }
  return duties.slice(0, kept + notMet + noData).map((obligationId, at) => {
    return { ...none, ...standing(at), day: '2026-11-30', unitId, obligationId }
  })
}

test('units of a county stand by their share of duties, and no colour says another order', () => {
  const units = ['龙港镇', '嘉峰镇', '郑庄镇'].map((name) => unit(name))
  const after: DayPicture = {
    day: '2026-11-30',
    rows: new Map([
      ['龙港镇', rows('龙港镇', 4, 0, 2)],
      ['嘉峰镇', rows('嘉峰镇', 5, 2, 0)],
      ['郑庄镇', rows('郑庄镇', 6, 0, 0)],
    ]),
  }
  const root = unit('沁水县', 'county')
  const parts = units.map((one) => ({ name: one.id, units: [one] }))
  const picture = { root, units, parts, weeks: [after], history: [after], findings: [] }

  const chart = JSON.parse(
    JSON.stringify(ranking(picture, after, { kept: 2, broken: 1, outdated: 0, unknown: 0, of: 3 })),
  )

  expect(chart.chart_spec.title.text).toContain('各单位达标条款占比')
  expect(chart.chart_spec.data.values).toEqual([
    { name: '郑庄镇', value: 100, state: '条款全部达标' },
    { name: '嘉峰镇', value: 71.4, state: '有条款没达标或没报' },
    { name: '龙港镇', value: 66.7, state: '有条款没达标或没报' },
  ])
})
