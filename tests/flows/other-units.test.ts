// A clerk of one township reports and reads nothing of another.
import { describe, expect, test } from 'vitest'
import { people, startSmall } from '../support/small.ts'
import { nothing, stored } from './plain-words.ts'

const { bagong } = people

describe('a clerk of one township', () => {
  test.each([
    ['a change of staff', '郑庄镇张三3月5日到岗，专职'],
    ['who left', '沁水县郑庄镇侯一3月5日退休'],
    ['a training', '沁水县郑庄镇侯一3月2日至13日参加轮训，80学时，考试合格'],
    ['that nothing changed', '沁水县郑庄镇本周无人员变动'],
  ])('cannot report for another: %s', async (_, said) => {
    await using bot = await startSmall()

    const { text } = await bot.say(bagong, said)

    expect(text).toMatch(/读到的单位是沁水县郑庄镇，您绑定的是泽州县巴公镇，不能替它上报，没有登记。请由/)
    expect(await stored(bot)).toEqual(nothing)
  })

  test('cannot read another', async () => {
    await using bot = await startSmall()

    const { text } = await bot.say(bagong, '达标 沁水县郑庄镇')

    expect(text).toContain('您不能查看沁水县郑庄镇')
    expect(text).not.toContain('侯一')
  })

  test('may say where somebody came from', async () => {
    await using bot = await startSmall()

    const { text } = await bot.say(bagong, '张三3月5日从沁水县郑庄镇调入我镇应急办，专职')

    expect(text).toMatch(/请核对[\s\S]*泽州县巴公镇/)
  })
})
