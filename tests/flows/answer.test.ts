// Answering by typing what a card asks: only what can be an answer is one, in the words that people use.
import { beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

const clerk = 'ou_demo_clerk_zhengzhuang'
const asksName = '3月5日调到应急办一个人，专职'
const asksDay = '张三调到应急办，专职'
const asksPeople = '2月23日至3月4日参加轮训，80学时'

/** The answer to the question of a fresh draft; drafts from before are gone. */
async function answered(bot: TestApp, draft: string, typed: string): Promise<string> {
  await bot.database.transact((tx) =>
    tx.report.updateMany({ where: { status: 'draft' }, data: { status: 'cancelled' } }),
  )
  await bot.say(clerk, draft)
  return (await bot.say(clerk, typed)).text
}

async function drafts(bot: TestApp): Promise<number> {
  return bot.database.transact((tx) => tx.report.count({ where: { status: 'draft' } }))
}

test('a name is taken with the words around it taken off', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  for (const [typed, name] of [
    ['王小明', '王小明'],
    ['叫王小明', '王小明'],
    ['是王小明', '王小明'],
    ['他叫王小明', '王小明'],
    ['名字是王小明', '王小明'],
    ['姓名王小明', '王小明'],
    ['王小明同志', '王小明'],
    ['欧阳小明', '欧阳小明'],
    ['叫阿依古丽', '阿依古丽'],
  ] as const)
    expect(await answered(bot, asksName, typed), typed).toContain(`姓名：未填 → ${name}\n`)
})

test('a nickname is asked again with the reason and fills nothing', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  for (const [typed, read] of [
    ['小王', '小王'],
    ['叫老李', '老李'],
    ['李主任', '李主任'],
  ] as const) {
    const text = await answered(bot, asksName, typed)
    expect(text, typed).toContain(`“${read}”是称呼，不是全名`)
    expect(text).toContain('待补充')
    expect(text).toContain('（姓名未填）')
  }
})

test('whoever says that the answer comes later hears that the draft waits', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  for (const typed of ['稍等', '等会儿告诉你', '不清楚', '没有', '先不填', '不知道', '我问问', '还没定'])
    for (const draft of [asksName, asksDay])
      expect(await answered(bot, draft, typed), typed).toContain('草稿先留着')
  expect((await bot.say(clerk, '草稿')).text).toContain('草稿（1）')
})

test('a question or talk is no name', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  for (const typed of ['今天天气', '我报的都在哪里', '算法是什么', '专业人员比例要求', '谁知道', '阿弥陀佛'])
    expect(await answered(bot, asksName, typed), typed).not.toContain('→')
})

test('a new report while a question is open is a report of its own', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  expect(await answered(bot, asksDay, '李小明3月4日新到岗，专职')).toContain('李小明')
  expect(await drafts(bot)).toBe(2)
})
