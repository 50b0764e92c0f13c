// Delivery over HTTP, checked by a receiver that shares no code with the simulator.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/simulator.ts'
import { buttonCard, clerk, clientFor, impatient, simulate, startMs } from './bot.ts'
import { type Reply, receive } from './receiver.ts'

const encryptKey = 'an encrypt key of the tests'
const verificationToken = 'vtokTEST0001'

test('an event arrives encrypted, signed and with the verification token, and 200 acknowledges it', async () => {
  await using simulator = await simulate()
  await using receiver = await receive(encryptKey, () => ({}))
  const verified = await simulator.setTransport({
    kind: 'webhook',
    url: receiver.url,
    encryptKey,
    verificationToken,
  })

  const { messageId } = simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '帮助' })
  await simulator.settled()

  expect(verified).toBe('verified')
  expect(receiver.deliveries).toHaveLength(1)
  expect(receiver.deliveries[0]).toMatchObject({
    genuine: true,
    body: {
      schema: '2.0',
      header: {
        event_type: 'im.message.receive_v1',
        token: verificationToken,
        app_id: simulator.app.appId,
        create_time: String(startMs),
      },
      event: { message: { message_id: messageId } },
    },
  })
  expect(simulator.events()[0]?.state).toBe('acked')
})

test('without an Encrypt Key events come as plain JSON and unsigned', async () => {
  await using simulator = await simulate()
  await using receiver = await receive('', () => ({ body: 'any text will do' }))
  await simulator.setTransport({ kind: 'webhook', url: receiver.url, verificationToken })

  simulator.menu({ as: clerk, eventKey: 'help' })
  await simulator.settled()

  expect(receiver.deliveries[0]?.headers['x-lark-signature']).toBeUndefined()
  expect(simulator.events()[0]?.state).toBe('acked')
})

test('a URL that does not echo the challenge is not saved', async () => {
  await using simulator = await simulate()
  const server = createServer((_request, response) => response.end('{"challenge":"another"}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

  const wrong = await simulator.setTransport({ kind: 'webhook', url, encryptKey })
  server.close()
  const nobody = await simulator.setTransport({ kind: 'webhook', url: 'http://127.0.0.1:1/', encryptKey })

  expect([wrong, nobody]).toEqual([
    { refused: 'the request URL did not answer the challenge (acked)' },
    { refused: 'the request URL did not answer the challenge (unreachable)' },
  ])
  expect(simulator.link.kind()).toBe('ws')
})

test.each<[string, Reply]>([
  ['401', { status: 401 }],
  ['500', { status: 500 }],
  ['a redirect', { status: 302, headers: { location: '/elsewhere' } }],
  ['no answer in time', { silent: true }],
])('an event answered with %s comes again after 15 seconds', async (_name, first) => {
  await using simulator = await simulate(first.silent ? impatient : {})
  let replies = 0
  await using receiver = await receive(encryptKey, () => (replies++ === 0 ? first : {}))
  await simulator.setTransport({ kind: 'webhook', url: receiver.url, encryptKey })

  simulator.menu({ as: clerk, eventKey: 'help' })
  await simulator.settled()
  expect(simulator.events()[0]).toMatchObject({ state: 'waiting' })
  await simulator.moveClock(startMs + 15_000)

  const ids = receiver.deliveries.map(({ body }) => (body['header'] as { event_id: string }).event_id)
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(ids[1])
  expect(simulator.events()[0]).toMatchObject({ state: 'acked', attempts: 2 })
})

test('a press over the webhook is answered by the body', async () => {
  await using simulator = await simulate()
  const toast = { type: 'success', content: '已保存' }
  await using receiver = await receive(encryptKey, () => ({ body: JSON.stringify({ toast }) }))
  await simulator.setTransport({ kind: 'webhook', url: receiver.url, encryptKey, verificationToken })
  const messageId = await sendCard(simulator)

  const result = await simulator.click({ as: clerk, messageId, label: '保存' })

  expect(result).toEqual({ toast })
  expect(receiver.deliveries[0]).toMatchObject({
    genuine: true,
    body: { header: { event_type: 'card.action.trigger', create_time: `${startMs}000` } },
  })
})

test.each<[string, Reply, number]>([
  ['status 500', { status: 500 }, 200671],
  ['a redirect', { status: 302, headers: { location: '/' } }, 200671],
  ['a body that is no JSON', { body: '<html>' }, 200672],
  ['a JSON text', { body: '"no card.action.trigger event handle"' }, 200672],
  ['an unknown kind of toast', { body: '{"toast":{"type":"green","content":"好"}}' }, 200672],
  ['nothing in time', { silent: true }, 200341],
])('a press answered with %s shows the person an error number', async (_name, reply, code) => {
  await using simulator = await simulate(reply.silent ? impatient : {})
  await using receiver = await receive(encryptKey, () => reply)
  await simulator.setTransport({ kind: 'webhook', url: receiver.url, encryptKey })
  const messageId = await sendCard(simulator)

  const result = await simulator.click({ as: clerk, messageId, label: '保存' })
  await simulator.moveClock(startMs + 60_000)

  expect(result.error?.code).toBe(code)
  expect(receiver.deliveries).toHaveLength(1)
})

test('the log shows events without the keys and tokens', async () => {
  await using simulator = await simulate()
  await using receiver = await receive(encryptKey, () => ({}))
  await simulator.setTransport({ kind: 'webhook', url: receiver.url, encryptKey, verificationToken })
  await sendCard(simulator)
  simulator.menu({ as: clerk, eventKey: 'help' })
  await simulator.settled()

  const shown = JSON.stringify(simulator.log())

  expect(shown).toContain('application.bot.menu_v6')
  expect(shown).toContain('tenant_access_token')
  for (const secret of [encryptKey, verificationToken, simulator.app.appSecret])
    expect(shown).not.toContain(secret)
  expect(shown).not.toMatch(/"t-[0-9a-f]{10}/)
})

async function sendCard(simulator: Simulator): Promise<string> {
  const sent = await clientFor(simulator).im.v1.message.create({
    params: { receive_id_type: 'open_id' },
    data: { receive_id: clerk, msg_type: 'interactive', content: buttonCard('确认', { act: 'save' }) },
  })
  return sent.data?.message_id ?? ''
}
