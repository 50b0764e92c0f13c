// What the outbox promises about cards: the newest state in the end, and words where a card is refused.
import { describe, expect, test } from 'vitest'
import type { Handler, Outcome, Outgoing } from '../../bot/context.ts'
import type { TestApp } from '../support/app.ts'
import { people, startSmall } from '../support/small.ts'
import { answer, handle, hour, next, sending, shows, texts, words } from './scripted.ts'

const { clerk } = people

describe('a card that is replaced', () => {
  const first: Outcome = { say: [{ to: { openId: clerk }, card: shows('初稿'), about: 'thing:1' }] }
  const replaced = (what: string): Outgoing => ({ replace: 'thing:1', card: shows(what) })
  const patches = (bot: TestApp) => bot.feishu.log().filter(({ name }) => name.startsWith('PATCH')).length

  test('many times at once is replaced once, by the newest', async () => {
    await using bot = await startSmall({ handle })
    await answer(bot, first)

    await answer(bot, { say: [replaced('二稿'), replaced('三稿'), replaced('四稿')] })

    expect(texts(bot)).toEqual(['四稿'])
    expect(patches(bot)).toBe(1)
  })

  test('before it was sent shows the newest in the end', async () => {
    await using bot = await startSmall({ handle })
    bot.feishu.setFaults({ rest: [{ path: sending, times: 1, kind: 'serverError' }] })

    await answer(bot, first)
    await answer(bot, { say: [replaced('二稿')] })
    await bot.pass(5)

    expect(texts(bot)).toEqual(['二稿'])
  })

  test('while its first state waits for a later hour shows the newest then', async () => {
    await using bot = await startSmall({ handle })
    const atNight = { to: { openId: clerk }, card: shows('初稿'), about: 'thing:1' }

    await answer(bot, { say: [{ ...atNight, notBefore: bot.clock.now() + hour }] })
    await answer(bot, { say: [replaced('二稿')] })
    expect(texts(bot)).toEqual([])
    bot.clock.advance(hour)
    await bot.settle()
    await bot.pass(3)

    expect(texts(bot)).toEqual(['二稿'])
  })

  test('while more than the limit stands before it shows the newest', async () => {
    await using bot = await startSmall({ handle })
    const atOnce = async (outcome: Outcome) => {
      next.outcome = outcome
      bot.feishu.say({ as: clerk, chatId: bot.feishu.botChat(clerk), text: '去' })
      await bot.settle()
    }

    await atOnce({ say: [...words('一', '二', '三', '四', '五'), ...(first.say ?? [])] })
    await atOnce({ say: [replaced('二稿')] })
    expect(texts(bot)).toHaveLength(4)
    await bot.pass(5)

    expect(texts(bot)).toEqual(['一', '二', '三', '四', '五', '二稿'])
  })

  test('does not fall back to what a press answered before', async () => {
    const pressing: Handler = async (inbound) =>
      inbound.kind === 'press' ? { card: shows('按过') } : next.outcome
    await using bot = await startSmall({ handle: pressing })
    await answer(bot, first)
    const { messageId } = bot.last(clerk)
    await bot.app.inbox.accept({
      key: 'event:p1',
      kind: 'press',
      lane: clerk,
      body: {
        envelope: {
          schema: '2.0',
          header: { event_id: 'p1', event_type: 'card.action.trigger' },
          event: {
            operator: { open_id: clerk },
            context: { open_message_id: messageId, open_chat_id: bot.feishu.botChat(clerk) },
            action: { value: { act: 'x' } },
          },
        },
      },
    })
    await bot.settle()

    await answer(bot, { say: [replaced('后来')] })
    expect(texts(bot)).toEqual(['后来'])
    await bot.pass(5)

    expect(texts(bot)).toEqual(['后来'])
  })
})

describe('what the platform will not take', () => {
  test('as a card is said as text in the same place, and calls nobody', async () => {
    await using bot = await startSmall({ handle })
    bot.feishu.setFaults({ refuseCards: { times: 1, code: 11310 } })
    const hostile = { to: { openId: clerk }, card: shows('<at user_id="all"></at>你好'), about: 'thing:1' }

    await answer(bot, { say: [hostile, ...words('然后')] })
    await answer(bot, { say: [{ replace: 'thing:1', card: shows('新的') }] })
    await bot.pass(3)

    expect(texts(bot)).toEqual(['＜at user_id="all"＞＜/at＞你好', '然后'])
    expect(await bot.database.transact((tx) => tx.outgoing.count({ where: { status: 'parked' } }))).toBe(0)
  })

  test('as an answer, because the message is gone, is said without it in the same place', async () => {
    await using bot = await startSmall({ handle })
    const chatId = bot.feishu.botChat(clerk)
    const { messageId } = bot.feishu.say({ as: clerk, chatId, text: '在吗' })
    bot.feishu.recall({ as: clerk, messageId })
    await bot.settle()

    await answer(bot, {
      say: [
        { to: { replyTo: messageId, chatId }, text: '在' },
        { to: { chatId }, text: '二' },
      ],
    })

    expect(texts(bot)).toEqual(['在', '二'])
  })
})
