// A message taken back: its draft goes with it, what is stored stays and is said.
import { expect, test } from 'vitest'
import { recalled } from '../../handlers/recall.ts'
import { asked, wordsOf } from '../support/ctx.ts'
import type { TestDatabase } from '../support/database.ts'
import { memberCity } from './city.ts'
import { draftReport, filedTip, savedReport } from './filed.ts'

const recall = (database: TestDatabase, messageId = 'om_said') =>
  asked(database, { openId: undefined }, (ctx) =>
    recalled({ kind: 'recalled', messageId, chatId: 'oc_event' }, ctx),
  )

const statusOf = async (database: TestDatabase, id: number) =>
  (await database.at('2024-03-20', (store) => store.reports.byId(id)))?.status

test('the draft of a recalled message is cancelled and its card says so', async () => {
  await using database = await memberCity()
  const { id } = await draftReport(database)
  const outcome = await recall(database)
  expect(await statusOf(database, id)).toBe('cancelled')
  expect(outcome.say).toMatchObject([{ replace: `report:${id}` }])
  expect(wordsOf(outcome)).toContain('草稿已作废')
  expect(outcome.audit).toMatchObject({ action: 'message.recalled', detail: { cancelled: 1, saved: 0 } })
})

test('a saved report stays, and its chat is told the number and how to withdraw it', async () => {
  await using database = await memberCity()
  const { id } = await savedReport(database, 'RY-20240320-001')
  const outcome = await recall(database)
  expect(await statusOf(database, id)).toBe('saved')
  expect(outcome.say).toMatchObject([{ to: { chatId: 'oc_ou_clerk' }, key: `recalled:${id}` }])
  for (const words of ['RY-20240320-001', '我的上报']) expect(wordsOf(outcome)).toContain(words)
})

test('a tip that slipped into a group is answered in private', async () => {
  await using database = await memberCity()
  await filedTip(database, 'YH-20240320-001')
  expect((await recall(database)).say).toMatchObject([{ to: { openId: 'ou_stranger' } }])
})

test('recalled twice there is nothing left to do for a draft', async () => {
  await using database = await memberCity()
  await draftReport(database)
  await recall(database)
  expect(await recall(database)).toEqual({})
})

test('a recalled message without a report, or whose report is withdrawn, says nothing', async () => {
  await using database = await memberCity()
  const report = await savedReport(database, 'RY-20240320-001')
  await database.at('2024-03-21', (store) => store.reports.end(report, 'withdrawn'))
  expect(await recall(database)).toEqual({})
  expect(await recall(database, 'om_other')).toEqual({})
})
