// What the outbox promises: each message once, in order, below the platform's limits, whatever goes wrong on the way.
import { beforeEach, describe, expect, test } from 'vitest'
import { card, md, text } from '../../bot/cards/index.ts'
import type { Handler, Outcome, Outgoing } from '../../bot/context.ts'
import type { RestFault } from '../../simulator/faults.ts'
import type { TestApp } from '../support/app.ts'
import { people, startSmall } from '../support/small.ts'

const { clerk, second } = people
const sending = 'POST /open-apis/im/v1/messages'
const hour = 3_600_000

/** What the handler of these tests answers to anything that is said. */
let next: Outcome = {}
beforeEach(() => {
  next = {}
})
const handle: Handler = async () => next

const words = (...said: string[]): Outgoing[] => said.map((one) => ({ to: { openId: clerk }, text: one }))
const shows = (what: string) =>
  card({ title: what, state: 'info', summary: what, elements: [text(md`${what}`)] })

async function answer(bot: TestApp, outcome: Outcome, as: string = clerk): Promise<void> {
  next = outcome
  await bot.say(as, '去')
  next = {}
}

const texts = (bot: TestApp, as: string = clerk) => bot.all(as).map((message) => message.text.split('\n')[0])
const refusals = (bot: TestApp) => bot.feishu.log().filter(({ result }) => /^[45]\d\d /.test(result))

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

describe('a message of unknown fate', () => {
  const photoless = shows('一张卡片')

  /** Sends, loses the answer, and is off until the platform has forgotten the uuid. */
  async function lostFor(bot: TestApp, outcome: Outcome, kind: 'cutAfter' | 'cutBefore'): Promise<void> {
    bot.feishu.setFaults({ rest: [{ path: sending, times: 1, kind }] })
    await answer(bot, outcome)
    await bot.app.close()
    bot.clock.advance(hour + 60_000)
    await bot.restart()
    await bot.settle()
  }

  test.each([
    ['text', { say: words('收到') }, '收到'],
    ['card', { say: [{ to: { openId: clerk }, card: photoless }] }, '一张卡片'],
  ])(
    'is looked up in the chat after 50 minutes: a %s that is there is not sent again',
    async (_, outcome, shown) => {
      await using bot = await startSmall({ handle })

      await lostFor(bot, outcome, 'cutAfter')

      expect(texts(bot)).toEqual([shown])
      expect(await bot.database.transact((tx) => tx.outgoing.count({ where: { status: 'sent' } }))).toBe(1)
    },
  )

  test('that is not there is sent', async () => {
    await using bot = await startSmall({ handle })

    await lostFor(bot, { say: words('收到') }, 'cutBefore')

    expect(texts(bot)).toEqual(['收到'])
  })

  test('is not taken for an equal one that was sent before', async () => {
    await using bot = await startSmall({ handle })
    await answer(bot, { say: words('收到') })

    await lostFor(bot, { say: words('收到') }, 'cutBefore')

    expect(texts(bot)).toEqual(['收到', '收到'])
  })

  test('is not sent while the chat cannot be read', async () => {
    await using bot = await startSmall({ handle })
    bot.feishu.setFaults({ rest: [{ path: sending, times: 1, kind: 'cutAfter' }] })
    await answer(bot, { say: words('收到') })
    await bot.app.close()
    bot.clock.advance(hour + 60_000)
    bot.feishu.setFaults({ rest: [{ path: 'GET /open-apis/im/v1/messages', times: 1, kind: 'serverError' }] })

    await bot.restart()
    await bot.settle()
    const uncertain = () =>
      bot.database.transact((tx) => tx.outgoing.count({ where: { status: 'uncertain' } }))
    expect(await uncertain()).toBe(1)
    bot.clock.advance(60_000)
    await bot.settle()

    expect(await uncertain()).toBe(0)
    expect(texts(bot)).toEqual(['收到'])
  })

  test('is sent again under its own id while the platform still knows it', async () => {
    await using bot = await startSmall({ handle })
    bot.feishu.setFaults({ rest: [{ path: sending, times: 1, kind: 'cutAfter' }] })
    await answer(bot, { say: words('收到') })
    await bot.app.close()
    bot.clock.advance(40 * 60_000)

    await bot.restart()
    await bot.settle()

    expect(texts(bot)).toEqual(['收到'])
    expect(bot.feishu.log().filter(({ name }) => name === 'GET /open-apis/im/v1/messages')).toEqual([])
  })
})

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
      next = outcome
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
    const pressing: Handler = async (inbound) => (inbound.kind === 'press' ? { card: shows('按过') } : next)
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
