// What people tell that no report keeps: leave of their own, an end of probation, a new telephone.
import { expect, test } from 'vitest'
import { people, startSmall } from '../support/small.ts'
import { expectPlain, nothing, stored } from './plain-words.ts'

const { clerk } = people

test.each([
  ['我要请假', '请假按本单位的规定办，这里不批假。有人长期不在岗的，请这样写：张三3月5日起病假，三个月。'],
  ['侯一3月5日转正', '转正不用报，名单里的人不变。'],
  ['李四换了电话号码，新号13800000000', '请在“我的上报”里找到那一条，点“改正”'],
])('%s holds nothing to keep, and the answer says what to write instead', async (said, sentence) => {
  await using bot = await startSmall()

  const { text } = await bot.say(clerk, said)

  expect(text).toContain(sentence)
  expect(await stored(bot)).toEqual(nothing)
  expectPlain(bot)
})

test('words about the telephone of somebody else leave the last report as it is', async () => {
  await using bot = await startSmall()
  await bot.say(clerk, '张三3月5日调入应急办，专职')

  const { text } = await bot.say(clerk, '李四换了电话号码，新号13800000000')

  expect(text).toContain('请在“我的上报”里找到那一条')
  expect(text).not.toContain('13800000000')
})

test('a certificate that article 7 does not name is one of the others, in plain words', async () => {
  await using bot = await startSmall()

  const { text } = await bot.say(clerk, '侯一电工证2026年3月1日发的')

  expect(text).toContain('侯一 其他')
  expectPlain(bot)
})
