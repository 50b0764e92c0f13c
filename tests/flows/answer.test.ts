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

test('a day is taken in every wording, and no second draft is opened', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  for (const [typed, day] of [
    ['日期是3月5日', '2026-03-05'],
    ['生效日期3月5日', '2026-03-05'],
    ['2026年3月5日上午', '2026-03-05'],
    ['前天下午', '2026-03-04'],
    ['3月5号那天', '2026-03-05'],
    ['应该是3月5号吧', '2026-03-05'],
    ['3月5日调来的', '2026-03-05'],
    ['三月五号来的', '2026-03-05'],
    ['是3月5号调来的', '2026-03-05'],
    ['5号报到', '2026-03-05'],
    ['张三是3月5号来的', '2026-03-05'],
    ['0305', '2026-03-05'],
  ] as const) {
    expect(await answered(bot, asksDay, typed), typed).toContain(`生效日期：未填 → ${day}`)
    expect(await drafts(bot), typed).toBe(1)
  }
})

test('a day with a verb of another change is a report of its own', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  await answered(bot, asksDay, '3月5日退休')

  expect(await drafts(bot)).toBe(2)
})

test('several days as the answer are read out, and one day is asked for', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  for (const typed of ['3月上旬', '3月上旬来的']) {
    const text = await answered(bot, asksDay, typed)
    expect(text, typed).toContain('“3月上旬”是 2026-03-01 至 2026-03-10，生效日期要写到哪一天')
    expect(text).toContain('待补充')
    expect(await drafts(bot)).toBe(1)
  }
  expect((await bot.say(clerk, '3月5号')).text).toContain('生效日期：未填 → 2026-03-05')
})

test('first and last day of a training are answered in one', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  const text = await answered(bot, '王秀兰参加轮训，80学时', '2月23日到3月4日')

  expect(text).toContain('开始日期：未填 → 2026-02-23；结束日期：未填 → 2026-03-04')
})

test('participants are answered by names or as all', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  expect(await answered(bot, asksPeople, '王秀兰')).toContain('参训人员：未填 → 王秀兰\n')
  expect(await answered(bot, asksPeople, '王秀兰和袁月娥')).toContain('参训人员：未填 → 王秀兰、袁月娥')
  expect(await answered(bot, asksPeople, '王秀兰等3人')).toContain('您写的是3人，读到的姓名有1个')
  for (const typed of ['全体', '全员参加', '都去了']) {
    expect(await answered(bot, asksPeople, typed), typed).toMatch(
      /参训人员：未填 → .*全体按在岗名单\d+人填写/,
    )
    expect(await drafts(bot), typed).toBe(1)
  }
})

test('one day answers for everybody who lacks it, days with names for each', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const two = '郑甲、郑乙调到应急办，专职'

  for (const typed of ['3月5号', '都是3月5号', '两个人都是3月5号来的', '郑甲和郑乙都是3月5号'])
    expect(await answered(bot, two, typed), typed).toContain(
      '郑甲 生效日期：未填 → 2026-03-05；郑乙 生效日期：未填 → 2026-03-05',
    )
  for (const typed of [
    '郑甲3月5号，郑乙3月6号',
    '3月5号郑甲，3月6号郑乙',
    '第一个3月5号，第二个3月6号',
    '郑甲3月5号到岗，郑乙3月6号到岗',
  ]) {
    expect(await answered(bot, two, typed), typed).toContain(
      '郑甲 生效日期：未填 → 2026-03-05；郑乙 生效日期：未填 → 2026-03-06',
    )
    expect(await drafts(bot), typed).toBe(1)
  }
  expect((await bot.say(clerk, two)).text).toContain('不同就发“郑甲3月5号，郑乙3月6号”')
  const one = await answered(bot, two, '郑乙3月6号')
  expect(one).toContain('郑乙 生效日期：未填 → 2026-03-06')
  expect(one).not.toContain('郑甲 生效日期')
})
