// A correction that gives both ends of a time changes both.
import { expect, test } from 'vitest'
import { people, startSmall } from '../support/small.ts'

const { clerk } = people
const course = '侯一2月2日至15日参加轮训80学时合格'
const loan = '侯二3月2日借调到县应急局，到3月20日'

test.each(['培训时间是2月4号到2月20号，报错了', '培训日期应该是2月4日至20日'])(
  'both days of a course are changed, in the draft and once it is saved: %s',
  async (words) => {
    await using bot = await startSmall()
    const draft = await bot.say(clerk, course)
    const changed = await bot.say(clerk, words)
    await bot.say(clerk, '取消')
    await bot.click(clerk, await bot.say(clerk, course), '保存')
    const again = await bot.say(clerk, words)

    expect(draft.text).toContain('2026-02-15')
    for (const { text } of [changed, again]) {
      expect(text).toContain('开始日期：2026-02-02 → 2026-02-04')
      expect(text).toContain('结束日期：2026-02-15 → 2026-02-20')
    }
    expect(again.text).toContain('保存后代替')
  },
)

test('both days of a loan are changed', async () => {
  await using bot = await startSmall()
  await bot.say(clerk, loan)

  const { text } = await bot.say(clerk, '借调时间是3月4号到4月2号，报错了')

  expect(text).toContain('生效日期：2026-03-02 → 2026-03-04')
  expect(text).toContain('到期日期：2026-03-20 → 2026-04-02')
})

test('a range is not taken for what has one day only', async () => {
  await using bot = await startSmall()
  await bot.say(clerk, '侯二3月2日退休')

  const { text } = await bot.say(clerk, '时间是3月4号到4月2号，报错了')

  expect(text).toContain('生效日期没有改')
})
