// The organisation of a township (第五条): told by form or in a sentence, judged at once, withdrawn without a trace in
// the judgement and with one in the history.
import { beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

const clerk = 'ou_demo_clerk_zhengzhuang'

/** 郑庄镇 before it said anything about its organisation. */
async function unfounded(): Promise<TestApp> {
  const bot = await startDemo({ at: '2026-03-06T10:00' })
  const unitId = await bot.database.transact(async (tx) => {
    const { id } = await tx.unit.findFirstOrThrow({ where: { name: '沁水县郑庄镇' } })
    await tx.organisation.deleteMany({ where: { unitId: id } })
    return id
  })
  await bot.database.at('2026-03-06', (store) => store.findings.evaluate([unitId], '2026-03-06'))
  return bot
}

const believed = (bot: TestApp) =>
  bot.database.transact(async (tx) => {
    const { id } = await tx.unit.findFirstOrThrow({ where: { name: '沁水县郑庄镇' } })
    const rows = await tx.organisation.findMany({
      where: { unitId: id, voidedAt: null },
      orderBy: { from: 'asc' },
    })
    return rows.map(({ name, documentNo, from, to }) => ({ name, documentNo, from, to }))
  })

test('a sentence makes the clause met, and taking it back makes it unknown again', async () => {
  await using bot = await unfounded()

  const card = await bot.say(clerk, '我镇3月1日成立应急管理办公室，专职，文号郑政发〔2026〕5号')
  const receipt = await bot.click(clerk, card, '保存')
  const founded = await believed(bot)
  await bot.say(clerk, '撤回')

  expect(receipt.text).toContain('专职应急管理机构')
  expect(receipt.text).toContain('达到第五条')
  expect(founded).toEqual([
    { name: '应急管理办公室', documentNo: '郑政发〔2026〕5号', from: '2026-03-01', to: null },
  ])
  expect(await believed(bot)).toEqual([])
})

test('without its paper it is stored, and the receipt says that the clause is not met yet', async () => {
  await using bot = await unfounded()

  const form = await bot.say(clerk, '报机构')
  const receipt = await bot.click(clerk, form, '提交并保存', {
    item0_newName: '应急办',
    item0_effectiveDate: '2026-03-01',
    item0_fullTime: 'true',
  })

  expect(receipt.text).toContain('没有设立文件的文号')
})

test('a new name ends the old one the day before and keeps its paper', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const [{ documentNo } = { documentNo: null }] = await believed(bot)

  const card = await bot.say(clerk, '原应急管理办公室3月2日更名为应急管理站')
  await bot.click(clerk, card, '保存')

  expect(await believed(bot)).toEqual([
    { name: '应急管理办公室', documentNo, from: '2021-09-01', to: '2026-03-01' },
    { name: '应急管理站', documentNo, from: '2026-03-02', to: null },
  ])
})

test('a department is told that the clause is not about it', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  const form = await bot.say('ou_demo_officer_qinshui', '报机构')
  const answer = await bot.click('ou_demo_officer_qinshui', form, '提交并保存', {
    item0_newName: '应急办',
    item0_effectiveDate: '2026-03-01',
  })

  expect(answer.toast).toContain('第五条说的是乡镇（街道）的机构')
})
