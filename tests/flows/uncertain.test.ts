// What is said without being sure, and counts that do not agree: marked or asked on the card, never settled by the bot.
import { describe, expect, test } from 'vitest'
import { people, startSmall } from '../support/small.ts'

describe('what is said without being sure', () => {
  test.each([
    ['张三大概3月5号调到应急办，专职', '待核实 原文“大概3月5号”'],
    ['张三3月5日左右调到应急办，专职', '待核实 原文“3月5日左右”'],
    ['张三好像3月5日调到应急办，专职', '待核实 原文“好像3月5日”'],
    ['侯一3月4日至5日参加轮训，大约80学时', '待核实 原文“大约80学时”'],
    ['3月4日举办大讲堂，五六十人参加', '待核实 原文“五六十人”'],
  ])('“%s” is marked with its own words', async (said, mark) => {
    await using bot = await startSmall()

    expect((await bot.say(people.clerk, said)).text.replace(/\s+/g, ' ')).toContain(mark)
  })

  test('is confirmed by saving, and a value typed anew is not in doubt', async () => {
    await using bot = await startSmall()

    const card = await bot.say(people.clerk, '张三大概3月5号调到应急办，专职')
    const sure = await bot.say(people.clerk, '日期改成3月4日')
    const saved = await bot.click(people.clerk, sure, '保存')

    expect(card.text).toContain('待核实')
    expect(sure.text).toContain('2026-03-04')
    expect(sure.text).not.toContain('待核实')
    expect(saved.text).toContain('RY-20260306-001')
  })

  test('is nothing that a sure message holds', async () => {
    await using bot = await startSmall()

    expect((await bot.say(people.clerk, '张三3月5日调到应急办，专职')).text).not.toContain('待核实')
  })
})

describe('counts that do not agree', () => {
  test.each([
    [
      '3月4日至5日举办轮训，参训45人，合格43人，不合格3人',
      '共45人，合格43人、不合格3人加起来是46人。哪个数对',
    ],
    ['赵一等3人3月5日调入应急办，专职', '其余2人是谁'],
    ['3月4日举办大讲堂，12人次参加', '人次不是人数'],
  ])('“%s” is asked about', async (said, asked) => {
    await using bot = await startSmall()

    expect((await bot.say(people.clerk, said)).text).toContain(asked)
  })

  test('parts that add up are not asked about', async () => {
    await using bot = await startSmall()

    const card = await bot.say(people.clerk, '3月4日至5日举办轮训，参训46人，合格43人，不合格3人')
    expect(card.text).not.toContain('对不上')
  })
})

describe('a head count without names', () => {
  test('is said to be stored nowhere, its disagreement asked, and the template one tap away', async () => {
    await using bot = await startSmall()

    const answer = await bot.say(people.clerk, '我镇应急办编制5人，实有4人，其中专职3人，兼职2人')

    expect(answer.text).toContain('编制5人、实有4人、专职3人、兼职2人')
    expect(answer.text).toContain('专职3人加兼职2人是5人，实有是4人。哪个数对')
    expect(answer.text).toContain('没有保存')
    expect(answer.text).toContain('名单现在有2人')
    expect(await bot.database.transact((tx) => tx.report.count())).toBe(0)
    await bot.click(people.clerk, answer, '人员名单模板')
    expect((await bot.file(people.clerk)).length).toBeGreaterThan(1000)
  })

  test('that agrees asks nothing', async () => {
    await using bot = await startSmall()

    const answer = await bot.say(people.clerk, '我镇应急办编制5人，实有5人，其中专职3人，兼职2人')
    expect(answer.text).not.toContain('对不上')
  })
})
