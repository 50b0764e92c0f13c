// How a unit stands: who may look, what is missing, names only in private, the way down and back.
import { describe, expect, test } from 'vitest'
import { standing, standingPress } from '../../handlers/standing/index.ts'
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
import { addPerson, addPost, addStaff, addUnit, type TestDatabase } from '../support/database.ts'
import { memberCity } from './city.ts'

/** 郑庄镇 with two of three, 端氏镇 with four and nothing new this week; an officer of the bureau whose certificate is unknown. */
async function judgedCity(): Promise<TestDatabase> {
  const database = await memberCity()
  await database.transact(async (tx) => {
    await addStaff(tx, 'zhengzhuang', 2)
    await addStaff(tx, 'duanshi', 4)
    await addPerson(tx, 'officer', { name: '郑十一' })
    await addPost(tx, 'officer', 'bureau', {
      roleCode: 'enforcementOfficer',
      postKind: 'enforcement',
      from: '2023-01-01',
    })
  })
  await database.at('2024-03-18', async (store) => {
    const news = { topic: 'staffing', period: '2024-W12', onDate: '2024-03-18', reportId: 1 } as const
    await store.records.addNilReport({ ...news, unitId: 'duanshi' })
  })
  await database.at('2024-03-20', (store) => store.findings.evaluateAll('2024-03-20'))
  return database
}

const ask = (database: TestDatabase, openId: string, rest: string, chatType: 'p2p' | 'group' = 'p2p') =>
  asked(database, { openId }, (ctx) => standing.run(rest, message(openId, '', { chatType }), ctx))

const pressed = (database: TestDatabase, openId: string, unit: string, changes: object = {}) =>
  asked(database, { openId }, (ctx) =>
    standingPress.run(press(openId, { act: 'standing.show', unit }, changes), ctx),
  )

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
    const words = wordsOf(await ask(database, 'ou_officer', '', 'group'))
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
    ])
      expect(words).toContain(part)
    expect(actsOf(outcome)).toContainEqual({ act: 'standing.show', unit: 'zhengzhuang' })
    expect(actsOf(outcome)).not.toContainEqual({ act: 'standing.show', unit: 'city' })
    expect(JSON.stringify(outcome.say)).toContain(
      '"clause":"第五条·专职应急人员不少于3名","met":"1/2","notMet":1',
    )
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

test('a unit typed by its sound is that unit', async () => {
  await using database = await judgedCity()
  expect(wordsOf(await ask(database, 'ou_county_leader', '郑装镇'))).toContain('沁水县郑庄镇 达标情况')
})

describe('a unit nobody knows', () => {
  test('is answered with the nearest ones to press', async () => {
    await using database = await judgedCity()
    const outcome = await ask(database, 'ou_county_leader', '庄郑乡')
    expect(wordsOf(outcome)).toContain('没有这个单位')
    expect(actsOf(outcome)).toContainEqual({ act: 'standing.show', unit: 'zhengzhuang' })
  })

  test('that would mention everybody is only shown', async () => {
    await using database = await judgedCity()
    expectHarmless(await ask(database, 'ou_county_leader', hostile))
  })

  test('is shown without the phone number that was typed with it', async () => {
    await using database = await judgedCity()
    const words = wordsOf(await ask(database, 'ou_county_leader', '张三13800000001', 'group'))
    expect(words).toContain('张三138')
    expect(words).not.toContain('13800000001')
  })

  test('or that several have is asked back', async () => {
    await using database = await judgedCity()
    await database.transact(async (tx) => {
      await addUnit(tx, 'hexi-1', 'qinshui', { name: '沁水县河西镇', countyId: 'qinshui' })
      await addUnit(tx, 'hexi-2', 'zezhou', { name: '泽州县河西镇', countyId: 'zezhou' })
    })
    const outcome = await ask(database, 'ou_city_admin', '河西镇')
    expect(actsOf(outcome)).toEqual([
      { act: 'standing.show', unit: 'hexi-1' },
      { act: 'standing.show', unit: 'hexi-2' },
    ])
  })
})
