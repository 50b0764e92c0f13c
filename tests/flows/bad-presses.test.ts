// Presses that come late, from others or forged: answered with a sentence, and nothing is done.
import { describe, expect, test } from 'vitest'
import { envelope } from '../bot/feishu/envelopes.ts'
import type { TestApp } from '../support/app.ts'
import type { Shown } from '../support/conversation.ts'
import { people, sentences, startSmall } from '../support/small.ts'
import { nothing, stored } from './plain-words.ts'

const { clerk, second, bagong, officer, admin, public: witness } = people

/** A press as a client sends it that does not ask the chat first: forwarded cards, forged ones. */
async function pressed(
  bot: TestApp,
  as: string,
  { messageId }: Shown,
  value: Record<string, unknown>,
): Promise<string> {
  const event = {
    operator: { open_id: as },
    context: { open_message_id: messageId, open_chat_id: bot.feishu.botChat(as) },
    action: { value },
  }
  const id = `p${JSON.stringify([as, value])}`.replace(/\W/g, '').slice(0, 60)
  const answer = await bot.app.receiver.receive(envelope('card.action.trigger', event, { event_id: id }))
  await bot.settle()
  return JSON.stringify(answer)
}

describe('a press', () => {
  test('on a card that is not the newest is answered with the newest', async () => {
    await using bot = await startSmall()
    const draft = await bot.say(clerk, sentences.staffing)
    await bot.click(clerk, draft, '取消')

    const answer = await pressed(bot, clerk, draft, { act: 'report.save', id: 1, rev: 1 })

    expect(answer).toContain('这张卡片不是最新的，已换成现在的状态。')
    expect(answer).toContain('已取消')
    expect(await stored(bot)).toEqual(nothing)
  })

  test.each([
    ['a clerk of another township', bagong],
    ['an administrator', admin],
    ['one of the public', witness],
  ])('of %s on somebody else’s draft does nothing and says so', async (_, as) => {
    await using bot = await startSmall()
    const draft = await bot.say(clerk, sentences.staffing)

    for (const act of ['report.save', 'report.fill', 'report.cancel', 'report.undo', 'report.show'])
      expect(await pressed(bot, as, draft, { act, id: 1, rev: 1 })).toContain(
        '这张卡片是别人填的，只有本人和本单位的报送员能操作。',
      )

    expect(await stored(bot)).toEqual(nothing)
    const saved = await bot.click(clerk, draft, '保存')
    expect(saved.toast).toBe('已登记 RY-20260306-001')
  })

  test('of a colleague of the same unit goes on with the draft, once', async () => {
    await using bot = await startSmall()
    const draft = await bot.say(clerk, sentences.staffing)

    const first = await pressed(bot, second, draft, { act: 'report.save', id: 1, rev: 1 })
    const again = await pressed(bot, clerk, draft, { act: 'report.save', id: 1, rev: 1 })

    expect(first).toContain('已登记 RY-20260306-001')
    expect(again).toMatch(/先保存了这份上报/)
  })

  test.each([
    ['a clerk', clerk],
    ['the sender', witness],
  ])('of %s on a handler’s card does not decide', async (_, as) => {
    await using bot = await startSmall()
    await bot.say(witness, sentences.hazard)

    expect(await pressed(bot, as, bot.last(officer), { act: 'tip.accept', id: 1 })).toContain('没有权限')

    expect(bot.last(officer).text).toContain('待受理')
  })

  test.each([
    ['an id that is none', { act: 'report.save', id: 'x', rev: 1 }],
    ['an id of nothing', { act: 'report.save', id: 999, rev: 1 }],
    ['no id', { act: 'report.save' }],
    ['an act of nothing', { act: 'report.burn', id: 1 }],
    ['a kind of nothing', { act: 'report.open', kind: '__proto__' }],
    ['a tip of nothing', { act: 'tip.accept', id: 999 }],
    ['words for numbers', { act: 'tip.accept', id: { $gt: 0 } }],
  ])('that carries %s is answered with a sentence', async (_, value) => {
    await using bot = await startSmall()
    const draft = await bot.say(clerk, sentences.staffing)

    const answer = await pressed(bot, clerk, draft, value)

    expect(answer).toMatch(/"content":"[^"]*[\u4e00-\u9fff]{4}/)
    expect(answer).not.toContain('已收到，正在处理')
    expect(await stored(bot)).toEqual(nothing)
  })
})
