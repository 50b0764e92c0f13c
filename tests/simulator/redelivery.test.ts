// Events that are not acknowledged come again on the platform's schedule, by the simulated clock.

import { expect, test } from 'vitest'
import { clerk, connectBot, simulate, startMs } from './bot.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

test('an event that nobody takes comes after 15 s, 5 min, 1 h and 6 h and is then lost', async () => {
  await using simulator = await simulate()
  const times: number[] = []
  simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '你好' })
  await simulator.settled()

  for (const step of [14 * second, second, 5 * minute, hour, 6 * hour]) {
    times.push(simulator.events()[0]?.attempts ?? 0)
    await simulator.moveClock(simulator.now() + step)
  }

  expect(times).toEqual([1, 1, 2, 3, 4])
  expect(simulator.events()[0]).toMatchObject({ attempts: 5, state: 'lost' })
  expect(simulator.log().at(-1)?.result).toBe('lost: five deliveries without an ack')
})

test('one long move of the clock runs every redelivery at its own time', async () => {
  await using simulator = await simulate()
  simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '你好' })
  await simulator.settled()

  await simulator.moveClock(startMs + 8 * hour)

  const offsets = simulator.log().flatMap(({ direction, result, atMs }) => {
    return direction === 'event' && result.includes('nobody') ? [atMs - startMs] : []
  })
  const first = 15 * second
  expect(offsets).toEqual([0, first, first + 5 * minute, first + 65 * minute, first + 425 * minute])
})

test('a redelivery carries the same event_id and message_id, and stops after the ack', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ dropAcks: 2 })
  using bot = await connectBot(simulator, () => undefined)

  const { messageId } = simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '你好' })
  await simulator.settled()
  await simulator.moveClock(startMs + 8 * hour)

  expect(bot.received).toHaveLength(3)
  expect(new Set(bot.received.map(({ event_id }) => event_id)).size).toBe(1)
  expect(bot.received.map((event) => event['message'])).toEqual(
    Array(3).fill(expect.objectContaining({ message_id: messageId })),
  )
})

test('the clock never goes back', async () => {
  await using simulator = await simulate()

  await simulator.moveClock(startMs + hour)

  expect(await simulator.moveClock(startMs)).toBe(startMs + hour)
})
