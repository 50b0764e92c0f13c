// Ten thousand lines: in parts, with a card that moves, all of it or nothing, under one number.
import { expect, test } from 'vitest'
import { writeWorkbook } from '../../bot/sheets/write.ts'
import { type County, demoLike, startCounty } from '../support/county.ts'

const lines = 10_000
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => [
    nameOf(at),
    demoLike[at % demoLike.length] ?? '',
    '应急办',
    '2026-01-05',
    '是',
    '3',
  ])
const file = (count: number) =>
  writeWorkbook([
    { name: '名单', header: ['姓名', '单位', '科室', '到岗日期', '专职', '从业年限'], rows: rows(count) },
  ])

/** A different name for each number. */
function nameOf(at: number): string {
  const signs = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'
  return [at % 20, Math.floor(at / 20) % 20, Math.floor(at / 400) % 20, Math.floor(at / 8000)]
    .map((sign) => signs[sign])
    .join('')
}
const inPost = (bot: County) => bot.database.transact((tx) => tx.post.count({ where: { voidedAt: null } }))

test('ten thousand lines are read, checked and saved under one number, with a card that moves', async () => {
  await using bot = await startCounty()
  const before = await inPost(bot)
  const started = performance.now()
  const idle = process.cpuUsage()

  const preview = await bot.send(bot.clerk, { kind: 'file', bytes: file(lines), name: '全县名单.xlsx' })
  const read = performance.now() - started
  const progress = bot.progressOf(preview.messageId)
  await bot.click(bot.clerk, preview, '保存')
  const seen = await progress
  const all = performance.now() - started
  // Told and not judged: how long it takes is a matter of the machine.
  const { user, system } = process.cpuUsage(idle)
  const cpuMs = Math.round((user + system) / 1000)

  process.stdout.write(
    `10,000 lines: preview ${Math.round(read)} ms, saved ${Math.round(all)} ms (${cpuMs} ms of work), card showed ${seen.join(' ')}\n`,
  )
  expect(preview.text).toContain(`新增${lines}`)
  await bot.settle()
  expect(bot.shown(preview.messageId).text).toContain('已导入')
  expect(bot.last(bot.clerk).text).toContain('已导入 RY-20260306-001')
  expect(await inPost(bot)).toBe(before + lines)
  expect(seen.length).toBeGreaterThan(3)

  const again = await bot.send(bot.clerk, { kind: 'file', bytes: file(lines), name: '全县名单.xlsx' })
  expect(again.text).toContain('没有要保存的内容')
}, 300_000)

test('a long import that is stopped halfway leaves nothing behind', async () => {
  await using bot = await startCounty()
  const before = await inPost(bot)
  const { messageId } = await bot.send(bot.clerk, { kind: 'file', bytes: file(4000), name: '全县名单.xlsx' })

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
