// A draft that somebody went on with is answered by typing, however long ago it was begun.
import { beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo, 60_000)

const clerk = 'ou_demo_clerk_zhengzhuang'
const dayMs = 24 * 3_600_000

/** Presses 继续 of the oldest draft in the list. */
async function goOnWithOldest(bot: TestApp): Promise<void> {
  const list = await bot.say(clerk, '草稿')
  const shown = bot.feishu.messages(bot.feishu.botChat(clerk)).find((one) => one.messageId === list.messageId)
  const acts = [...(shown?.content ?? '').matchAll(/"act":"report\.resume","id":(\d+),"rev":(\d+)/gu)]
  const [, id, rev] = acts.at(-1) ?? []
  const value = { act: 'report.resume', id: Number(id), rev: Number(rev) }
  await bot.feishu.press({ as: clerk, messageId: list.messageId, action: { tag: 'button', value } })
  await bot.settle()
}

test('a draft gone on with days later is answered and saved by typing as on the first day', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, '周丙调到应急办，专职')
  bot.clock.advance(5 * dayMs)
  await bot.restart()

  await goOnWithOldest(bot)

  expect((await bot.say(clerk, '3月5日')).text).toContain('生效日期：未填 → 2026-03-05')
  expect((await bot.say(clerk, '保存')).text).toContain('人员变动已登记')
})

test('of two drafts the one gone on with is answered, corrected and saved', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, '周丙3月5日调到应急办，专职')
  await bot.say(clerk, '李小明3月4日新到岗，专职')

  await goOnWithOldest(bot)

  expect((await bot.say(clerk, '日期改成3月3日')).text).toContain('生效日期：2026-03-05 → 2026-03-03')
  const receipt = await bot.say(clerk, '保存')
  expect(receipt.text).toContain('人员变动已登记')
  expect(receipt.text).toContain('周丙')
  expect(await drafts(bot)).toBe(1)
})

test('the draft gone on with is cancelled by typing, and not what was saved after it', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, '周丙3月5日调到应急办，专职')
  await bot.click(clerk, await bot.say(clerk, '李小明3月4日新到岗，专职'), '保存')

  await goOnWithOldest(bot)

  expect((await bot.say(clerk, '取消')).text).toContain('已取消草稿：周丙')
  const saved = await bot.database.transact((tx) =>
    tx.report.findFirstOrThrow({ where: { number: 'RY-20260306-001' } }),
  )
  expect(saved.status).toBe('saved')
})

test('what was filed after a draft was gone on with is what a correction without a name means', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, '周丙调到应急办，专职')
  await bot.say(clerk, '3月5日')
  await bot.say(clerk, '泽州县子丑煤业三号皮带机没有护罩')

  await bot.say(clerk, '地点写错了，是三号井口')

  expect(bot.all(clerk).map(({ text }) => text)).toContainEqual(
    expect.stringContaining('已更正 YH-20260306-001'),
  )
  expect((await bot.say(clerk, '撤回')).text).toBe('已撤回 YH-20260306-001。')
})

async function drafts(bot: TestApp): Promise<number> {
  return bot.database.transact((tx) => tx.report.count({ where: { status: 'draft' } }))
}
