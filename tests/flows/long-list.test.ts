// Ten thousand lines: in parts, with a card that moves, all of it or nothing, under one number.
import { expect, test } from 'vitest'
import { type County, rosterFile, startCounty, townships } from '../support/county.ts'

const lines = 10_000
const file = (count: number) =>
  ({ kind: 'file', bytes: rosterFile(count, townships), name: '全县名单.xlsx' }) as const
const inPost = (bot: County) => bot.database.transact((tx) => tx.post.count({ where: { voidedAt: null } }))

test('ten thousand lines are read, checked and saved under one number, with a card that moves', async () => {
  await using bot = await startCounty()
  const before = await inPost(bot)

  const preview = await bot.send(bot.clerk, file(lines))
  const progress = bot.progressOf(preview.messageId)
  await bot.click(bot.clerk, preview, '保存')
  const seen = await progress

  expect(preview.text).toContain(`新增${lines}`)
  await bot.settle()
  expect(bot.shown(preview.messageId).text).toContain('已导入')
  expect(bot.last(bot.clerk).text).toContain('已导入 RY-20260306-001')
  expect(await inPost(bot)).toBe(before + lines)
  expect(seen.length).toBeGreaterThan(3)

  const again = await bot.send(bot.clerk, file(lines))
  expect(again.text).toContain('没有要保存的内容')
}, 300_000)

test('a long import that is stopped halfway leaves nothing behind', async () => {
  await using bot = await startCounty()
  const before = await inPost(bot)
  const { messageId } = await bot.send(bot.clerk, file(4000))

  await bot.feishu.click({ as: bot.clerk, messageId, label: '保存' })
  await bot.feishu.messageWhere(
    (one) => one.messageId === messageId && one.content.includes('正在导入'),
    30_000,
  )
  await bot.feishu.click({ as: bot.clerk, messageId, label: '停止' })
  await bot.pass(5)

  expect(bot.shown(messageId).text).toContain('没有写入任何内容')
  expect(await inPost(bot)).toBe(before)
  const left = await bot.database.transact(async (tx) => [await tx.person.count(), await tx.post.count()])
  expect(left).toEqual([0, 0])
}, 60_000)
