// How far something is: for those who may know; for everybody else a number that does not exist.
import { describe, expect, test } from 'vitest'
import { progress, progressPress } from '../../handlers/progress.ts'
import { asked, expectHarmless, hostile, message, press, wordsOf } from '../support/ctx.ts'
import type { TestDatabase } from '../support/database.ts'
import { memberCity } from './city.ts'
import { filedTip, savedReport, secret } from './filed.ts'

const ask = (database: TestDatabase, openId: string, typed: string) =>
  asked(database, { openId }, (ctx) => progress.run(typed, message(openId, ''), ctx))

const said = async (database: TestDatabase, openId: string, typed: string) =>
  wordsOf(await ask(database, openId, typed))

describe('进度 of a report', () => {
  const number = 'RY-20240320-001'

  test.each(['ou_clerk', 'ou_county_leader', 'ou_county_admin', 'ou_city_admin'])(
    'is told to %s',
    async (openId) => {
      await using database = await memberCity()
      await savedReport(database, number)
      const words = await said(database, openId, number)
      for (const part of ['3月19日 12:00 填写', '3月20日 12:00 保存', '沁水县郑庄镇', '李四'])
        expect(words).toContain(part)
    },
  )

  test.each(['ou_neighbour', 'ou_builder', 'ou_stranger'])(
    'is unknown to %s, word for word',
    async (openId) => {
      await using database = await memberCity()
      const before = await said(database, openId, number)
      await savedReport(database, number)
      expect(await said(database, openId, number)).toBe(before)
      expect(before).toContain('没有这个编号，或者您不能查看它')
    },
  )

  test.each(['ry-20240320-001', 'RY20240320001', ' RY 20240320 001 ', 'ＲＹ－20240320－001'])(
    'is found by %s',
    async (typed) => {
      await using database = await memberCity()
      await savedReport(database, number)
      expect(await said(database, 'ou_clerk', typed)).toContain('李四')
    },
  )

  test('that was withdrawn says when', async () => {
    await using database = await memberCity()
    const report = await savedReport(database, number)
    await database.at('2024-03-21', (store) => store.reports.end(report, 'withdrawn'))
    expect(await said(database, 'ou_clerk', number)).toContain('3月21日 12:00 撤回')
  })
})

describe('进度 of a tip', () => {
  const number = 'YH-20240320-001'

  test.each(['ou_stranger', 'ou_officer', 'ou_bureau_head', 'ou_county_leader'])(
    'is told with its content to %s',
    async (openId) => {
      await using database = await memberCity()
      await filedTip(database, number)
      expect(await said(database, openId, number)).toContain(secret)
    },
  )

  test.each(['ou_clerk', 'ou_neighbour', 'ou_builder', 'ou_county_admin', 'ou_city_admin', 'ou_second'])(
    'is unknown to %s, word for word, administrators included',
    async (openId) => {
      await using database = await memberCity()
      const before = await said(database, openId, number)
      await filedTip(database, number)
      expect(await said(database, openId, number)).toBe(before)
    },
  )

  test('that is confidential shows a leader its steps and not its content', async () => {
    await using database = await memberCity()
    await filedTip(database, number, { confidential: true })
    const words = await said(database, 'ou_county_leader', number)
    expect(words).toContain('3月20日 12:00 收到并编号')
    expect(words).not.toContain(secret)
    expect(await said(database, 'ou_officer', number)).toContain(secret)
  })

  test('never names who said it to those who handle it', async () => {
    await using database = await memberCity()
    await filedTip(database, number)
    const outcome = await ask(database, 'ou_officer', number)
    expect(JSON.stringify(outcome)).not.toContain('ou_stranger')
  })

  test('asked in a group comes in private', async () => {
    await using database = await memberCity()
    await filedTip(database, number)
    const outcome = await asked(database, { openId: 'ou_officer' }, (ctx) =>
      progress.run(number, message('ou_officer', '', { chatType: 'group' }), ctx),
    )
    expect(outcome.say).toMatchObject([{ to: { openId: 'ou_officer' } }])
  })

  test('pressed in a list is checked again', async () => {
    await using database = await memberCity()
    await filedTip(database, number)
    const pressed = (openId: string) =>
      asked(database, { openId }, (ctx) =>
        progressPress.run(press(openId, { act: 'progress.show', number }), ctx),
      )
    expect(wordsOf(await pressed('ou_clerk'))).not.toContain(secret)
    expect(wordsOf(await pressed('ou_stranger'))).toContain(secret)
  })
})

test('a number that is none is shown as typed and explained', async () => {
  await using database = await memberCity()
  expectHarmless(await ask(database, 'ou_clerk', hostile))
  expect(await said(database, 'ou_clerk', '')).toContain('您还没有上报过')
})
