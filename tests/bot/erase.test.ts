// What people wrote does not lie in the queues for longer than a repeat can come; that it was there stays known.
import { expect, test } from 'vitest'
import { eraseBodies } from '../../bot/pump.ts'
import type { TestApp } from '../support/app.ts'
import { people, sentences, startSmall } from '../support/small.ts'

const hour = 3_600_000

const bodies = (bot: TestApp) =>
  bot.database.transact(async (tx) => ({
    taken: await tx.trigger.count({ where: { body: { not: null } } }),
    answers: await tx.trigger.count({ where: { answer: { not: null } } }),
    sent: await tx.outgoing.count({ where: { body: { not: null } } }),
  }))

test('bodies and answers are erased eight hours after the work is done, and not before', async () => {
  await using bot = await startSmall()
  const draft = await bot.say(people.clerk, sentences.staffing)
  await bot.click(people.clerk, draft, '保存')
  await bot.pass(3)

  bot.clock.advance(8 * hour - 4000)
  await eraseBodies(bot.database, bot.clock.now())
  expect(await bodies(bot)).toEqual({ taken: 2, answers: 1, sent: 2 })

  bot.clock.advance(4001)
  await eraseBodies(bot.database, bot.clock.now())
  expect(await bodies(bot)).toEqual({ taken: 0, answers: 0, sent: 0 })
})

test('what still waits or was given up keeps its body', async () => {
  await using bot = await startSmall()
  bot.feishu.setFaults({ refuseRecipients: { [people.clerk]: 230013 } })
  await bot.say(people.clerk, '帮助')
  await bot.database.transact((tx) => tx.trigger.updateMany({ data: { status: 'parked' } }))

  await eraseBodies(bot.database, bot.clock.now() + 30 * 24 * hour)

  expect(await bodies(bot)).toMatchObject({ taken: 1, sent: 1 })
})

test('a duplicate that comes after that is still known', async () => {
  await using bot = await startSmall()
  bot.feishu.setFaults({ dropAcks: 4 })
  await bot.say(people.public, sentences.hazard)
  const said = bot.all(people.public)

  // The fifth and last delivery comes seven hours after the first; this erases long before.
  await bot.feishu.moveClock(bot.clock.now() + 2 * hour)
  await eraseBodies(bot.database, bot.clock.now() + 9 * hour)
  const before = await bodies(bot)
  await bot.feishu.moveClock(bot.clock.now() + 8 * hour)
  await bot.settle()

  expect(before.taken).toBe(0)
  expect(bot.feishu.events().map(({ attempts, state }) => [attempts, state])).toEqual([[5, 'acked']])
  expect(bot.all(people.public)).toEqual(said)
  expect(await bot.database.transact((tx) => tx.tip.count())).toBe(1)
})
