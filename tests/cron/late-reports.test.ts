// A report filed late reaches back: the trend of the next summary shows the earlier weeks as they really were.
import { expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { startDemo } from '../support/demo.ts'

const clerk = 'ou_demo_clerk_zhengzhuang'
const kept = 777

async function toMonday(bot: TestApp): Promise<void> {
  bot.clock.set(Date.parse('2026-03-09T09:00:30+08:00'))
  await bot.app.schedule.catchUp(bot.clock.now(), 0)
  await bot.settle()
}

test('a change of staff told after the summary corrects the weeks since it took effect, and touches none before', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const unit = await bot.database.transact((tx) =>
    tx.unit.findFirstOrThrow({ where: { name: '沁水县郑庄镇' } }),
  )
  const where = { unitId: unit.id, obligationId: 'A05-5' }
  const met = async () => {
    const rows = await bot.database.transact((tx) => tx.snapshot.findMany({ where, orderBy: { day: 'asc' } }))
    return Object.fromEntries(rows.map((row) => [row.day, row.met]))
  }
  // What is not taken again keeps this mark.
  await bot.database.transact((tx) => tx.snapshot.updateMany({ where, data: { gapHeads: kept } }))
  const before = await met()
  await bot.click(clerk, await bot.say(clerk, '张三2月20日从农业办调到应急办，专职'), '保存')

  await toMonday(bot)

  const untouched = await bot.database.transact((tx) =>
    tx.snapshot.findMany({ where: { ...where, gapHeads: kept }, orderBy: { day: 'desc' } }),
  )
  expect(before).toMatchObject({ '2026-02-16': 0, '2026-02-23': 0, '2026-03-02': 0 })
  expect(await met()).toMatchObject({ '2026-02-16': 0, '2026-02-23': 1, '2026-03-02': 1, '2026-03-09': 1 })
  expect(untouched[0]?.day).toBe('2026-02-16')
})
