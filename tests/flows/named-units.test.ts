// Whatever unit a message names is the unit of what is stored, or told back: never dropped without a word.
import { describe, expect, test } from 'vitest'
import { people, startSmall } from '../support/small.ts'
import { expectPlain, nothing, stored } from './plain-words.ts'

const { clerk, officer } = people

describe('a nil report', () => {
  test.each([
    ['泽州县应急管理局本周无变动', '泽州县应急管理局'],
    ['泽州县本周无变动', '泽州县'],
    ['本周泽州县巴公镇无变动', '泽州县巴公镇'],
    ['替巴公镇报：本周无变动', '泽州县巴公镇'],
    ['市能源局本周无变动', '晋城市能源局'],
    ['郑庄镇、巴公镇本周无变动', '泽州县巴公镇'],
  ])('of a unit of others is refused by its name: %s', async (said, unit) => {
    await using bot = await startSmall()

    const { text } = await bot.say(clerk, said)

    expect(text).toContain(`读到的单位是${unit}，您绑定的是沁水县郑庄镇，不能替它上报，没有登记。`)
    expect(await stored(bot)).toEqual(nothing)
  })

  test.each([
    ['阳光县本周无变动', '阳光县'],
    ['阳光县花园镇本周无变动', '阳光县花园镇'],
    ['沁水县花园镇本周无变动', '沁水县花园镇'],
    ['太原市小店区本周无变动', '太原市小店区'],
    ['本周阳光县应急局无变动', '阳光县应急局'],
  ])('of a unit that no book knows is refused by its name: %s', async (said, unit) => {
    await using bot = await startSmall()

    const { text } = await bot.say(clerk, said)

    expect(text).toContain(`没有找到单位“${unit}”，没有登记`)
    expect(await stored(bot)).toEqual(nothing)
  })

  test.each([
    '本周无变动',
    '本周全镇无变动',
    '我镇本周无人员变动',
    '沁水县郑庄镇本周无变动',
    '晋城市沁水县郑庄镇本周无变动',
    '郑庄镇应急办本周无变动',
    '郑庄镇安委办本周无人员变动',
    '按照县应急局要求，本周无人员变动',
    '县应急局：我镇本周无人员变动',
    '辖区各村、各社区本周无人员变动',
  ])('of the own unit is stored: %s', async (said) => {
    await using bot = await startSmall()

    const { text } = await bot.say(clerk, said)

    expect(text).toContain('已登记零报告 LB-20260306-001：沁水县郑庄镇 3月2日至3月8日 人员无变动。')
  })

  test('of a week that has one already says so and gives no second number', async () => {
    await using bot = await startSmall()
    await bot.say(clerk, '本周无人员变动')

    const again = await bot.say(people.second, '本周无人员变动')
    const training = await bot.say(clerk, '本周无培训')

    expect(again.text).toContain('“沁水县郑庄镇 3月2日至3月8日 人员无变动”的零报告已有：LB-20260306-001')
    expect(training.text).toContain('LB-20260306-002')
  })

  test('that was taken back may be given again', async () => {
    await using bot = await startSmall()
    const first = await bot.say(clerk, '本周无人员变动')
    expect(first.text).toContain('LB-20260306-001')
    await bot.say(clerk, '撤回')

    const again = await bot.say(clerk, '本周无人员变动')

    expect(again.text).toContain('已登记零报告 LB-20260306-002')
  })
})

describe('a draft', () => {
  test.each([
    ['阳光县花园镇王五3月5日调入应急办，专职', '没有找到单位“阳光县花园镇”'],
    ['太原市小店区王五3月5日调入应急办', '没有找到单位“太原市小店区”'],
    ['阳光县花园镇侯一3月4日至17日参加执法资格培训，80学时，考试合格', '没有找到单位“阳光县花园镇”'],
    ['王五，阳光县，3月5日调入', '没有找到单位“阳光县”'],
    ['王五3月5日从太原市小店区调入应急办', '没有找到单位“太原市小店区”'],
    ['王五，巴公镇，3月5日调入', '读到“巴公镇”，不是您绑定的沁水县郑庄镇，没有记进这份'],
  ])('tells back the unit it could not keep: %s', async (said, sentence) => {
    await using bot = await startSmall()

    const { text } = await bot.say(clerk, said)

    expect(text).toContain(sentence)
    expect(await stored(bot)).toEqual(nothing)
    expectPlain(bot)
  })

  test.each([
    '泽州县应急管理局张三3月5日退休',
    '泽州县应急管理局：张三3月5日到岗，专职',
    '泽州县：张三3月5日到岗，专职',
  ])('of a unit of others is refused: %s', async (said) => {
    await using bot = await startSmall()

    const { text } = await bot.say(clerk, said)

    expect(text).toMatch(/读到的单位是泽州县.*，您绑定的是沁水县郑庄镇，不能替它上报，没有登记。/)
  })

  test.each([
    '王五3月5日从巴公镇调入应急办，专职',
    '沁水县郑庄镇王五3月5日调入应急办，专职',
    '侯一3月5日参加市能源局组织的培训，80学时',
    '侯一3月5日调到泽州县应急局',
    '根据县应急局通知，王五3月5日调入应急办，专职',
  ])('that kept all its units warns of none: %s', async (said) => {
    await using bot = await startSmall()

    const { text } = await bot.say(clerk, said)

    expect(text).toContain('请核对')
    expect(text).not.toMatch(/没有找到单位|不是您绑定的/)
  })
})

test('somebody who may file for the unit that is named files for it', async () => {
  await using bot = await startSmall()
  await bot.database.at('2026-01-05', (store) =>
    store.members.bind({
      openId: officer,
      unitId: 'zezhou',
      role: 'handler',
      name: '陈志',
      createdBy: 'test',
    }),
  )

  const { text } = await bot.say(officer, '泽州县巴公镇本周无变动')

  expect(text).toContain('泽州县巴公镇 3月2日至3月8日')
})
