// What somebody filed: the own and nothing else, newest first, with the buttons that still make sense.
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../bot/context.ts'
import { minePresses, myDrafts, myReports } from '../../handlers/mine.ts'
import {
  actsOf,
  asked,
  expectHarmless,
  hostile,
  message,
  press,
  sentPrivately,
  wordsOf,
} from '../support/ctx.ts'
import type { TestDatabase } from '../support/database.ts'
import { memberCity } from './city.ts'
import { draftReport, filedTip, savedReport } from './filed.ts'

const mine = (database: TestDatabase, openId: string) =>
  asked(database, { openId }, (ctx) => myReports.run('', message(openId, '我的上报'), ctx))
const drafts = (database: TestDatabase, openId: string) =>
  asked(database, { openId }, (ctx) => myDrafts.run('', message(openId, '草稿'), ctx))

describe('我的上报', () => {
  test('shows a saved report with its number, kind, date and buttons', async () => {
    await using database = await memberCity()
    const { id, revision } = await savedReport(database, 'RY-20240320-001')
    const outcome = await mine(database, 'ou_clerk')
    for (const words of ['RY-20240320-001', '已保存', '人员变动 · 3月20日 12:00'])
      expect(wordsOf(outcome)).toContain(words)
    expect(actsOf(outcome)).toEqual([
      { act: 'report.show', id },
      { act: 'report.undo', id, rev: revision },
    ])
  })

  test('shows a withdrawn one without the button to withdraw', async () => {
    await using database = await memberCity()
    const report = await savedReport(database, 'RY-20240320-001')
    await database.at('2024-03-21', (store) => store.reports.end(report, 'withdrawn'))
    const outcome = await mine(database, 'ou_clerk')
    expect(wordsOf(outcome)).toContain('已撤回')
    expect(actsOf(outcome)).toEqual([{ act: 'report.show', id: report.id }])
  })

  test('shows withdrawn and saved ones in the order they were filed', async () => {
    await using database = await memberCity()
    await savedReport(database, 'RY-20240320-001')
    const second = await savedReport(database, 'RY-20240320-002')
    await database.at('2024-03-21', (store) => store.reports.end(second, 'withdrawn'))
    const words = wordsOf(await mine(database, 'ou_clerk'))
    expect(words.match(/RY-20240320-00\d/g)).toEqual(['RY-20240320-002', 'RY-20240320-001'])
  })

  test('shows a tip with its own state and its own buttons, also to a stranger', async () => {
    await using database = await memberCity()
    const tip = await filedTip(database, 'YH-20240320-001')
    const outcome = await mine(database, 'ou_stranger')
    expect(wordsOf(outcome)).toContain('待受理')
    expect(actsOf(outcome)).toEqual([
      { act: 'progress.show', number: 'YH-20240320-001' },
      { act: 'tip.withdraw', id: tip.id },
    ])
  })

  test('of a closed tip has nothing to withdraw', async () => {
    await using database = await memberCity()
    const tip = await filedTip(database, 'YH-20240320-001')
    await database.at('2024-03-25', (store) => store.tips.end(tip.id, 'closed'))
    expect(actsOf(await mine(database, 'ou_stranger'))).toEqual([
      { act: 'progress.show', number: 'YH-20240320-001' },
    ])
  })

  test('shows the newest eight, drafts and those of others not among them', async () => {
    await using database = await memberCity()
    for (let index = 1; index <= 9; index += 1) await savedReport(database, `RY-20240320-00${index}`)
    await draftReport(database)
    const words = wordsOf(await mine(database, 'ou_clerk'))
    expect(words.match(/RY-20240320-00\d/g)).toEqual(
      [9, 8, 7, 6, 5, 4, 3, 2].map((n) => `RY-20240320-00${n}`),
    )
    expect(wordsOf(await mine(database, 'ou_neighbour'))).toContain('您还没有上报过')
  })

  test('asked in a group comes in private', async () => {
    await using database = await memberCity()
    const outcome = await asked(database, { openId: 'ou_clerk' }, (ctx) =>
      myReports.run('', message('ou_clerk', '我的上报', { chatType: 'group' }), ctx),
    )
    expect(outcome.say).toMatchObject([{ to: { openId: 'ou_clerk' } }])
  })

  test('pressed on a card of a group comes in private and says so, in private without a word', async () => {
    await using database = await memberCity()
    const pressed = () =>
      asked(database, { openId: 'ou_clerk' }, async (ctx): Promise<Outcome> => {
        const tile = minePresses.find(({ act }) => act === 'mine.reports')
        return (await tile?.run(press('ou_clerk', { act: 'mine.reports' }), ctx)) ?? {}
      })
    expect(await pressed()).toMatchObject({ say: [{ to: { openId: 'ou_clerk' } }], toast: { type: 'info' } })
    await database.transact((tx) => sentPrivately(tx, 'ou_clerk'))
    expect((await pressed()).toast).toBeUndefined()
  })
})

describe('草稿', () => {
  test('lists what was begun, to go on with', async () => {
    await using database = await memberCity()
    const { id, revision } = await draftReport(database)
    const outcome = await drafts(database, 'ou_clerk')
    expect(wordsOf(outcome)).toContain('李四')
    expect(actsOf(outcome)).toEqual([{ act: 'report.resume', id, rev: revision }])
  })

  test('shows hostile content as typed', async () => {
    await using database = await memberCity()
    await draftReport(database, { items: [{ person: hostile }] })
    expectHarmless(await drafts(database, 'ou_clerk'))
  })

  test('of somebody without says so', async () => {
    await using database = await memberCity()
    await draftReport(database)
    expect(wordsOf(await drafts(database, 'ou_neighbour'))).toContain('没有没保存的草稿')
  })
})
