// What is taken back is the record that was named, else the one replied to, else the last one of a recent time; words
// about anything else take nothing back.
import { beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

const clerk = 'ou_demo_clerk_zhengzhuang'
const citizen = 'ou_demo_public'

/** 孙甲 is RY-…-001, 孙乙 is RY-…-002. */
async function twoFiled(): Promise<TestApp> {
  const bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.click(clerk, await bot.say(clerk, '孙甲3月2日新到岗，专职'), '保存')
  await bot.click(clerk, await bot.say(clerk, '孙乙3月3日新到岗，专职'), '保存')
  return bot
}

async function withdrawnNow(bot: TestApp): Promise<(string | null)[]> {
  const rows = await bot.database.transact((tx) =>
    tx.report.findMany({
      where: { status: 'withdrawn', number: { startsWith: 'RY-20260306' } },
      orderBy: { id: 'asc' },
    }),
  )
  return rows.map(({ number }) => number)
}

/** Files 孙甲 again after each time, so that one city serves for all wordings. */
async function takenBackBy(bot: TestApp, words: string): Promise<(string | null)[]> {
  const before = await withdrawnNow(bot)
  await bot.say(clerk, words)
  return (await withdrawnNow(bot)).filter((number) => !before.includes(number))
}

test.each([
  '撤回RY-20260306-001',
  'RY-20260306-001作废',
  '把RY-20260306-001撤回',
  '撤回ry20260306001',
  '撤回 ＲＹ－２０２６０３０６－００１',
  '请把 RY 20260306 001 删掉',
  '撤回孙甲那条',
  '撤回 孙甲',
  '取消孙甲的上报',
  '把孙甲那条撤了',
  '孙甲那条写错了，撤回',
  '撤回第二条',
  '撤回上上条',
])('%s takes back the record it names, not the newest', async (words) => {
  await using bot = await twoFiled()

  expect(await takenBackBy(bot, words)).toEqual(['RY-20260306-001'])
})

test.each([
  '撤回',
  '撤回上一条',
  '撤回第一条',
  '搞错了，撤回刚才那条',
  '取消',
  '算了不报了',
  '撤回 日期写错了',
])('%s takes back the last record', async (words) => {
  await using bot = await twoFiled()

  expect(await takenBackBy(bot, words)).toEqual(['RY-20260306-002'])
})

test('words about anything but a record take nothing back', async () => {
  await using bot = await twoFiled()

  for (const words of [
    '取消提醒',
    '取消会议',
    '取消明天的培训',
    '取消轮训计划',
    '取消绑定',
    '作废旧文件',
    '把名单删了',
    '把审计日志删掉',
    '把那个企业的证撤销了',
    '撤回周七那条',
    '撤回RY-20260306-009',
    '撤回第九条',
    '撤回昨天报的',
    '撤回 钱二妮',
  ])
    expect([words, await takenBackBy(bot, words)]).toEqual([words, []])
})

test('a name that nothing fits is asked about with the records to choose from', async () => {
  await using bot = await twoFiled()

  const asked = await bot.say(clerk, '撤回昨天报的')
  await bot.click(clerk, asked, '撤回')

  expect(asked.text).toContain('没有撤回任何内容')
  expect(asked.text).toContain('RY-20260306-001')
  expect(await withdrawnNow(bot)).toHaveLength(1)
})

test('a name that two records fit is asked about with these two', async () => {
  await using bot = await twoFiled()
  await bot.click(clerk, await bot.say(clerk, '孙甲2月23日至3月4日参加轮训，80学时，考试合格'), '保存')

  const asked = await bot.say(clerk, '撤回孙甲那条')

  expect(asked.text).toContain('“孙甲”有2条')
  expect(asked.text).not.toContain('RY-20260306-002')
  expect(await withdrawnNow(bot)).toEqual([])
})

test('what was reported on a day is taken back by the day', async () => {
  await using bot = await twoFiled()
  await bot.say(clerk, '撤回')
  bot.clock.advance(24 * 3_600_000)
  await bot.click(clerk, await bot.say(clerk, '孙丙3月3日新到岗，专职'), '保存')

  expect(await takenBackBy(bot, '撤回昨天报的')).toEqual(['RY-20260306-001'])
})

test('取消 and 撤回 alone leave alone what was filed weeks ago', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const before = await bot.database.transact((tx) => tx.report.count({ where: { status: 'withdrawn' } }))

  for (const words of ['取消', '算了不报了', '撤回']) await bot.say(clerk, words)

  const after = await bot.database.transact((tx) => tx.report.count({ where: { status: 'withdrawn' } }))
  expect(after).toBe(before)
})

test('a tip is taken back by its number', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(citizen, '泽州县子丑煤业三号皮带机没有护罩')
  await bot.say(citizen, '泽州县子丑煤业四号水泵漏电')
  const number = await bot.database.transact(async (tx) => {
    const tips = await tx.tip.findMany({ orderBy: { id: 'desc' }, take: 2 })
    return tips[1]?.number ?? ''
  })

  const done = await bot.say(citizen, `撤回${number.replaceAll('-', '')}`)

  expect(done.text).toContain(`已撤回 ${number}`)
})
