// The optional language model in a conversation: asked after the card of the rules was sent, shown as a suggestion,
// saved by a tap only, and never asked elsewhere about what may hold a tip.
import { expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { startModel } from '../support/model.ts'
import { people, startSmall } from '../support/small.ts'

const { clerk } = people
const undated = '张三调到应急办，专职，单位食堂翻修完的第二天到的岗'
const dated = '{"0.effectiveDate":"2026-03-05"}'

const advisedBy = (url: string) => startSmall({ env: { LLM_BASE_URL: url, LLM_MODEL: 'small' } })
const waiting = (bot: TestApp) =>
  bot.database.transact((tx) => tx.trigger.count({ where: { kind: 'ask', status: 'waiting' } }))
const saved = (bot: TestApp) => bot.database.transact((tx) => tx.report.count({ where: { status: 'saved' } }))

test('what the rules left open is suggested below the card, and saved by a tap only', async () => {
  await using model = await startModel(`好的：${dated}`)
  await using bot = await advisedBy(model.url)

  const card = await bot.say(clerk, undated)
  const askedBefore = model.asked.length
  await bot.pass(3)
  const suggestion = bot.last(clerk)
  const savedBefore = await saved(bot)
  const done = await bot.click(clerk, suggestion, '核对无误，采用', { item0_effectiveDate: '2026-03-05' })

  expect(card.text).toContain('待补充')
  expect(askedBefore).toBe(0)
  expect(suggestion.text).toContain('建议补上')
  expect(suggestion.text).toContain('可能不对')
  expect(savedBefore).toBe(0)
  expect(done.toast).toContain('已登记 RY-')
  expect(model.asked).toHaveLength(1)
  expect(model.asked[0]?.body).toContain('0.effectiveDate')
})

test('a restart between the card and the question loses neither', async () => {
  await using model = await startModel(dated)
  await using bot = await advisedBy(model.url)
  await bot.say(clerk, undated)

  await bot.restart()
  await bot.pass(3)

  expect(bot.last(clerk).text).toContain('建议补上')
})

test.each([
  ['no JSON', '我不知道'],
  ['a field the draft does not lack', '{"0.remark":"好"}'],
  ['a value that is no day', '{"0.effectiveDate":"2026-02-30"}'],
  ['a list instead of an object', '[1]'],
])('an answer with %s shows nothing', async (_, answer) => {
  await using model = await startModel(answer)
  await using bot = await advisedBy(model.url)
  const card = await bot.say(clerk, undated)

  await bot.pass(3)

  expect(model.asked).toHaveLength(1)
  expect(bot.last(clerk).messageId).toBe(card.messageId)
})

test('a suggestion for a draft that was saved meanwhile is dropped', async () => {
  await using model = await startModel(dated)
  await using bot = await advisedBy(model.url)
  const card = await bot.say(clerk, undated)
  await bot.click(clerk, card, '补齐并保存', { item0_effectiveDate: '2026-03-04' })

  await bot.pass(3)

  expect(
    bot
      .all(clerk)
      .map(({ text }) => text)
      .join(),
  ).not.toContain('建议补上')
})

test('phone and identity numbers are not told to the model', async () => {
  await using model = await startModel('{}')
  await using bot = await advisedBy(model.url)
  await bot.say(clerk, `${undated}，电话13812345678`)

  await bot.pass(3)

  expect(model.asked).toHaveLength(1)
  expect(model.asked[0]?.body).not.toContain('13812345678')
})

test('without a model, or with nothing open, nothing is asked', async () => {
  await using model = await startModel(dated)
  await using off = await startSmall()
  await using bot = await advisedBy(model.url)

  await off.say(clerk, undated)
  await bot.say(clerk, '张三3月5日调入应急办，专职')

  expect([await waiting(off), await waiting(bot)]).toEqual([0, 0])
})

test('an address elsewhere is asked about reports, and never about a tip or what sounds like one', async () => {
  await using bot = await advisedBy('https://model.example.com/v1')

  await bot.say(people.public, '有个煤矿的皮带机没有护罩')
  await bot.say(clerk, `${undated}，原来是举报信里说的人`)
  const afterTip = await waiting(bot)
  await bot.say(clerk, undated)

  expect([afterTip, await waiting(bot)]).toEqual([0, 1])
})

test.each([
  '张三调到应急办，专职；隔壁矿上把探头包住了',
  '张三调到应急办，专职，他说矿上死了人没报',
  '李明调来应急办，他是从子丑煤业跑出来的，厂里欠薪还让冒险干活',
  '张三调到应急办，专职，顺便说一下南街那家饭店后厨老漏气',
])('a report that tells on somebody besides is not asked about elsewhere: %s', async (text) => {
  await using bot = await advisedBy('https://model.example.com/v1')

  await bot.say(clerk, text)

  expect(await waiting(bot)).toBe(0)
})

const unread = '老李头那边的摊子从开春起归张三管了'

test('a message that no rule understood is suggested as a form, and stored by submitting it only', async () => {
  await using model = await startModel(
    '{"kind":"staffing","fields":{"person":"张三","changeType":"join","effectiveDate":"2026-03-05","role":"没有说过的职务"}}',
  )
  await using bot = await advisedBy(model.url)

  const answer = await bot.say(clerk, unread)
  await bot.pass(3)
  const suggestion = bot.last(clerk)
  const savedBefore = await saved(bot)
  const done = await bot.click(clerk, suggestion, '提交并保存', {
    item0_person: '张三',
    item0_changeType: 'join',
    item0_effectiveDate: '2026-03-05',
  })

  expect(answer.text).toContain('没看懂')
  expect(suggestion.text).toContain('语言模型从您的原话里猜的')
  expect(suggestion.text).not.toContain('没有说过的职务')
  expect(savedBefore).toBe(0)
  expect(done.toast).toContain('已登记 RY-')
})

test('what is typed instead of submitting a suggested form is not saved together with the guess', async () => {
  await using model = await startModel(
    '{"kind":"staffing","fields":{"person":"张三","changeType":"retire","effectiveDate":"2026-01-01","fullTime":true}}',
  )
  await using bot = await advisedBy(model.url)
  await bot.say(clerk, unread)
  await bot.pass(3)

  await bot.say(clerk, '王秀兰')
  await bot.say(clerk, '保存')
  await bot.say(clerk, '草稿')

  expect(await saved(bot)).toBe(0)
  const drafts = await bot.database.transact((tx) => tx.report.findMany({ where: { status: 'draft' } }))
  expect(drafts).toHaveLength(1)
  expect(bot.last(clerk).text).not.toContain('退休')
})

test('an unread message of somebody unbound may be suggested as a tip, never as a report of a unit', async () => {
  await using staffing = await startModel('{"kind":"staffing","fields":{"person":"张三"}}')
  await using tip = await startModel('{"kind":"hazard","fields":{"description":"归张三管了"}}')
  await using first = await advisedBy(staffing.url)
  await using second = await advisedBy(tip.url)

  await first.say(people.public, unread)
  await first.pass(3)
  await second.say(people.public, unread)
  await second.pass(3)

  expect(first.last(people.public).text).toContain('没看懂')
  expect(second.last(people.public).text).toContain('语言模型从您的原话里猜的')
  expect(await second.database.transact((tx) => tx.tip.count())).toBe(0)
})

test('an address elsewhere is not asked about a message that no rule understood: it may be a tip', async () => {
  await using bot = await advisedBy('https://model.example.com/v1')

  await bot.say(clerk, unread)

  expect(await waiting(bot)).toBe(0)
})
