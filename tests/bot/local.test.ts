// The local demo after a restart: its clock goes on where it was, so that the next Monday is one nobody was told of.
import { expect, test } from 'vitest'
import { resumeClock } from '../../bot/local.ts'
import { startSimulator } from '../../simulator/simulator.ts'
import { people, sentences, startSmall } from '../support/small.ts'

const realMs = Date.parse('2026-03-06T10:00:00+08:00')

test('the simulated clock of a restarted demo is no earlier than what was taken in before', async () => {
  await using bot = await startSmall()
  bot.clock.set(Date.parse('2026-03-16T09:00:30+08:00'))
  await bot.say(people.clerk, sentences.staffing)
  const saidMs = bot.clock.now()
  const again = await startSimulator({ port: 0, host: '127.0.0.1', now: () => realMs })

  await resumeClock(bot.database, again.url)

  expect(again.now()).toBe(saidMs)
  await again.close()
})

test('a demo that was never moved ahead keeps the time of the machine', async () => {
  await using bot = await startSmall({ at: '2026-03-05T10:00' })
  await bot.say(people.clerk, '帮助')
  const again = await startSimulator({ port: 0, host: '127.0.0.1', now: () => realMs })

  await resumeClock(bot.database, again.url)

  expect(again.now()).toBe(realMs)
  await again.close()
})
