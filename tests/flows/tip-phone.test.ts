// The telephone a sender leaves: on no card, and only for the one who accepted the tip, who leaves a trace each time.
import { beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

const citizen = 'ou_demo_public'
const officer = 'ou_demo_officer_zezhou'
const digits = '13812345678'

const seenTimes = (bot: TestApp) =>
  bot.database.transact((tx) => tx.audit.count({ where: { action: 'tip.phoneSeen' } }))

test('who accepted the tip sees the telephone after a press, and the sender sees that it was looked at', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const receipt = await bot.say(citizen, `泽州县子丑煤业三号皮带机没有护罩，电话${digits}`)
  const tip = bot.last(officer)

  const accepted = await bot.click(officer, tip, '受理')
  await bot.click(officer, tip, '看联系电话')
  const phone = bot.last(officer)

  expect(receipt.text).toContain('已留；只有受理的人核实时能看')
  expect(tip.text).not.toContain('看联系电话')
  expect(accepted.text).not.toContain(digits)
  expect(phone.text).toContain(digits)
  expect(bot.shown(receipt.messageId).text).toContain('受理的人看了联系电话')
  expect(await seenTimes(bot)).toBe(1)
})

test('a telephone told afterwards, or another one, is on no card of the handler either', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(citizen, `泽州县子丑煤业三号皮带机没有护罩，电话${digits}`)
  const tip = bot.last(officer)

  const said = await bot.say(citizen, '联系电话 13900001111')
  const shown = bot.shown(tip.messageId)

  expect(said.text).toContain(`${digits} → 13900001111`)
  expect(shown.text).toContain('补充了内容：联系电话')
  expect(shown.text).not.toMatch(/1381234|1390000/)
})

test('an anonymous tip keeps its telephone from everybody', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const receipt = await bot.say(citizen, `匿名举报：泽州县子丑煤业三号皮带机没有护罩，电话${digits}`)
  const tip = bot.last(officer)

  const accepted = await bot.click(officer, tip, '受理')

  expect(receipt.text).toContain('您要匿名，不给任何人看')
  expect(accepted.text).not.toContain('看联系电话')
})

test('a colleague who did not accept it does not see it', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(citizen, `泽州县子丑煤业三号皮带机没有护罩，电话${digits}`)
  const tip = bot.last(officer)
  await bot.click(officer, tip, '受理')
  await bot.database.transact((tx) =>
    tx.tip.updateMany({ where: { status: 'accepted' }, data: { decidedBy: 'somebody' } }),
  )

  const refused = await bot.click(officer, tip, '看联系电话')

  expect(refused.toast).toBe('只有受理这条线索的人能看联系电话。')
  expect(await seenTimes(bot)).toBe(0)
})
