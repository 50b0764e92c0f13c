// How a unit stands: who may look, what is missing, names only in private, the way down and back.
import { describe, expect, test } from 'vitest'
import { standingPress } from '../../handlers/standing/index.ts'
import { actsOf, asked, press, sentPrivately, wordsOf } from '../support/ctx.ts'
import { bindGroup, memberCity } from './city.ts'
import { ask, judgedCity, pressed } from './judged-city.ts'

describe('达标 of a township', () => {
  test.each(['', '沁水县郑庄镇', '郑庄镇'])(
    'asked as "%s" says what is measured, asked and missing',
    async (rest) => {
      await using database = await judgedCity()
      const words = wordsOf(await ask(database, 'ou_clerk', rest))
      for (const part of [
        '沁水县郑庄镇 达标情况',
        '不达标',
        '专职应急管理人员 2人，至少3人，还差1人',
        '截至2024-03-20',
      ])
        expect(words).toContain(part)
    },
  )

  test.each(['ou_county_leader', 'ou_county_admin', 'ou_city_admin'])(
    'is shown to %s above it',
    async (openId) => {
      await using database = await judgedCity()
      expect(wordsOf(await ask(database, openId, '郑庄镇'))).toContain('还差1人')
    },
  )

  test.each(['ou_neighbour', 'ou_builder'])('is not shown to %s', async (openId) => {
    await using database = await judgedCity()
    const words = wordsOf(await ask(database, openId, '郑庄镇'))
    expect(words).toContain('您不能查看沁水县郑庄镇')
    expect(words).not.toContain('还差')
  })

  test('nobody has reported for asks to report', async () => {
    await using database = await memberCity()
    expect(wordsOf(await ask(database, 'ou_clerk', ''))).toContain('还没有这个单位的数据')
  })
})

describe('the names behind a clause', () => {
  test('are shown in private to somebody of the unit', async () => {
    await using database = await judgedCity()
    expect(wordsOf(await ask(database, 'ou_officer', ''))).toContain('郑十一')
  })

  test('are not shown in a group', async () => {
    await using database = await judgedCity()
    await bindGroup(database)
    const words = wordsOf(await ask(database, 'ou_officer', '沁水县应急管理局', 'group'))
    expect(words).toContain('沁水县应急管理局 达标情况')
    expect(words).not.toContain('郑十一')
  })

  test('come in private when the card of a group is pressed, and the card of the group stays', async () => {
    await using database = await judgedCity()
    const outcome = await pressed(database, 'ou_county_leader', 'bureau', { chatId: 'oc_group' })
    expect(outcome.card).toBeUndefined()
    expect(outcome.say).toMatchObject([{ to: { openId: 'ou_county_leader' } }])
    expect(wordsOf(outcome)).toContain('郑十一')
  })
})

describe('达标 of a county', () => {
  test('counts each clause over everything below, and names who lacks most with the way there', async () => {
    await using database = await judgedCity()
    const outcome = await ask(database, 'ou_county_leader', '')
    const words = wordsOf(outcome)
    for (const part of [
      '沁水县 达标情况',
      '最需要补的单位',
      '专职应急管理人员 2人，至少3人，还差1人',
      '沁水县郑庄镇',
      '第五条·专职应急人员不少于3名 1/2，不达标1',
    ])
      expect(words).toContain(part)
    expect(JSON.stringify(outcome)).not.toContain('"table"')
    expect(actsOf(outcome)).toContainEqual({ act: 'standing.show', unit: 'zhengzhuang' })
    expect(actsOf(outcome)).not.toContainEqual({ act: 'standing.show', unit: 'city' })
  })

  test('has a way back to the city for those who may read it', async () => {
    await using database = await judgedCity()
    expect(actsOf(await ask(database, 'ou_city_admin', '沁水县'))).toContainEqual({
      act: 'standing.show',
      unit: 'city',
    })
  })
})

describe('the way down', () => {
  test('opens the unit in place of the card in private', async () => {
    await using database = await judgedCity()
    await database.transact((tx) => sentPrivately(tx, 'ou_county_leader'))
    const outcome = await pressed(database, 'ou_county_leader', 'zhengzhuang')
    expect(wordsOf(outcome)).toContain('沁水县郑庄镇 达标情况')
    expect(outcome.say).toBeUndefined()
    expect(actsOf(outcome)).toContainEqual({ act: 'standing.show', unit: 'qinshui' })
  })

  test('opens the unit chosen in the form', async () => {
    await using database = await judgedCity()
    const outcome = await asked(database, { openId: 'ou_county_leader' }, (ctx) =>
      standingPress.run(
        press('ou_county_leader', { act: 'standing.show' }, { form: { unit: 'duanshi' } }),
        ctx,
      ),
    )
    expect(wordsOf(outcome)).toContain('沁水县端氏镇 达标情况')
  })

  test.each([
    ['ou_neighbour', 'zhengzhuang'],
    ['ou_clerk', 'qinshui'],
    ['ou_stranger', 'zhengzhuang'],
    ['ou_clerk', 'nowhere'],
    ['ou_stranger', ''],
  ])('is refused to %s for "%s", whatever the card offered', async (openId, unit) => {
    await using database = await judgedCity()
    const outcome = await pressed(database, openId, unit)
    expect(outcome.toast?.type).toBe('warning')
    expect(outcome.card ?? outcome.say).toBeUndefined()
  })
})
