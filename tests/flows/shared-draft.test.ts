// A draft belongs to its unit: a colleague goes on with it, both see who was first, and nobody else may touch it.
import { beforeAll, expect, test } from 'vitest'
import { clickOn } from '../../simulator/cards/click.ts'
import type { TestApp } from '../support/app.ts'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

const clerk = 'ou_demo_clerk_zhengzhuang'
const colleague = 'ou_demo_clerk_beiliu'
const neighbour = 'ou_demo_clerk_bagong'
const sentence = '张三3月5日从农业办调到应急办，专职'

/** 郑庄镇 with a second clerk, 钱小梅. */
async function twoClerks(): Promise<TestApp> {
  const bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.database.transact(async (tx) => {
    const { id: unitId } = await tx.unit.findFirstOrThrow({ where: { name: '沁水县郑庄镇' } })
    const createdAt = new Date(bot.clock.now())
    await tx.binding.create({
      data: { openId: colleague, name: '钱小梅', unitId, role: 'reporter', createdAt, createdBy: 'test' },
    })
  })
  return bot
}

test('a colleague finds the draft under 草稿, sees who began it, and saves it; the first one reads the receipt', async () => {
  await using bot = await twoClerks()
  const draft = await bot.say(clerk, sentence)

  const list = await bot.say(colleague, '草稿')
  await bot.click(colleague, list, '继续')
  const copy = bot.last(colleague)
  const receipt = await bot.click(colleague, copy, '保存')

  expect(list.text).toContain('王秀兰起草')
  expect(receipt.toast).toContain('已登记')
  expect(bot.shown(draft.messageId).text).toContain('人员变动已登记')
})

test('the second of two who edit one draft is told who was first and when, and nothing of the first is lost', async () => {
  await using bot = await twoClerks()
  const draft = await bot.say(clerk, sentence)
  await bot.click(colleague, await bot.say(colleague, '草稿'), '继续')
  const form = await bot.click(colleague, bot.last(colleague), '修改')
  const own = await bot.click(clerk, draft, '修改')
  const onScreen = bot.feishu
    .messages(bot.feishu.botChat(colleague))
    .find(({ messageId }) => messageId === form.messageId)?.content

  await bot.click(clerk, own, '提交并保存', { item0_effectiveDate: '2026-03-04' })
  // The form is still open on the colleague's screen.
  const action = clickOn(JSON.parse(onScreen ?? ''), '提交并保存', {
    item0_effectiveDate: '2026-03-02',
  })
  if (action === undefined) throw new Error('the form can be submitted')
  const late = await bot.feishu.press({ as: colleague, messageId: form.messageId, action })
  await bot.settle()

  expect(late.toast?.content).toMatch(/王秀兰 3月6日 10:00 先保存了这份上报，已换成现在的状态/)
  expect(bot.shown(form.messageId).text).toContain('2026-03-04')
  const posts = await bot.database.transact((tx) =>
    tx.post.findMany({ where: { person: { name: '张三' }, roleCode: 'townshipStaff', voidedAt: null } }),
  )
  expect(posts.map((post) => post.from)).toEqual(['2026-03-04'])
})

test('a change by a colleague shows on the first card, with name and time', async () => {
  await using bot = await twoClerks()
  const draft = await bot.say(clerk, '赵大勇3月2日新到岗；钱二妮3月3日新到岗')
  await bot.click(colleague, await bot.say(colleague, '草稿'), '继续')

  const answer = await bot.say(colleague, '上一条赵大勇的日期应该是3月4日', bot.last(colleague))

  expect(answer.text).toContain('王秀兰起草，钱小梅 3月6日 10:00 改过')
  expect(bot.shown(draft.messageId).text).toContain('2026-03-04')
})

test('a clerk of another township neither sees the draft nor presses on it', async () => {
  await using bot = await twoClerks()
  await bot.say(clerk, sentence)

  expect((await bot.say(neighbour, '草稿')).text).toContain('没有没保存的草稿')
})

test('what a colleague only drafted stays out of 我的上报 of the other until he saves it himself', async () => {
  await using bot = await twoClerks()
  await bot.say(clerk, sentence)

  expect((await bot.say(colleague, '我的上报')).text).not.toContain('张三')
})

test('who saves a colleague’s draft finds it under 我的上报 and may take it back; both receipts say who saved it', async () => {
  await using bot = await twoClerks()
  const draft = await bot.say(clerk, sentence)
  await bot.click(colleague, await bot.say(colleague, '草稿'), '继续')
  const receipt = await bot.click(colleague, bot.last(colleague), '保存')

  for (const { text } of [receipt, bot.shown(draft.messageId)])
    expect(text).toContain('钱小梅保存，王秀兰起草')
  expect((await bot.say(colleague, '我的上报')).text).toContain('张三')
  expect((await bot.say(clerk, '我的上报')).text).toContain('张三')
  expect((await bot.say(colleague, '撤回张三那条')).text).toContain('已撤回 RY-20260306-001')
  expect(bot.shown(draft.messageId).text).toContain('已撤回')
})

test('what one began and saved oneself names nobody on the receipt', async () => {
  await using bot = await twoClerks()

  const receipt = await bot.click(clerk, await bot.say(clerk, sentence), '保存')

  expect(receipt.text).not.toContain('起草')
})
