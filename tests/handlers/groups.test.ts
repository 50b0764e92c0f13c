// What a group is for: who is asked, who may decide, what the group is told.
import { describe, expect, test } from 'vitest'
import { bindGroup, botAdded, botRemoved, groupSettings } from '../../handlers/groups.ts'
import { actsOf, asked, cardsOf, expectHarmless, hostile, message, press, wordsOf } from '../support/ctx.ts'
import type { TestDatabase } from '../support/database.ts'
import { memberCity } from './city.ts'

const add = (database: TestDatabase, openId: string, chatName = '沁水县安全生产群') =>
  asked(database, { openId }, (ctx) =>
    botAdded({ kind: 'botAdded', chatId: 'oc_group', chatName, openId }, ctx),
  )

const submit = (database: TestDatabase, openId: string, form: object, chat = 'oc_group') =>
  asked(database, { openId }, (ctx) =>
    bindGroup.run(press(openId, { act: 'groups.bind', chat }, { form: form as never }), ctx),
  )

const groupOf = (database: TestDatabase, chatId = 'oc_group') =>
  database.at('2024-03-20', (store) => store.members.group(chatId))

describe('the bot in a new group', () => {
  test('asks the administrator who put it there, with the unit of the name filled in', async () => {
    await using database = await memberCity()
    const outcome = await add(database, 'ou_county_admin')
    expect(outcome.say).toMatchObject([{ to: { openId: 'ou_county_admin' }, about: 'group:oc_group' }])
    expect(JSON.stringify(cardsOf(outcome))).toContain('"default_value":"沁水县"')
    expect(actsOf(outcome)).toEqual([{ act: 'groups.bind', chat: 'oc_group' }])
    expect(await groupOf(database)).toMatchObject({ status: 'asked', unitId: null })
  })

  test.each(['ou_clerk', 'ou_stranger'])(
    'asks the administrators of the city when %s put it there',
    async (openId) => {
      await using database = await memberCity()
      const outcome = await add(database, openId)
      expect(outcome.say).toMatchObject([
        { to: { openId: 'ou_city_admin' } },
        { to: { chatId: 'oc_group' }, text: expect.stringContaining('已请管理员设置本群') },
      ])
    },
  )

  test('without any administrator says so in the group', async () => {
    await using database = await memberCity()
    await database.transact((tx) => tx.binding.deleteMany())
    const outcome = await add(database, 'ou_stranger')
    expect(outcome.say).toMatchObject([{ to: { chatId: 'oc_group' } }])
    expect(wordsOf(outcome)).toContain('认领')
  })

  test('shows a hostile name of a group as typed', async () => {
    await using database = await memberCity()
    expectHarmless(await add(database, 'ou_city_admin', hostile))
  })
})

describe('the form', () => {
  const good = { unit: '沁水县', topics: ['summary'] }

  test('binds the group, tells it what will come, and replaces every copy of the card', async () => {
    await using database = await memberCity()
    await add(database, 'ou_county_admin')
    const outcome = await submit(database, 'ou_county_admin', good)
    expect(await groupOf(database)).toMatchObject({
      unitId: 'qinshui',
      status: 'bound',
      topics: ['summary'],
    })
    expect(outcome.say).toMatchObject([{ replace: 'group:oc_group' }, { to: { chatId: 'oc_group' } }])
    expect(wordsOf(outcome)).toContain('本群已对接沁水县')
    expect(wordsOf(outcome)).not.toContain('提醒：')
    expect(outcome.audit).toMatchObject({ action: 'group.bound', subject: 'group:oc_group' })
  })

  test.each([
    [{ ...good, unit: '泽州县' }, '您不是泽州县的管理员'],
    [{ ...good, unit: '' }, '没有读到单位'],
    [{ ...good, unit: '郑庆镇' }, '沁水县郑庄镇'],
    [{ ...good, topics: [] }, '至少选一项'],
    [{ ...good, topics: ['secret'] }, '至少选一项'],
    [{}, '没有读到单位'],
  ])('with %j is asked again: %s', async (form, sentence) => {
    await using database = await memberCity()
    await add(database, 'ou_county_admin')
    const outcome = await submit(database, 'ou_county_admin', form)
    expect(JSON.stringify(outcome.card)).toContain(sentence)
    expect(await groupOf(database)).toMatchObject({ status: 'asked', unitId: null })
  })

  test.each(['ou_clerk', 'ou_county_leader', 'ou_stranger'])('by %s binds nothing', async (openId) => {
    await using database = await memberCity()
    await add(database, 'ou_county_admin')
    await submit(database, openId, good)
    expect(await groupOf(database)).toMatchObject({ status: 'asked', unitId: null })
  })

  test('cannot take a group away from a unit of others', async () => {
    await using database = await memberCity()
    await add(database, 'ou_city_admin')
    await submit(database, 'ou_city_admin', { ...good, unit: '泽州县' })
    const outcome = await submit(database, 'ou_county_admin', good)
    expect(wordsOf(outcome)).toContain('别的单位')
    expect(await groupOf(database)).toMatchObject({ unitId: 'zezhou' })
  })

  test.each(['oc_unknown', '<at id=all></at>', ''])(
    'for the chat %j, which nobody asked about, is refused',
    async (chat) => {
      await using database = await memberCity()
      expect(wordsOf(await submit(database, 'ou_city_admin', good, chat))).toContain('不在这个群里')
      expect(await groupOf(database, chat)).toBeUndefined()
    },
  )

  test('after the bot left is refused', async () => {
    await using database = await memberCity()
    await add(database, 'ou_county_admin')
    await asked(database, { openId: undefined }, (ctx) =>
      botRemoved({ kind: 'botRemoved', chatId: 'oc_group' }, ctx),
    )
    expect(wordsOf(await submit(database, 'ou_county_admin', good))).toContain('不在这个群里')
  })
})

describe('the bot out of a group', () => {
  test('notes it, so that nothing is sent there', async () => {
    await using database = await memberCity()
    await add(database, 'ou_county_admin')
    await submit(database, 'ou_county_admin', { unit: '沁水县', topics: ['summary'] })
    await asked(database, { openId: undefined }, (ctx) =>
      botRemoved({ kind: 'botRemoved', chatId: 'oc_group' }, ctx),
    )
    const groups = await database.at('2024-03-20', (store) => store.members.groupsOf(['qinshui'], 'summary'))
    expect(groups).toEqual([])
  })

  test('and in again: the form has unit and topics of before, and nothing is sent until it is saved', async () => {
    await using database = await memberCity()
    await add(database, 'ou_county_admin')
    await submit(database, 'ou_county_admin', { unit: '沁水县', topics: ['reminder'] })
    await asked(database, { openId: undefined }, (ctx) =>
      botRemoved({ kind: 'botRemoved', chatId: 'oc_group' }, ctx),
    )
    const again = await add(database, 'ou_county_admin', '改了名的群')
    const shown = JSON.stringify(cardsOf(again))
    expect(shown).toContain('"default_value":"沁水县"')
    expect(shown).toContain('"selected_values":["reminder"]')
    expect(wordsOf(again)).toContain('设置好之前，我不会往群里推送')
    const groups = await database.at('2024-03-20', (store) => store.members.groupsOf(['qinshui'], 'reminder'))
    expect(groups).toEqual([])
  })

  test('of a group it never knew notes nothing', async () => {
    await using database = await memberCity()
    const outcome = await asked(database, { openId: undefined }, (ctx) =>
      botRemoved({ kind: 'botRemoved', chatId: 'oc_other' }, ctx),
    )
    expect(outcome).toEqual({})
    expect(await groupOf(database, 'oc_other')).toBeUndefined()
  })
})

describe('群设置', () => {
  const settings = (database: TestDatabase, openId: string, chatType: 'p2p' | 'group') =>
    asked(database, { openId }, (ctx) => groupSettings.run('', message(openId, '群设置', { chatType }), ctx))

  test('brings the form in private with what is set, also for a group nobody asked about', async () => {
    await using database = await memberCity()
    const outcome = await settings(database, 'ou_county_admin', 'group')
    expect(outcome.say).toMatchObject([{ to: { openId: 'ou_county_admin' } }])
    await submit(database, 'ou_county_admin', { unit: '沁水县', topics: ['reminder'] })
    const later = await settings(database, 'ou_county_admin', 'group')
    expect(wordsOf(later)).toContain('现在对接沁水县。保存之前照旧推送')
    const again = JSON.stringify(cardsOf(later))
    expect(again).toContain('"default_value":"沁水县"')
    expect(again).toContain('"selected_values":["reminder"]')
  })

  test('is refused to others and points to the group from a private chat', async () => {
    await using database = await memberCity()
    expect(wordsOf(await settings(database, 'ou_clerk', 'group'))).toContain('只有管理员')
    expect(wordsOf(await settings(database, 'ou_county_admin', 'p2p'))).toContain('请到要设置的群里')
  })
})
