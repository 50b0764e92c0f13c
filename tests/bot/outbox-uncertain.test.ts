// What the outbox promises when nobody knows whether a message arrived: it is shown once.
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../bot/context.ts'
import type { TestApp } from '../support/app.ts'
import { people, sentences, startSmall } from '../support/small.ts'
import { answer, handle, hour, sending, shows, texts, words } from './scripted.ts'

const { clerk, officer, public: witness } = people

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

describe('a card with a photo, lost on its way to who handles the tip', () => {
  /** Both the receipt and the handler's card are lost, and the bot is off until the uuids are forgotten. */
  async function tipLost(bot: TestApp, kind: 'cutAfter' | 'cutBefore'): Promise<void> {
    const create = { width: 8, height: 8, channels: 3, background: '#888888' } as const
    await bot.send(witness, { kind: 'image', bytes: await sharp({ create }).png().toBuffer(), name: 'a.png' })
    bot.feishu.setFaults({ rest: [{ path: sending, times: 2, kind }] })
    await bot.say(witness, sentences.hazard)
    await bot.app.close()
    bot.clock.advance(hour + 60_000)
    await bot.restart()
    await bot.settle()
  }

  const cards = (bot: TestApp, as: string) =>
    bot.all(as).filter(({ text }) => text.includes('YH-20260306-001')).length

  test('is known again in the chat, although it names the photo otherwise there', async () => {
    await using bot = await startSmall()
    await bot.say(officer, '帮助')

    await tipLost(bot, 'cutAfter')

    expect([cards(bot, witness), cards(bot, officer)]).toEqual([1, 1])
  })

  test('is sent when nothing was ever said to that person and no chat can be looked into', async () => {
    await using bot = await startSmall()

    await tipLost(bot, 'cutBefore')

    expect([cards(bot, witness), cards(bot, officer)]).toEqual([1, 1])
  })
})
