// What the outbox promises: each message once, in order, below the platform's limits, whatever goes wrong on the way.
import { describe, expect, test } from 'vitest'
import type { RestFault } from '../../simulator/faults.ts'
import { people, startSmall } from '../support/small.ts'
import { answer, handle, next, refusals, sending, texts, words } from './scripted.ts'

const { clerk, second } = people

describe('twenty messages to one chat', () => {
  const numbers = Array.from({ length: 20 }, (_, index) => `第${index + 1}条`)

  test('all arrive, in order, and none has to be refused', async () => {
    await using bot = await startSmall({ handle })

    await answer(bot, { say: words(...numbers) })
    expect(texts(bot)).toEqual(numbers.slice(0, 4))
    await bot.pass(5)

    expect(texts(bot)).toEqual(numbers)
    expect(refusals(bot)).toEqual([])
  })

  test('keep another chat waiting for nothing', async () => {
    await using bot = await startSmall({ handle })

    await answer(bot, { say: [...words(...numbers), { to: { openId: second }, text: '给您' }] })

    expect(texts(bot, second)).toEqual(['给您'])
  })

  test('stay before what is said to the chat later', async () => {
    await using bot = await startSmall({ handle })

    await answer(bot, { say: words(...numbers.slice(0, 6)) })
    await answer(bot, { say: words('最后') })
    await bot.pass(3)

    expect(texts(bot)).toEqual([...numbers.slice(0, 6), '最后'])
  })
})

describe('a send that goes wrong', () => {
  const kinds: RestFault['kind'][] = [
    'rateLimit',
    'messageRate',
    'serverError',
    'cutBefore',
    'cutAfter',
    'tokenInvalid',
  ]

  test.each(kinds)('with %s shows one message in the end, in its place', async (kind) => {
    await using bot = await startSmall({ handle })
    bot.feishu.setFaults({ rest: [{ path: sending, times: 3, kind }] })

    await answer(bot, { say: words('一', '二', '三') })
    await bot.pass(30)

    expect(texts(bot)).toEqual(['一', '二', '三'])
  })

  test('keeps its chat in order and no other chat waiting', async () => {
    await using bot = await startSmall({ handle })
    bot.feishu.setFaults({ rest: [{ path: sending, times: 1, kind: 'serverError' }] })

    await answer(bot, { say: words('一') })
    await answer(bot, { say: [...words('二'), { to: { openId: second }, text: '给您' }] })
    expect(texts(bot, second)).toEqual(['给您'])
    await bot.pass(3)

    expect(texts(bot)).toEqual(['一', '二'])
  })

  test('under the whole method being refused waits as long as the platform says', async () => {
    await using bot = await startSmall({ handle })
    bot.feishu.setFaults({ rest: [{ path: sending, times: 1, kind: 'rateLimit' }] })
    const calls = () => bot.feishu.log().filter(({ name }) => name === sending).length

    await answer(bot, { say: [{ to: { openId: second }, text: '给您' }, ...words('一')] })
    const before = calls()
    bot.clock.advance(500)
    await bot.settle()
    expect(calls()).toBe(before)
    await bot.pass(3)

    expect(texts(bot)).toEqual(['一'])
    expect(texts(bot, second)).toEqual(['给您'])
  })

  test('under one method being refused lets no other method overtake it in the same chat', async () => {
    await using bot = await startSmall({ handle })
    const chatId = bot.feishu.botChat(clerk)
    const { messageId: replyTo } = bot.feishu.say({ as: clerk, chatId, text: '在吗' })
    await bot.settle()
    bot.feishu.setFaults({ rest: [{ path: sending, times: 1, kind: 'rateLimit' }] })
    await answer(bot, { say: [{ to: { openId: second }, text: '给您' }] }, second)

    next.outcome = {
      say: [
        { to: { chatId }, text: '一' },
        { to: { replyTo, chatId }, text: '二' },
      ],
    }
    // At once: saying it as a person would take the second that the platform asked for.
    bot.feishu.say({ as: clerk, chatId, text: '去' })
    await bot.settle()
    expect(texts(bot)).toEqual([])
    await bot.pass(3)

    expect(texts(bot)).toEqual(['一', '二'])
  })

  test('for good is parked, and what comes after it goes on', async () => {
    await using bot = await startSmall({ handle })
    bot.feishu.setFaults({ refuseRecipients: { [second]: 230013 } })

    await answer(bot, { say: [{ to: { openId: second }, text: '到不了' }, ...words('一')] })
    bot.feishu.setFaults('none')
    await answer(bot, { say: [{ to: { openId: second }, text: '到了' }] })

    expect(texts(bot)).toEqual(['一'])
    expect(texts(bot, second)).toEqual(['到了'])
    const parked = await bot.database.transact((tx) => tx.outgoing.findMany({ where: { status: 'parked' } }))
    expect(parked.map(({ error }) => error)).toEqual(['feishu.unreachable_user'])
  })
})

test('a text calls nobody, whatever is typed into it', async () => {
  await using bot = await startSmall({ handle })

  await answer(bot, { say: words('<at user_id="all">所有人</at>开会') })

  const [sent] = bot.feishu.messages(bot.feishu.botChat(clerk)).filter(({ from }) => from === 'bot')
  expect(sent?.content).not.toContain('<')
  expect(texts(bot)).toEqual(['＜at user_id="all"＞所有人＜/at＞开会'])
})
