// Plain questions about how things stand: each is answered by what is there, or told what there is instead.
import { beforeAll, expect, test } from 'vitest'
import { prepareDemo, startDemo } from '../support/demo.ts'
import { people, startSmall } from '../support/small.ts'

beforeAll(prepareDemo)

const clerk = 'ou_demo_clerk_zhengzhuang'
const mayor = 'ou_demo_leader_city'

test('every question of a clerk has its answer', async () => {
  await using bot = await startSmall()
  await bot.click(people.clerk, await bot.say(people.clerk, '孙甲3月2日新到岗，专职'), '保存')
  const answers = [
    ['侯一什么时候该轮训', '侯一的轮训'],
    ['侯二轮训了吗', '侯二的轮训'],
    ['侯建国什么时候该轮训', '由那个单位和它的上级查'],
    ['达标率怎么算的', '达标率＝达标的单位数'],
    ['58.7%是怎么来的', '达标率＝达标的单位数'],
    ['这周谁没报', '没报的单位'],
    ['我县有多少举报', '只有受理单位的经办人和领导能看'],
    ['举报有哪些没办', '只有受理单位的经办人和领导能看'],
    ['这个月报了多少条', '您这个月报了1条'],
    ['上个月报了多少条', '您上个月报了0条'],
  ] as const
  for (const [asked, answer] of answers)
    expect([asked, (await bot.say(people.clerk, asked)).text]).toEqual([
      asked,
      expect.stringContaining(answer),
    ])
})

test('who handles tips reads how many there are and which are open, and nothing of what they say', async () => {
  await using bot = await startSmall()
  await bot.say(people.public, '泽州县子丑煤业三号皮带机没有护罩')

  for (const asked of ['我县有多少举报', '举报有哪些没办', '还有哪些举报没办']) {
    const { text } = await bot.say(people.officer, asked)
    expect([asked, text]).toEqual([asked, expect.stringContaining('一共1件：待受理1件')])
    expect(text).toContain('YH-20260306-001 待受理')
    expect(text).not.toContain('皮带')
  }
})

test('a leader asks which county is worst, how the rate is counted, who holds certificates and what changed', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const before = bot.all(mayor).length
  const worst = await bot.say(mayor, '哪个县最差')
  const rate = await bot.say(mayor, '达标率怎么算的')
  const certified = await bot.say(mayor, '沁水县有几个人持证')
  await bot.say(mayor, '比上个月好还是差')
  const [, , , told, changes] = bot.all(mayor).slice(before)

  expect(worst.text).toContain('全部单位')
  expect(rate.text).toMatch(/现在晋城市：\d+÷\d+＝[\d.]+%/)
  expect(certified.text).toMatch(/沁水县在岗执法人员\d+人，持有效执法证的\d+人/)
  expect(told?.text).toContain('没有按月、按年比的数')
  expect(changes?.text).toContain('本周变化')
})

test('tips and reports that use the same words are still tips and reports', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  const tip = await bot.say(clerk, '子丑煤业绞车制动失灵还在用，没有一个人持证上岗')
  const card = await bot.say(clerk, '孙甲3月2日新到岗，专职')

  expect(tip.text).toContain('举报已收到')
  expect(card.text).toContain('请核对：孙甲')
})
