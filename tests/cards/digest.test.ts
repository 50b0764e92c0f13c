// The digest of reminders: who does a thing is led to file it, who only sees to it is led to the figures.
import { expect, test } from 'vitest'
import { digestCard } from '../../bot/cards/index.ts'
import type { RemindedOf } from '../../bot/cards/reminders.ts'
import type { LocalDate } from '../../policy/calendar.ts'

const reminded = (rung: number, unitName: string): RemindedOf => ({
  topic: 'silent',
  stage: '2026-W49',
  rung,
  unitId: 'u1',
  unitName,
  subject: undefined,
  dueOn: undefined,
})

const digestOf = (reminders: readonly RemindedOf[]): string =>
  JSON.stringify(
    digestCard({ reminders, findings: [], day: '2026-11-30' as LocalDate, acknowledged: undefined }),
  )

test('a leader, who files nothing, gets no button to file but one to the figures', () => {
  const card = digestOf([reminded(2, '高平市野川镇')])
  expect(card).not.toContain('report.open')
  expect(card).toContain('standing.show')
})

test('who files for the unit gets the button to file', () => {
  const card = digestOf([reminded(0, '高平市野川镇'), reminded(2, '城区市场监管局')])
  expect(card).toContain('report.open')
  expect(card).not.toContain('standing.show')
})

test('what all of a topic asks of others is said once, and beside the line only where some is for oneself', () => {
  const all = digestOf([reminded(1, '高平市野川镇'), reminded(2, '城区市场监管局')])
  const mixed = digestOf([reminded(0, '高平市野川镇'), reminded(2, '城区市场监管局')])
  expect(all.split('请督促')).toHaveLength(2)
  expect(mixed.indexOf('请督促')).toBeGreaterThan(mixed.indexOf('城区市场监管局'))
})
