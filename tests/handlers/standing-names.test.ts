// Which unit is meant when its name is typed by sound, unknown or shared by several.
import { describe, expect, test } from 'vitest'
import { actsOf, expectHarmless, hostile, wordsOf } from '../support/ctx.ts'
import { addUnit } from '../support/database.ts'
import { ask, judgedCity } from './judged-city.ts'

test('a unit typed by its sound is offered and not guessed', async () => {
  await using database = await judgedCity()
  const outcome = await ask(database, 'ou_county_leader', '郑装镇')
  expect(wordsOf(outcome)).toContain('没有这个单位')
  expect(actsOf(outcome)).toContainEqual({ act: 'standing.show', unit: 'zhengzhuang' })
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
