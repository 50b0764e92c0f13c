// Each fault switch does what it says, once per count.

import { expect, test } from 'vitest'
import {
  buttonCard,
  clerk,
  clientFor,
  connectBot,
  errorOf,
  group,
  impatient,
  refusalOf,
  simulate,
} from './bot.ts'

const hello = { receive_id: clerk, msg_type: 'text', content: '{"text":"您好"}' }
const toClerk = { params: { receive_id_type: 'open_id' as const }, data: hello }

test('every event comes as often again as asked, under the same event_id', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ duplicateEvents: 3 })
  using bot = await connectBot(simulator, () => undefined)

  simulator.menu({ as: clerk, eventKey: 'help' })
  await simulator.settled()

  expect(bot.received).toHaveLength(4)
  expect(new Set(bot.received.map(({ event_id }) => event_id)).size).toBe(1)
})

test('a message can come a second time under another event_id with the same message_id', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ duplicateUnderNewId: 1 })
  using bot = await connectBot(simulator, () => undefined)

  const { messageId } = simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '你好' })
  await simulator.settled()

  expect(new Set(bot.received.map(({ event_id }) => event_id)).size).toBe(2)
  for (const event of bot.received) expect(event['message']).toMatchObject({ message_id: messageId })
})

test('events can be held back and come in the other order, so that a recall overtakes its message', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ reorderEvents: 2 })
  using bot = await connectBot(simulator, () => undefined)

  const { messageId } = simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '你好' })
  simulator.recall({ as: clerk, messageId })
  await simulator.settled()

  expect(bot.received.map(({ event_type }) => event_type)).toEqual([
    'im.message.recalled_v1',
    'im.message.receive_v1',
  ])
})

test('a call can be refused for its rate with 429 and the headers that say how long to wait', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  simulator.setFaults({ rest: [{ path: 'POST /open-apis/im/v1/messages', times: 1, kind: 'rateLimit' }] })

  const error = errorOf(await client.im.v1.message.create(toClerk).catch((thrown: unknown) => thrown))

  expect(error).toMatchObject({ status: 429, code: 99991400 })
  expect(error.headers).toMatchObject({ 'x-ogw-ratelimit-limit': '1000', 'x-ogw-ratelimit-reset': '1' })
  expect((await client.im.v1.message.create(toClerk)).code).toBe(0)
})

test.each([
  ['messageRate', 400, 230020],
  ['serverError', 500, 2200],
  ['tokenInvalid', 400, 99991663],
] as const)(
  'a call can fail by %s with HTTP %i and code %i, with nothing done',
  async (kind, status, code) => {
    await using simulator = await simulate()
    simulator.setFaults({ rest: [{ path: '/im/v1/messages', times: 1, kind }] })

    expect(await refusalOf(clientFor(simulator).im.v1.message.create(toClerk))).toMatchObject({
      status,
      code,
    })
    expect(simulator.messages(simulator.botChat(clerk))).toHaveLength(0)
  },
)

test.each([
  ['cutBefore', 0],
  ['cutAfter', 1],
] as const)('a connection can break by %s, and then %i messages stand in the chat', async (kind, stored) => {
  await using simulator = await simulate()
  simulator.setFaults({ rest: [{ path: '/im/v1/messages', times: 1, kind }] })

  await expect(clientFor(simulator).im.v1.message.create(toClerk)).rejects.toThrow(/hang up|ECONNRESET/)

  expect(simulator.messages(simulator.botChat(clerk))).toHaveLength(stored)
  expect(simulator.log().map(({ result }) => result)).toContainEqual(expect.stringContaining('cut'))
})

test('a slow answer leaves the message in the chat while the bot still waits', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ rest: [{ path: '/im/v1/messages', times: 1, kind: 'slow', delayMs: 60_000 }] })
  const abandon = new AbortController()
  const token = await tokenOf(simulator.url, simulator.app)

  const call = fetch(`${simulator.url}/open-apis/im/v1/messages?receive_id_type=open_id`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(hello),
    signal: abandon.signal,
  })
  await simulator.messageWhere(({ from }) => from === 'bot')
  abandon.abort()

  await expect(call).rejects.toThrow(/abort/)
})

test('cards can be refused with any inner code, and receivers with any code', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  simulator.setFaults({ refuseCards: { times: 1, code: 200861 }, refuseRecipients: { [clerk]: 230053 } })
  const params = { receive_id_type: 'chat_id' as const }
  const data = { receive_id: group, msg_type: 'interactive', content: buttonCard('试', { act: 'x' }) }

  expect(await refusalOf(client.im.v1.message.create({ params, data }))).toMatchObject({
    code: 230099,
    msg: expect.stringContaining('ErrCode: 200861'),
  })
  expect(await refusalOf(client.im.v1.message.create(toClerk))).toMatchObject({ code: 230053 })
})

test('a scope can be missing: the call says which, and the list of scopes shows it', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  simulator.setFaults({ missingScopes: ['contact:user.id:readonly'] })

  const lookup = client.contact.v3.user.batchGetId({ data: { mobiles: ['13800000001'] } })
  const error = errorOf(await lookup.catch((thrown: unknown) => thrown))
  const scopes = await client.application.v6.scope.list()

  expect(error).toMatchObject({ status: 403, code: 99991672 })
  expect(error).toHaveProperty('error.permission_violations', [
    { type: 'action_scope_required', subject: 'contact:user.id:readonly' },
  ])
  expect(scopes.data?.scopes?.filter(({ grant_status }) => grant_status === 2)).toEqual([
    { scope_name: 'contact:user.id:readonly', grant_status: 2 },
  ])
})

test('the socket can break right after a push: no ack, and the event comes again', async () => {
  await using simulator = await simulate(impatient)
  simulator.setFaults({ cutAfterPush: 1 })
  using bot = await connectBot(simulator, () => undefined)

  simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '你好' })
  await simulator.settled()
  await simulator.connected()
  await simulator.moveClock(simulator.now() + 15_000)

  expect(bot.received.length).toBeGreaterThanOrEqual(1)
  expect(simulator.events()[0]).toMatchObject({ state: 'acked', attempts: 2 })
})

test('switches can be put back to neutral together', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ duplicateEvents: 3, slowAnswersMs: 50, missingScopes: ['im:chat'] })

  expect(simulator.setFaults('none')).toMatchObject({
    duplicateEvents: 0,
    slowAnswersMs: 0,
    missingScopes: [],
  })
})

async function tokenOf(url: string, app: { appId: string; appSecret: string }): Promise<string> {
  const response = await fetch(`${url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ app_id: app.appId, app_secret: app.appSecret }),
  })
  return ((await response.json()) as { tenant_access_token: string }).tenant_access_token
}
