// A tip that is already stored: what its sender types afterwards answers its questions or corrects it, and may bring it
// to another handler. Once its handling is over, a correction needs a reason and the handlers are told.
import { beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

const citizen = 'ou_demo_public'
const officer = 'ou_demo_officer_zezhou'

const tipOf = (bot: TestApp) =>
  bot.database.transact((tx) =>
    tx.tip.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { steps: true } }),
  )
const countTips = (bot: TestApp) => bot.database.transact((tx) => tx.tip.count())

test('a typed answer fills what the receipt asks and makes no second tip', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(citizen, '三号皮带机没有护罩')
  const before = await countTips(bot)

  const target = await bot.say(citizen, '申酉砖厂')
  const place = await bot.say(citizen, '泽州县大阳镇')

  expect(target.text).toContain('哪个单位：未填 → 申酉砖厂')
  expect(place.text).toContain('在哪个县（市、区）：未填 → 泽州县')
  expect(place.text).toContain('在哪个乡镇（街道）：未填 → 大阳镇')
  expect(await countTips(bot)).toBe(before)
})

test.each([
  ['大阳镇有人偷着挖煤'],
  ['高平市米山镇一家小作坊粉尘很大没有除尘'],
  ['大阳镇那边老李家的窑厂天天黑夜里响个不停'],
])('a second tip is no answer to the first one: %s', async (second) => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say('ou_demo_clerk_zhengzhuang', '子丑煤业绞车制动失灵还在用')
  const first = await tipOf(bot)

  const said = await bot.say('ou_demo_clerk_zhengzhuang', second)

  const { content } = await bot.database.transact((tx) =>
    tx.tip.findUniqueOrThrow({ where: { id: first.id } }),
  )
  expect(said.text).not.toContain('已补充')
  expect(content).toEqual(first.content)
})

test('a telephone that nobody asked for and a place of no map are added to the tip', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(citizen, '高平市米山镇某工地脚手架没有护栏')

  const place = await bot.say(citizen, '是在河东头第二个路口')
  const phone = await bot.say(citizen, '电话13812345678')

  expect(place.text).toContain('具体地点：某工地 → 某工地，河东头第二个路口')
  expect(phone.text).toContain('联系电话（可不留）：未填 → 13812345678')
})

test('a place told afterwards brings the tip to the handlers of that place', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(citizen, '三号皮带机没有护罩')

  await bot.say(citizen, '泽州县大阳镇')

  const tip = await tipOf(bot)
  expect(tip.steps.map(({ kind, note }) => [kind, note])).toContainEqual(['routed', '泽州县应急管理局'])
  expect(bot.last(officer).text).toContain(tip.number)
})

test('a typed correction shows the difference, and the handler reads it on the card', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(citizen, '泽州县子丑煤业三号皮带机没有护罩')

  const said = await bot.say(citizen, '刚才举报的单位写错了，是申酉砖厂')

  expect(said.text).toContain('哪个单位：子丑煤业有限公司 → 申酉砖厂')
  expect(bot.last(officer).text).toContain('申酉砖厂')
  const { steps } = await tipOf(bot)
  const corrected = steps.find(({ kind }) => kind === 'corrected')
  expect(corrected?.note).toBeNull()
  expect(Buffer.from(corrected?.detail ?? []).toString()).not.toContain('申酉')
})

test('a tip that was refused is corrected with a reason only, and its handlers are told without the content', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(citizen, '泽州县子丑煤业三号皮带机没有护罩')
  const asked = await bot.click(officer, bot.last(officer), '不予受理')
  await bot.click(officer, asked, '确认不予受理', { reason: '没有这个皮带机' })

  const why = await bot.say(citizen, '地点写错了，是五号井口')
  const refused = await bot.click(citizen, why, '写好了，更正', { location: '五号井口', reason: '一' })
  const done = await bot.click(citizen, why, '写好了，更正', { location: '五号井口', reason: '记错了井口' })

  expect(why.text).toContain('请写原因')
  expect(why.text).toContain('具体地点：未填 → 五号井口')
  expect(refused.toast).toContain('请写明更正的原因')
  expect(done.toast).toContain('已更正')
  const told = bot.last(officer).text
  expect(told).toContain('结束后，举报人作了更正')
  expect(told).not.toContain('五号井口')
})

test('撤回 typed takes back a tip that nobody decided on, and not one that was accepted', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(citizen, '泽州县子丑煤业三号皮带机没有护罩')
  const first = await bot.say(citizen, '撤回')
  await bot.say(citizen, '泽州县子丑煤业四号皮带机没有护罩')
  await bot.click(officer, bot.last(officer), '受理')

  const second = await bot.say(citizen, '撤回')

  expect(first.text).toContain('已撤回')
  expect(second.text).toContain('不能撤回')
})
