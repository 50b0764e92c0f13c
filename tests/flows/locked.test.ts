// What leaders have read: a report that a weekly summary has counted is corrected or withdrawn with a reason only, and
// the groups that got the summary are told a count and a unit.
import { expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { startDemo } from '../support/demo.ts'

const clerk = 'ou_demo_clerk_zhengzhuang'
const sentence = '张三3月5日从农业办调到应急办，专职，有注安师证'

async function filed(): Promise<TestApp> {
  const bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.click(clerk, await bot.say(clerk, sentence), '保存')
  return bot
}

/** The Monday after, when every group has got its summary. */
async function summarised(bot: TestApp): Promise<void> {
  bot.clock.set(Date.parse('2026-03-09T09:00:30+08:00'))
  await bot.app.schedule.catchUp(bot.clock.now(), 0)
  await bot.settle()
  bot.clock.advance(3_600_000)
}

/** Messages of groups that read like this, each behind its group's name. */
async function inGroups(bot: TestApp, words: string): Promise<string[]> {
  const groups = await bot.database.transact((tx) => tx.group.findMany({ orderBy: { chatId: 'asc' } }))
  return groups.flatMap(({ chatId, name }) =>
    bot.feishu
      .messages(chatId)
      .flatMap(({ content }) => (content.includes(words) ? [`${name}：${content}`] : [])),
  )
}

test('before the summary a report is withdrawn at once and no group hears of it', async () => {
  await using bot = await filed()

  await bot.say(clerk, '撤回')

  expect(bot.last(clerk).text).toContain('已撤回 RY-20260306-001')
  expect(await inGroups(bot, '撤回了')).toEqual([])
})

test('after the summary the withdrawal asks for a reason, and tells the groups that read it without a name', async () => {
  await using bot = await filed()
  await summarised(bot)

  const asked = await bot.say(clerk, '撤回 RY-20260306-001')
  const short = await bot.click(clerk, asked, '写好了，撤回', { reason: '错' })
  const done = await bot.click(clerk, short, '写好了，撤回', { reason: '张三没有到岗' })

  expect(short.toast).toBe('请写明原因（2到100个字）。')
  expect(asked.text).toContain('撤回人员变动：请写原因')
  expect(asked.text).toContain('2026年3月9日的周报')
  expect(done.toast).toBe('已撤回 RY-20260306-001')
  const told = await inGroups(bot, '沁水县郑庄镇撤回了1项人员变动')
  expect(told.map((line) => line.split('：')[0]).sort()).toEqual(
    ['晋城市安全监管能力建设', '沁水县安全监管工作群', '郑庄镇应急工作群'].sort(),
  )
  expect(told.join()).not.toContain('张三')
  const audit = await bot.database.transact((tx) =>
    tx.audit.findFirst({ where: { action: 'report.withdrawn' }, orderBy: { seq: 'desc' } }),
  )
  expect(audit?.detail).toContain('张*没有到岗')
})

test('a reason typed with the word is enough', async () => {
  await using bot = await filed()
  await summarised(bot)

  await bot.say(clerk, '撤回 RY-20260306-001 没有到岗')

  expect(bot.last(clerk).text).toContain('已撤回 RY-20260306-001')
  expect(await inGroups(bot, '撤回了1项人员变动')).toHaveLength(3)
})

test('a correction after the summary is saved with a reason only', async () => {
  await using bot = await filed()
  await summarised(bot)

  const card = await bot.say(clerk, '上一条张三的日期应该是3月4日')
  const asked = await bot.click(clerk, card, '保存')
  const before = await bot.database.transact((tx) =>
    tx.report.count({ where: { number: { not: null }, correctsId: { not: null } } }),
  )
  const done = await bot.click(clerk, asked, '写好了，更正', { reason: '日期写错' })

  expect(asked.text).toContain('更正人员变动：请写原因')
  expect(before).toBe(0)
  expect(done.toast).toContain('已登记 RY-')
  expect(await inGroups(bot, '沁水县郑庄镇更正了1项人员变动')).toHaveLength(3)
})

test('a report saved after the summary of the same day is not bound by it', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await summarised(bot)
  await bot.click(clerk, await bot.say(clerk, sentence), '保存')

  await bot.say(clerk, '撤回')

  expect(bot.last(clerk).text).toContain('已撤回')
})
