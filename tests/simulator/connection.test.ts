// The long connection as a platform: who counts as connected, acks of every kind, fragments, several bots.

import { expect, test, vi } from 'vitest'
import { clerk, connectBot, impatient, simulate } from './bot.ts'
import { discover, openRawBot } from './raw-bot.ts'

test('a socket that has not pinged gets nothing, so the event waits for its redelivery', async () => {
  await using simulator = await simulate()
  const mute = await openRawBot(simulator, 'silent')

  simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '在吗' })
  await simulator.settled()

  expect(mute.pushes).toHaveLength(0)
  expect(simulator.events()[0]).toMatchObject({ state: 'waiting', attempts: 1 })
  expect(simulator.log().at(-1)?.result).toBe('nobody connected')
})

test('an ack that comes over another socket of the bot counts', async () => {
  await using simulator = await simulate()
  const first = await openRawBot(simulator, 'pinging')
  const second = await openRawBot(simulator, 'pinging')
  const pushed = Promise.race([first.nextPush(), second.nextPush()])

  simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '你好' })
  const push = await pushed
  const other = first.pushes.length > 0 ? second : first
  other.ack(push, '{"code":200}')
  await simulator.settled()

  expect(simulator.events()[0]).toMatchObject({ state: 'acked', attempts: 1 })
})

test('each push goes to one of several connected bots only', async () => {
  await using simulator = await simulate()
  using first = await connectBot(simulator, () => undefined)
  using second = await connectBot(simulator, () => undefined)
  const chatId = simulator.botChat(clerk)
  await vi.waitFor(() =>
    expect(simulator.log().filter(({ name }) => name.includes('endpoint'))).toHaveLength(2),
  )

  for (let count = 0; count < 20; count++) simulator.say({ as: clerk, chatId, text: `第${count}条` })
  await simulator.settled()

  expect(first.received.length + second.received.length).toBe(20)
})

test('a ticket opens one socket once', async () => {
  await using simulator = await simulate()
  const { data } = await discover(simulator)
  const address = data?.URL ?? ''

  expect(address.indexOf('service_id')).toBeGreaterThan(address.indexOf('?') + 1)
  expect(await opens(address)).toBe('open')
  expect(await opens(address)).toContain('514')
  expect(await opens(`${address}x`)).toContain('514')
})

test('a handler that throws gives code 500, and the same event comes again', async () => {
  await using simulator = await simulate()
  let failures = 1
  using bot = await connectBot(simulator, () => {
    if (failures-- > 0) throw new Error('database is locked')
  })

  simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '你好' })
  await simulator.settled()
  await simulator.moveClock(simulator.now() + 15_000)

  expect(bot.received.map(({ event_id }) => event_id)).toEqual([
    bot.received[0]?.event_id,
    bot.received[0]?.event_id,
  ])
  expect(
    simulator
      .log()
      .filter(({ direction }) => direction === 'event')
      .map(({ result }) => result),
  ).toEqual(['refused 500', 'redelivered 1, ack'])
})

test('a push split into shuffled fragments arrives whole', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ fragments: 7 })
  using bot = await connectBot(simulator, () => undefined)

  simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '郑庄镇'.repeat(50) })
  await simulator.settled()

  expect(bot.received[0]).toMatchObject({
    message: { content: JSON.stringify({ text: '郑庄镇'.repeat(50) }) },
  })
  expect(simulator.events()[0]?.state).toBe('acked')
})

test('a push that loses its last fragment is delivered again', async () => {
  await using simulator = await simulate(impatient)
  simulator.setFaults({ fragments: 3, loseLastFragment: 1 })
  using bot = await connectBot(simulator, () => undefined)

  simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '你好' })
  await simulator.settled()
  expect(bot.received).toHaveLength(0)
  await simulator.moveClock(simulator.now() + 15_000)

  expect(bot.received).toHaveLength(1)
})

test('discovery with a wrong secret answers 514, and a fault can make it answer any code', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ refuseDiscovery: { times: 1, code: 1000040350, data: 'null' } })

  expect(await discover(simulator)).toMatchObject({ code: 1000040350, data: null })
  expect(await discover({ ...simulator, app: { ...simulator.app, appSecret: 'wrong' } })).toMatchObject({
    code: 514,
    data: {},
  })
})

test('when all sockets are cut the bot comes back by itself and gets what it missed', async () => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => undefined)

  simulator.cutSockets()
  expect(simulator.link.connected()).toBe(false)
  simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '你好' })
  await simulator.connected()
  await simulator.moveClock(simulator.now() + 15_000)

  expect(bot.received).toHaveLength(1)
})

async function opens(address: string): Promise<string> {
  const { WebSocket } = await import('ws')
  const socket = new WebSocket(address)
  return new Promise((resolve) => {
    socket.once('open', () => {
      socket.terminate()
      resolve('open')
    })
    socket.once('error', (error) => resolve(error.message))
  })
}
