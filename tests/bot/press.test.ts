// A press on a card: answered in time whatever happens, the same press always the same way, and the card follows.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { button, card, md, text } from '../../bot/cards/index.ts'
import type { Handler } from '../../bot/context.ts'
import { startSmall } from '../support/small.ts'
import { gate } from './corridor.ts'
import { envelope } from './feishu/envelopes.ts'

afterEach(() => {
  vi.useRealTimers()
})

const shows = (words: string) =>
  card({ title: words, state: 'info', summary: words, elements: [text(md`${words}`)] })

/** Says a card with one button, and counts the presses on it. */
function counting(pressed: () => Promise<void> = async () => undefined): Handler {
  let presses = 0
  return async (inbound) => {
    if (inbound.kind === 'message') {
      const asks = card({
        title: '请按',
        state: 'info',
        summary: '请按',
        elements: [button({ text: '按', style: 'primary', act: { act: 'count' } })],
      })
      return { say: [{ to: { openId: inbound.openId }, card: asks }] }
    }
    if (inbound.kind !== 'press') return {}
    await pressed()
    presses += 1
    return { toast: { type: 'success', content: `第${presses}次` }, card: shows(`按了${presses}次`) }
  }
}

const clerk = 'ou_clerk'

describe('a press', () => {
  test('is answered with toast and card at once', async () => {
    await using bot = await startSmall({ handle: counting() })
    const asks = await bot.say(clerk, '你好')

    const pressed = await bot.click(clerk, asks, '按')

    expect(pressed.toast).toBe('第1次')
    expect(pressed.text).toContain('按了1次')
  })

  test('whose outcome takes longer is acknowledged, and its card changes when it is done', async () => {
    const slow = gate()
    const began = gate()
    const handle = counting(async () => {
      began.open()
      await slow.passed
    })
    await using bot = await startSmall({ handle })
    const asks = await bot.say(clerk, '你好')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

    const pressing = bot.feishu.click({ as: clerk, messageId: asks.messageId, label: '按' })
    await began.passed
    await vi.advanceTimersByTimeAsync(2500)
    const { toast } = await pressing
    vi.useRealTimers()
    expect(toast?.content).toContain('已收到')
    expect(bot.shown(asks.messageId).text).toContain('请按')

    slow.open()
    await bot.settle()
    await bot.pass(3)
    expect(bot.shown(asks.messageId).text).toContain('按了1次')
  })

  test('that is delivered again gets the very same answer, and counts once', async () => {
    await using bot = await startSmall({ handle: counting() })
    const asks = await bot.say(clerk, '你好')
    const press = envelope('card.action.trigger', {
      operator: { open_id: clerk },
      context: { open_message_id: asks.messageId, open_chat_id: bot.feishu.botChat(clerk) },
      action: { value: { act: 'count' } },
    })

    const first = await bot.app.receiver.receive(press)
    const again = await bot.app.receiver.receive(press)
    await bot.restart()
    const afterRestart = await bot.app.receiver.receive(press)

    expect(first).toMatchObject({ toast: { content: '第1次' } })
    expect(again).toEqual(first)
    expect(afterRestart).toEqual(first)
    await bot.pass(4)
    expect(bot.shown(asks.messageId).text).toContain('按了1次')
  })

  test('that was stored before a crash is worked on after it, and the card shows it', async () => {
    await using bot = await startSmall({ handle: counting() })
    const asks = await bot.say(clerk, '你好')
    const event = {
      operator: { open_id: clerk },
      context: { open_message_id: asks.messageId, open_chat_id: bot.feishu.botChat(clerk) },
      action: { value: { act: 'count' } },
    }
    await bot.app.close()
    await bot.app.inbox.accept({
      key: 'event:e1f0',
      kind: 'press',
      lane: clerk,
      body: { envelope: envelope('card.action.trigger', event) },
    })

    await bot.restart()
    await bot.settle()
    await bot.pass(3)

    expect(bot.shown(asks.messageId).text).toContain('按了1次')
  })

  test('whose work keeps failing leaves the card as it is and the administrator is told', async () => {
    const fail = async () => {
      throw new Error('never')
    }
    await using bot = await startSmall({ handle: counting(fail) })
    const asks = await bot.say(clerk, '你好')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const pressing = bot.feishu.click({ as: clerk, messageId: asks.messageId, label: '按' })
    await expect
      .poll(() => bot.database.transact((tx) => tx.trigger.count({ where: { error: 'Error' } })))
      .toBe(1)
    await vi.advanceTimersByTimeAsync(2500)
    expect((await pressing).toast?.content).toContain('已收到')
    vi.useRealTimers()

    await bot.pass(160)

    expect(bot.shown(asks.messageId).text).toContain('请按')
    expect(bot.last('ou_admin').text).toMatch(/按钮操作处理失败.*序号 2.*原因 Error/)
  })
})
