// 取消 and 撤回 alone name nothing: they end what is being filled in, or take back what the bot has just answered, and
// never an older record that somebody does not think of.
import { expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { people, startSmall } from '../support/small.ts'

const { clerk, second } = people

async function save(bot: TestApp, sentence: string, label = '保存'): Promise<void> {
  await bot.click(clerk, await bot.say(clerk, sentence), label)
}

function withdrawn(bot: TestApp): Promise<number> {
  return bot.database.transact((tx) => tx.report.count({ where: { status: 'withdrawn' } }))
}

test.each([
  ['张三李四王五麻六', '取消'],
  ['长'.repeat(5001), '取消'],
  ['长'.repeat(5001), '撤回'],
  ['日期改成3月4日', '算了不报了'],
  ['帮助', '取消'],
  ['我的上报', '撤回'],
])(
  'after an answer that saved nothing a saved record is asked for and not taken back',
  async (words, bare) => {
    await using bot = await startSmall()
    await save(bot, '孙甲3月2日新到岗，专职；孙乙3月3日新到岗，专职', '全部保存')
    await bot.say(clerk, words)

    const asked = await bot.say(clerk, bare)

    expect(asked.text).toContain('没有撤回任何内容')
    expect(asked.text).toContain('RY-20260306-001')
    expect(await withdrawn(bot)).toBe(0)
    await bot.click(clerk, asked, '撤回')
    expect(await withdrawn(bot)).toBe(1)
  },
)

test('取消 twice takes back one record, the second asks', async () => {
  await using bot = await startSmall()
  await save(bot, '孙甲3月2日新到岗，专职')
  await save(bot, '孙乙3月3日新到岗，专职')

  const first = await bot.say(clerk, '取消')
  const again = await bot.say(clerk, '取消')

  expect(first.text).toContain('已撤回 RY-20260306-002')
  expect(again.text).toContain('没有撤回任何内容')
  expect(await withdrawn(bot)).toBe(1)
})

test('a record that was answered half an hour ago is asked for', async () => {
  await using bot = await startSmall()
  await save(bot, '孙甲3月2日新到岗，专职')
  bot.clock.advance(30 * 60_000)

  expect((await bot.say(clerk, '取消')).text).toContain('没有撤回任何内容')
  expect(await withdrawn(bot)).toBe(0)
})

test('取消 ends the form that was opened last, and no record', async () => {
  await using bot = await startSmall()
  await save(bot, '孙甲3月2日新到岗，专职')
  await bot.say(clerk, '登记培训')

  expect((await bot.say(clerk, '取消')).text).toContain('没有登记任何内容')
  expect((await bot.say(clerk, '草稿')).text).toContain('没有没保存的草稿')
  expect(await withdrawn(bot)).toBe(0)
})

test('取消 ends the open draft, after a sentence that was not understood too', async () => {
  await using bot = await startSmall()
  await save(bot, '孙甲3月2日新到岗，专职')
  await bot.say(clerk, '孙乙3月3日新到岗，专职')
  await bot.say(clerk, '张三李四王五麻六')

  expect((await bot.say(clerk, '取消')).text).toContain('已取消草稿：孙乙')
  expect(await withdrawn(bot)).toBe(0)
})

test('a nil report is taken back while it is the last that was answered', async () => {
  await using bot = await startSmall()
  await bot.say(clerk, '本周无人员变动')
  await bot.say(second, '孙甲3月2日新到岗，专职')

  expect((await bot.say(clerk, '撤回')).text).toContain('已撤回')
  expect(await withdrawn(bot)).toBe(1)
})

test('what is taken back by typing is told with its content and its effect, as by the button', async () => {
  await using bot = await startSmall()
  await save(bot, '孙甲3月2日新到岗，专职')

  const done = await bot.say(clerk, '撤回')

  expect(done.text).toContain('已撤回 RY-20260306-001')
  expect(done.text).toContain('孙甲 新到岗')
  expect(done.text).toContain('3→2人')
})

test('forms that were merely opened are no drafts', async () => {
  await using bot = await startSmall()
  for (let n = 0; n < 9; n += 1) await bot.say(clerk, '登记培训')
  expect((await bot.say(clerk, '草稿')).text).toContain('没有没保存的草稿')
  await bot.say(clerk, '孙甲3月2日新到岗，专职')
  for (let n = 0; n < 9; n += 1) await bot.say(second, '登记培训')

  const drafts = await bot.say(clerk, '草稿')

  expect(drafts.text).toContain('草稿（1）')
  expect(drafts.text).toContain('孙甲')
})
