// A property: whatever the order in which the platform delivers, however often, and wherever the bot is stopped and
// started between, the same happenings end in the same state.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { envelope, messageBody } from '../bot/feishu/envelopes.ts'
import type { TestApp } from '../support/app.ts'
import { people, sentences, startSmall } from '../support/small.ts'
import { endState } from '../support/state.ts'

const { clerk, second, bagong, public: witness } = people

function said(bot: TestApp, id: string, as: string, text: string): object {
  const content = JSON.stringify({ text })
  const place = { chat_id: bot.feishu.botChat(as), chat_type: 'p2p' }
  const sender = { sender_id: { union_id: 'on_1', open_id: as } }
  return messageBody({ message_id: id, content, ...place }, sender)
}

const takenBack = (bot: TestApp, id: string, as: string) => ({
  message_id: id,
  chat_id: bot.feishu.botChat(as),
  recall_time: '1767225600123',
  recall_type: 'message_owner',
})

/** What happened, one person's doings each; nothing of one person depends on the order of another's. */
const happenings: readonly ((bot: TestApp) => { type: string; event: object })[] = [
  (bot) => ({ type: 'im.message.receive_v1', event: said(bot, 'om_1', clerk, sentences.staffing) }),
  (bot) => ({
    type: 'im.message.receive_v1',
    event: said(bot, 'om_2', second, '李明3月5日调入应急办，专职'),
  }),
  (bot) => ({ type: 'im.message.recalled_v1', event: takenBack(bot, 'om_2', second) }),
  (bot) => ({ type: 'im.message.receive_v1', event: said(bot, 'om_3', witness, sentences.hazard) }),
  (bot) => ({ type: 'im.message.recalled_v1', event: takenBack(bot, 'om_3', witness) }),
  (bot) => ({ type: 'im.message.receive_v1', event: said(bot, 'om_4', bagong, '今天天气不错') }),
]

/** Rounds of deliveries: those of one round come at the same time; `stop` starts the bot anew after the round. */
type Round = { which: number[]; stop: boolean }

async function endAfter(rounds: readonly Round[]): Promise<unknown> {
  await using bot = await startSmall()
  let copies = 0
  for (const { which, stop } of rounds) {
    const bodies = which.map((index) => happenings[index]?.(bot) ?? { type: '', event: {} })
    // Every copy under an event id of its own: that is the worst the platform does.
    await Promise.all(
      bodies.map(({ type, event }) => {
        copies += 1
        return bot.app.receiver.receive(envelope(type, event, { event_id: `e${copies}` }))
      }),
    )
    if (stop) await bot.restart()
    else bot.clock.advance(1000)
  }
  await bot.settle()
  await bot.pass(5)
  return await endState(bot)
}

const all = happenings.map((_, index) => index)
const round = fc.record({ which: fc.array(fc.nat(all.length - 1), { maxLength: 5 }), stop: fc.boolean() })
/** Any rounds, and at last everything once more in any order, so that nothing is missing. */
const rounds = fc
  .tuple(fc.array(round, { maxLength: 4 }), fc.shuffledSubarray(all, { minLength: all.length }))
  .map(([before, last]): Round[] => [...before, { which: last, stop: false }])

test('any order and repetition of the same deliveries ends in the same state', async () => {
  const usual = await endAfter(all.map((index) => ({ which: [index], stop: false })))

  await fc.assert(
    fc.asyncProperty(rounds, async (some) => {
      expect(await endAfter(some)).toEqual(usual)
    }),
    { numRuns: 8 },
  )
}, 60_000)
