// A report filed late reaches back: the next summary compares with what was told and says what the report changed, and
// its trend shows the earlier weeks as they really were.
import { beforeAll, expect, test } from 'vitest'
import { cardAsText } from '../../bot/cards/index.ts'
import type { TestApp } from '../support/app.ts'
import { addPerson, addPost } from '../support/database.ts'
import { prepareDemo, startDemo } from '../support/demo.ts'

const clerk = 'ou_demo_clerk_zhengzhuang'
const kept = 777

beforeAll(prepareDemo)

async function to(bot: TestApp, day: string): Promise<void> {
  bot.clock.set(Date.parse(`${day}T09:00:30+08:00`))
  await bot.app.schedule.catchUp(bot.clock.now(), 0)
  await bot.settle()
}

/** The newest summary in the group of the unit. */
async function summaryOf(bot: TestApp, unitName: string): Promise<string> {
  const group = await bot.database.transact(async (tx) => {
    const { id } = await tx.unit.findFirstOrThrow({ where: { name: unitName } })
    return tx.group.findFirstOrThrow({ where: { unitId: id } })
  })
  const cards = bot.feishu
    .messages(group.chatId)
    .filter(({ type }) => type === 'interactive')
    .map(({ content }) => cardAsText(JSON.parse(content)))
  return cards.findLast((words) => /周报|本周待办/.test(words)) ?? ''
}

const keptIn = (words = ''): number => Number(/达标 (\d+)\/\d+ [家条]/.exec(words)?.[1])

test('a change told on Tuesday that took effect the week before stands on the next cards of township, county and city, and their figures follow on from the cards before', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await to(bot, '2026-03-09')
  const units = ['沁水县郑庄镇', '沁水县', '晋城市']
  const told = await Promise.all(units.map((unit) => summaryOf(bot, unit)))
  bot.clock.set(Date.parse('2026-03-10T10:00:00+08:00'))
  await bot.click(clerk, await bot.say(clerk, '张三3月3日从农业办调到应急办，专职'), '保存')
  const asked = await bot.say(clerk, '变化')
  // Nothing else is broken at 嘉峰镇: there the third person makes a whole unit keep its duties.
  await bot.database.transact(async (tx) => {
    const { id } = await tx.unit.findFirstOrThrow({ where: { name: '沁水县嘉峰镇' } })
    await addPerson(tx, 'newcomer')
    await addPost(tx, 'newcomer', id, { from: '2026-03-03', recordedAt: new Date(bot.clock.now()) })
  })

  await to(bot, '2026-03-16')

  const line = '专职应急管理人员 2→3人，达到第五条“至少3人”'
  const next = await Promise.all(units.map((unit) => summaryOf(bot, unit)))
  expect(next[0]).toContain(`- ${line}`)
  expect(next[1]).toContain(`- 郑庄镇 ${line}`)
  expect(next[2]).toContain(`- 沁水县郑庄镇 ${line}`)
  for (const [at, counted] of ['条', '家', '家'].entries()) {
    const [before, after] = [keptIn(told[at]), keptIn(next[at])]
    const step = after - before
    const against = step === 0 ? '与上周持平' : `较上周 ${step > 0 ? '+' : '-'}${Math.abs(step)}${counted}`
    expect(next[at]).toContain(`，${against}。`)
    expect(next[at]).toContain(`近8周按补报重算：3月9日 ${before}→${before + 1}${counted}。`)
    expect(told[at]).not.toContain('按补报重算')
  }
  expect(asked.text).toContain('不达标→达标，缺人1→0')
})

test('a change told after the summary corrects the weeks since it took effect and none before, and leaves every picture as it was told', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const unit = await bot.database.transact((tx) =>
    tx.unit.findFirstOrThrow({ where: { name: '沁水县郑庄镇' } }),
  )
  const where = { unitId: unit.id, obligationId: 'A05-5' }
  const orderBy = { day: 'asc' } as const
  const told = () => bot.database.transact((tx) => tx.snapshot.findMany({ where, orderBy }))
  await bot.database.transact((tx) => tx.snapshot.updateMany({ where, data: { gapHeads: kept } }))
  const before = await told()
  await bot.click(clerk, await bot.say(clerk, '张三2月20日从农业办调到应急办，专职'), '保存')

  await to(bot, '2026-03-09')

  const corrected = await bot.database.transact((tx) =>
    tx.snapshotCorrection.findMany({ where, orderBy, select: { day: true, met: true, gapHeads: true } }),
  )
  expect(corrected).toEqual([
    { day: '2026-02-23', met: 1, gapHeads: 0 },
    { day: '2026-03-02', met: 1, gapHeads: 0 },
  ])
  expect(before.at(-1)).toMatchObject({ day: '2026-03-02', met: 0 })
  expect((await told()).slice(0, -1)).toEqual(before)
})
