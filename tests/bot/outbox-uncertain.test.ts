// What the outbox promises when nobody knows whether a message arrived: it is shown once.
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../bot/context.ts'
import type { TestApp } from '../support/app.ts'
import { people, startSmall } from '../support/small.ts'
import { answer, handle, hour, sending, shows, texts, words } from './scripted.ts'

const { clerk } = people

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
