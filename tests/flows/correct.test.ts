// A correction acts on the report that is named, else the one replied to, by the bot's card or by one's own message,
// and takes every value the card shows.
import { beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

const clerk = 'ou_demo_clerk_zhengzhuang'

/** 孙甲 is RY-…-001, 孙乙 is RY-…-002; answers with the clerk's own message about 孙甲. */
async function twoFiled() {
  const bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.click(clerk, await bot.say(clerk, '孙甲3月2日新到岗，专职'), '保存')
  await bot.click(clerk, await bot.say(clerk, '孙乙3月3日新到岗，专职'), '保存')
  const { messageId } = await bot.database.transact((tx) =>
    tx.report.findFirstOrThrow({ where: { number: 'RY-20260306-001' } }),
  )
  return Object.assign(bot, { own: { messageId: messageId ?? '', text: '', recalled: false } })
}

test('words in reply to one’s own message act on the report that came from it', async () => {
  await using bot = await twoFiled()

  const day = await bot.say(clerk, '刚才那条写错了，是3月1号', bot.own)
  const certificate = await bot.say(clerk, '改成注安师', bot.own)
  await bot.say(clerk, '撤回', bot.own)

  expect(day.text).toContain('孙甲')
  expect(day.text).toContain('生效日期：2026-03-02 → 2026-03-01')
  expect(certificate.text).toContain('保存后代替 RY-20260306-001')
  const states = await bot.database.transact((tx) =>
    tx.report.findMany({ where: { number: { startsWith: 'RY-20260306' } }, orderBy: { id: 'asc' } }),
  )
  expect(states.map(({ status }) => status)).toEqual(['withdrawn', 'saved'])
})

test('a reply to the message of a report that was corrected acts on what took its place', async () => {
  await using bot = await twoFiled()
  await bot.click(clerk, await bot.say(clerk, '改成3月1日', bot.own), '保存')

  const done = await bot.say(clerk, '撤回', bot.own)

  expect(done.text).toMatch(/^已撤回 RY-20260306-003\n/)
})

test('a correction acts on the report whose number or person it names, and on no other', async () => {
  await using bot = await twoFiled()

  const byName = await bot.say(clerk, '孙甲的日期错了，3月1日')
  const byNumber = await bot.say(clerk, 'RY20260306002的日期改成3月4日')
  const unknown = await bot.say(clerk, '周七的日期改成3月4日')

  expect(byName.text).toContain('保存后代替 RY-20260306-001')
  expect(byNumber.text).toContain('保存后代替 RY-20260306-002')
  expect(unknown.text).toContain('没有找到“周七”的上报')
})

test('words about somebody else’s telephone change no report', async () => {
  await using bot = await twoFiled()

  const card = await bot.say(clerk, '李四电话是13800001234')

  expect(card.text).not.toContain('保存后代替')
})

const corrections = [
  ['姓名写错了，是张三丰', '姓名：张三 → 张三丰'],
  ['名字错了，应该叫张珊', '姓名：张三 → 张珊'],
  ['不是张三，是李思', '姓名：张三 → 李思'],
  ['改成兼职', '专职：是 → 否'],
  ['不是专职，是兼职', '专职：是 → 否'],
  ['更正：3月4日', '生效日期：2026-03-05 → 2026-03-04'],
  ['刚报的时间不对，3月4日才对', '生效日期：2026-03-05 → 2026-03-04'],
  ['张三的日期错了，3月4日', '生效日期：2026-03-05 → 2026-03-04'],
  ['应该是3月4号', '生效日期：2026-03-05 → 2026-03-04'],
  ['上一条，日期改3月4日', '生效日期：2026-03-05 → 2026-03-04'],
  ['日期写错了，是昨天', '生效日期：2026-03-05 → 2026-03-05'],
  ['去掉注安师证', '证书：注册安全工程师 → 未填'],
  ['没有注安师证', '证书：注册安全工程师 → 未填'],
  ['改成初级注安师', '初级也按“注册安全工程师”登记'],
  ['电话补充13800001234', '电话：未填 → 13800001234'],
] as const
const sentence = '张三3月5日从农业办调到应急办，专职，有注安师证'

async function said(bot: TestApp): Promise<string[]> {
  const wrong: string[] = []
  for (const [words, shown] of corrections) {
    const card = await bot.say(clerk, words)
    if (!card.text.includes(shown)) wrong.push(`${words}: ${card.text.slice(0, 120)}`)
    await bot.say(clerk, '取消')
  }
  return wrong
}

test('a saved report takes corrections of every value', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.click(clerk, await bot.say(clerk, sentence), '保存')

  expect(await said(bot)).toEqual([])
})

test('a draft takes the same corrections', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const wrong: string[] = []
  for (const [words, shown] of corrections) {
    await bot.say(clerk, sentence)
    const card = await bot.say(clerk, words)
    if (!card.text.includes(shown)) wrong.push(`${words}: ${card.text.slice(0, 120)}`)
    await bot.say(clerk, '取消')
  }

  expect(wrong).toEqual([])
  expect(await bot.database.transact((tx) => tx.report.count({ where: { status: 'draft' } }))).toBe(0)
})

test('one of several persons is corrected by name or place', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, '赵大勇3月2日新到岗；钱二妮3月3日新到岗；孙三3月4日新到岗')

  for (const [words, shown] of [
    ['孙三改成3月5日', '生效日期：2026-03-04 → 2026-03-05'],
    ['孙三的日期是3月6日', '生效日期：2026-03-05 → 2026-03-06'],
    ['钱二妮改成兼职', '专职：未填 → 否'],
    ['第一个改成3月1日', '生效日期：2026-03-02 → 2026-03-01'],
    ['第2个人去掉', '已去掉：钱二妮'],
    ['孙三不报了', '已去掉：孙三'],
  ] as const)
    expect((await bot.say(clerk, words)).text).toContain(shown)
})

test('a name that begins another one is not taken for it', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, '张三3月2日新到岗，专职；李四3月3日新到岗，专职')
  await bot.say(clerk, '不是李四，是张三丰')

  const changed = await bot.say(clerk, '张三丰的日期改成3月4日')

  expect(changed.text).toContain('生效日期：2026-03-03 → 2026-03-04')
})
