// The platform delivers at least once, in any order, and connections break: the end is the same as without all that.
import { expect, test } from 'vitest'
import type { SomeFaults } from '../../simulator/faults.ts'
import type { TestApp } from '../support/app.ts'
import { people, sentences, startSmall } from '../support/small.ts'
import { endState } from '../support/state.ts'

const { clerk, second, officer, public: witness } = people

/** A staffing report saved, another drafted and taken back, a tip filed and accepted. */
async function day(bot: TestApp): Promise<void> {
  const draft = await bot.say(clerk, sentences.staffing)
  await bot.click(clerk, draft, '保存')
  const { messageId } = bot.feishu.say({
    as: second,
    chatId: bot.feishu.botChat(second),
    text: '李明3月5日调入应急办，专职',
  })
  await bot.settle()
  bot.feishu.recall({ as: second, messageId })
  await bot.settle()
  await bot.say(witness, sentences.hazard)
  await bot.click(officer, bot.last(officer), '受理')
  await bot.pass(4)
}

async function endOf(transport: 'ws' | 'webhook', faults: SomeFaults): Promise<unknown> {
  await using bot = await startSmall({ transport })
  bot.feishu.setFaults(faults)
  await day(bot)
  // Everything the platform still repeats is over after seven hours.
  await bot.feishu.moveClock(bot.feishu.now() + 8 * 3_600_000)
  await bot.pass(2)
  const states = new Set(bot.feishu.events().map(({ state }) => state))
  expect(states).toEqual(new Set(['acked']))
  return await endState(bot)
}

const faults: [string, SomeFaults][] = [
  ['every event comes three times', { duplicateEvents: 2 }],
  ['every message comes again under another event id', { duplicateUnderNewId: 100 }],
  ['both', { duplicateEvents: 2, duplicateUnderNewId: 100 }],
  ['the first ten acknowledgements are lost', { dropAcks: 10 }],
]

for (const transport of ['ws', 'webhook'] as const) {
  test(`nothing changes over ${transport} when deliveries are repeated`, async () => {
    const usual = await endOf(transport, {})
    expect(JSON.stringify(usual)).toMatch(
      /"status":"saved"[\s\S]*"status":"cancelled"|"status":"cancelled"[\s\S]*"status":"saved"/,
    )

    for (const [what, fault] of faults) expect(await endOf(transport, fault), what).toEqual(usual)
  })
}

test.each([
  ['a draft', second, '李明3月5日调入应急办，专职'],
  ['a tip', witness, sentences.hazard],
])('%s whose recall overtakes it ends like one that was recalled afterwards', async (_, as, text) => {
  const ends = []
  for (const reorderEvents of [0, 2]) {
    await using bot = await startSmall()
    bot.feishu.setFaults({ reorderEvents })
    const { messageId } = bot.feishu.say({ as, chatId: bot.feishu.botChat(as), text })
    if (reorderEvents === 0) await bot.settle()
    bot.feishu.recall({ as, messageId })
    await bot.settle()
    await bot.pass(4)
    const order = bot.feishu.log().filter(({ direction }) => direction === 'event')
    expect(order.map(({ name }) => name)).toHaveLength(2)
    expect(order[0]?.name).toBe(reorderEvents === 0 ? 'im.message.receive_v1' : 'im.message.recalled_v1')
    ends.push(await endState(bot))
  }

  expect(ends[1]).toEqual(ends[0])
  expect(JSON.stringify(ends[0])).toContain('撤回')
})

test('a socket that breaks right after a push loses nothing and repeats nothing', async () => {
  await using bot = await startSmall()
  bot.feishu.setFaults({ cutAfterPush: 1 })

  bot.feishu.say({ as: witness, chatId: bot.feishu.botChat(witness), text: sentences.hazard })
  await bot.feishu.connected()
  await bot.feishu.moveClock(bot.feishu.now() + 8 * 3_600_000)
  await bot.settle()

  expect(bot.feishu.events().map(({ state }) => state)).toEqual(['acked'])
  expect(bot.all(witness)).toHaveLength(1)
})
