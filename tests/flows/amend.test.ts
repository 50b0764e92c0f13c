// Amending by typing and by the buttons of several items: a clerk who made a mistake never learns a syntax.
import { expect, test } from 'vitest'
import { startDemo } from '../support/demo.ts'

const clerk = 'ou_demo_clerk_zhengzhuang'
const sentence = '张三3月5日从农业办调到应急办，专职，有注安师证'

test('a typed correction changes the draft and shows the difference', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, sentence)

  const card = await bot.say(clerk, '刚才那条写错了，是3月4号')

  expect(card.text).toContain('生效日期：2026-03-05 → 2026-03-04')
  expect((await bot.click(clerk, card, '保存')).text).toContain('2026-03-04')
})

test('a typed correction of a saved report takes its place when it is saved, and the old one stays in history', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.click(clerk, await bot.say(clerk, sentence), '保存')

  const card = await bot.say(clerk, '上一条张三的日期应该是3月4日')
  const receipt = await bot.click(clerk, card, '保存')
  const old = await bot.say(clerk, '进度 RY-20260306-001')

  expect(card.text).toContain('保存后代替 RY-20260306-001')
  expect(receipt.text).toContain('RY-20260306-002')
  expect(old.text).toContain('撤回')
  const posts = await bot.database.transact((tx) =>
    tx.post.findMany({ where: { person: { name: '张三' }, roleCode: 'townshipStaff' } }),
  )
  expect(posts.filter((post) => post.voidedAt === null).map((post) => post.from)).toEqual(['2026-03-04'])
  expect(posts).toHaveLength(2)
})

test('the answer to what a card asks may be typed', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const asked = await bot.say(clerk, '张三调到应急办，专职')

  const card = await bot.say(clerk, '3月5号')

  expect(asked.text).toContain('待补充')
  expect(card.text).toContain('生效日期：未填 → 2026-03-05')
  expect((await bot.click(clerk, card, '保存')).toast).toContain('已登记')
})

test('one of several people is dropped from the card, the others are saved together', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const draft = await bot.say(clerk, '赵大勇3月2日新到岗；钱二妮3月3日新到岗')

  const message = bot.feishu
    .messages(bot.feishu.botChat(clerk))
    .find((one) => one.messageId === draft.messageId)
  const menu = JSON.parse(message?.content ?? '{}') as { body: { elements: unknown[] } }
  const act = JSON.stringify(menu).match(/"act":"report\.item","id":(\d+),"rev":(\d+),"item":1/)
  await bot.feishu.press({
    as: clerk,
    messageId: draft.messageId,
    action: {
      tag: 'overflow',
      option: 'drop',
      value: { act: 'report.item', id: Number(act?.[1]), rev: Number(act?.[2]), item: 1 },
    },
  })
  await bot.settle()
  const receipt = await bot.click(clerk, draft, '保存')

  expect(receipt.text).toContain('赵大勇')
  expect(receipt.text).not.toContain('钱二妮')
})

test('words that answer nothing still get the nearest things that can be said', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, '张三调到应急办，专职')

  expect((await bot.say(clerk, '今天天气怎么样')).text).toContain('没看懂')
})

test('only the item that is wrong is asked about', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  const card = await bot.say(clerk, '赵大勇3月2日新到岗；钱二妮3月3日退休')

  const shown = bot.feishu.messages(bot.feishu.botChat(clerk)).find((one) => one.messageId === card.messageId)
  expect(card.text).toContain('在岗名单里没有“钱二妮”')
  expect(shown?.content).toContain('"name":"item1_person"')
  expect(shown?.content).not.toContain('"name":"item0_person"')
})

const trained = '王秀兰2月23日至3月4日参加轮训，80学时'

test('a correction that names its field as the card does is taken over', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, trained)

  for (const [typed, shown] of [
    ['学时改成40', '学时：80 学时 → 40 学时'],
    ['学时改为60学时', '学时：40 学时 → 60 学时'],
    ['考试改成合格', '考试：未填 → 合格'],
    ['培训类型改成继续教育', '培训类型：轮训 → 继续教育'],
    ['把结束日期改成3月5日', '结束日期：2026-03-04 → 2026-03-05'],
  ] as const)
    expect((await bot.say(clerk, typed)).text).toContain(shown)
})

test('a correction that does not fit its field is said so and changes nothing', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const card = await bot.say(clerk, trained)

  for (const [typed, said] of [
    ['学时改成120%', '学时没有改：读到的是“120%”'],
    ['学时改成5000', '学时没有改：读到的是“5000”'],
    ['培训类型改成跳舞', '培训类型没有改：读到的是“跳舞”'],
    ['结束日期改成明年', '结束日期没有改：读到的是“明年”'],
  ] as const)
    expect((await bot.say(clerk, typed)).text).toContain(said)

  expect(bot.shown(card.messageId).text).toContain('80 学时')
})

test('an order is no name for a person', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, '3月5日调到应急办一个人，专职')

  expect((await bot.say(clerk, '删除张三')).text).not.toContain('→ 删除张三')
})
