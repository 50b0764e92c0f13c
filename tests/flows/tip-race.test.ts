// One tip, several who may handle it: whoever comes second learns who was first and when, on toast and card. Who was
// sent the tip for want of a handler can act on it too.
import { beforeAll, expect, test } from 'vitest'
import { clickOn } from '../../simulator/cards/click.ts'
import type { TestApp } from '../support/app.ts'
import type { Shown } from '../support/conversation.ts'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

const citizen = 'ou_demo_public'
const officer = 'ou_demo_officer_zezhou'
const colleague = 'ou_demo_clerk_beiliu'
const sentence = '泽州县子丑煤业三号皮带机没有护罩'

/** 泽州县应急管理局 with a second handler, 钱小梅. */
async function twoHandlers(): Promise<TestApp> {
  const bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.database.transact(async (tx) => {
    const { unitId } = await tx.binding.findFirstOrThrow({ where: { openId: officer, role: 'handler' } })
    const createdAt = new Date(bot.clock.now())
    await tx.binding.create({
      data: { openId: colleague, name: '钱小梅', unitId, role: 'handler', createdAt, createdBy: 'test' },
    })
  })
  return bot
}

/** The card as it is on a screen now: the press comes later, when others have acted. */
function onScreen(bot: TestApp, as: string, { messageId }: Shown, label: string, form = {}) {
  const message = bot.feishu.messages(bot.feishu.botChat(as)).find((one) => one.messageId === messageId)
  const action = clickOn(JSON.parse(message?.content ?? ''), label, form)
  if (action === undefined) throw new Error(`no button ${label}`)
  return async () => (await bot.feishu.press({ as, messageId, action })).toast?.content
}

test('the second of two handlers is told who accepted the tip and when; the sender is not', async () => {
  await using bot = await twoHandlers()
  const receipt = await bot.say(citizen, sentence)
  const copy = bot.last(colleague)
  const press = onScreen(bot, colleague, copy, '受理')

  const accepted = await bot.click(officer, bot.last(officer), '受理')
  const late = await press()

  expect(accepted.text).toContain('已受理（陈志强）')
  expect(late).toBe('陈志强 3月6日 10:00 先受理了这条线索，已换成现在的状态。')
  expect(bot.shown(copy.messageId).text).toContain('3月6日 10:00 已受理（陈志强）')
  expect(bot.shown(receipt.messageId).text).not.toContain('陈志强')
})

test('the form of the refusal is overtaken too', async () => {
  await using bot = await twoHandlers()
  await bot.say(citizen, sentence)
  const form = await bot.click(colleague, bot.last(colleague), '不予受理')
  const refusal = onScreen(bot, colleague, form, '确认不予受理', { reason: '不归我们管' })
  await bot.click(officer, bot.last(officer), '受理')

  const late = await refusal()

  expect(late).toContain('陈志强 3月6日 10:00 先受理了这条线索')
})

test('whoever presses twice, and whoever comes after the sender took it back, is told so', async () => {
  await using bot = await twoHandlers()
  await bot.say(citizen, sentence)
  const again = onScreen(bot, officer, bot.last(officer), '受理')
  await bot.click(officer, bot.last(officer), '受理')
  const twice = await again()
  const other = await bot.say(citizen, '泽州县子丑煤业二号皮带机没有护罩')
  const late = onScreen(bot, officer, bot.last(officer), '受理')
  await bot.click(citizen, other, '撤回举报')

  expect(twice).toBe('您已经受理了这条线索。')
  expect(await late()).toBe('举报人已撤回这条线索，不用再办理。')
})

test('a leader who gets the tip because the bureau has no handler can accept it', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.database.transact((tx) =>
    tx.binding.updateMany({ where: { openId: officer }, data: { role: 'leader' } }),
  )
  await bot.say(citizen, sentence)

  const accepted = await bot.click(officer, bot.last(officer), '受理')

  expect(accepted.toast).toContain('已受理')
})
