// The page's requests, over HTTP as the page sends them.

import { expect, test } from 'vitest'
import type { PageLogLine, PageSnapshot } from '../../simulator/page-api.ts'
import { paths } from '../../simulator/page-api.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import { buttonCard, clerk, clientFor, connectBot, group, leader, simulate, startMs } from './bot.ts'

async function post(simulator: Simulator, path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(simulator.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

async function stateOf(simulator: Simulator, openId: string): Promise<PageSnapshot> {
  return (await fetch(`${simulator.url}${paths.state}?as=${openId}`)).json() as Promise<PageSnapshot>
}

test('a person sees their chats with preview and unread count, and every message readable', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  const { chatId } = await post(simulator, paths.openBot, { as: clerk })
  await post(simulator, paths.say, { as: clerk, chatId: group, text: '@安监通 达标' })
  await client.im.v1.message.create({
    params: { receive_id_type: 'open_id' },
    data: { receive_id: clerk, msg_type: 'interactive', content: buttonCard('请确认', { act: 'x' }) },
  })

  const mine = await stateOf(simulator, clerk)
  const hers = await stateOf(simulator, leader)

  expect(mine.me).toMatchObject({ openId: clerk, name: '张三', title: '郑庄镇 · 报送员' })
  expect(mine.bot).toMatchObject({
    name: '安监通',
    connected: false,
    transport: 'ws',
    menu: [{ eventKey: 'help' }],
  })
  expect(mine.nowMs).toBe(startMs)
  expect(mine.chats).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ chatId: group, kind: 'group', lastText: '@安监通 达标', unread: 0 }),
      expect.objectContaining({ chatId, kind: 'p2p', name: '安监通', lastText: '请确认', unread: 1 }),
    ]),
  )
  expect(mine.messages.map(({ kind, text }) => [kind, text])).toEqual([
    ['text', '@安监通 达标'],
    ['interactive', undefined],
  ])
  expect(mine.messages[1]?.card).toEqual(JSON.parse(buttonCard('请确认', { act: 'x' })))
  expect(hers.chats.map((chat) => [chat.chatId, chat.unread])).toEqual([[group, 1]])
})

test('reading clears the unread count', async () => {
  await using simulator = await simulate()
  simulator.say({ as: clerk, chatId: group, text: '你好' })

  await post(simulator, paths.read, { as: leader, chatId: group })

  expect((await stateOf(simulator, leader)).chats[0]?.unread).toBe(0)
})

test('a press through the page answers when the bot did', async () => {
  await using simulator = await simulate()
  using _bot = await connectBot(simulator, () => ({ toast: { type: 'info', content: '好' } }))
  const sent = await clientFor(simulator).im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'interactive', content: buttonCard('确认', { act: 'save' }) },
  })
  const press = { as: clerk, messageId: sent.data?.message_id }

  const right = await post(simulator, paths.press, {
    ...press,
    action: { tag: 'button', value: { act: 'save' } },
  })
  const wrong = await post(simulator, paths.press, {
    ...press,
    action: { tag: 'button', value: { act: 'hack' } },
  })

  expect(right).toEqual({ status: 200, toast: { type: 'info', content: '好' } })
  expect(wrong).toMatchObject({ status: 400, error: expect.stringContaining('the card has no button') })
})

test('a photo sent by the page can be looked at again', async () => {
  await using simulator = await simulate()
  const form = new FormData()
  const bytes = Buffer.from('ffd8ffe000104a464946', 'hex')
  for (const [name, value] of Object.entries({ as: clerk, chatId: group, kind: 'image' }))
    form.append(name, value)
  form.append('file', new Blob([bytes]), '皮带机.jpg')

  const answer = await fetch(simulator.url + paths.upload, { method: 'POST', body: form })
  const shown = (await stateOf(simulator, clerk)).messages[0]
  const picture = await fetch(`${simulator.url}${paths.resource}?key=${shown?.resourceKey}`)

  expect(await answer.json()).toEqual({ messageId: shown?.messageId })
  expect(shown).toMatchObject({ kind: 'image', fileName: '皮带机.jpg', fileBytes: bytes.length })
  expect(picture.headers.get('content-type')).toBe('image/jpeg')
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(bytes)
})

test('the clock goes to the next Monday at nine, in Shanghai', async () => {
  await using simulator = await simulate()
  const next = () => post(simulator, paths.clock, { next: 'monday-09:00' })
  const monday = (day: string) => ({ status: 200, nowMs: Date.parse(`${day}T09:00:00+08:00`) })

  expect(await next()).toEqual(monday('2026-11-30'))
  await post(simulator, paths.clock, { toMs: Date.parse('2026-12-06T23:59:00+08:00') })
  expect(await next()).toEqual(monday('2026-12-07'))
})

test('faults and people are set through the page, and what is wrong with a request is said', async () => {
  await using simulator = await simulate()

  expect(await post(simulator, paths.faults, { dropAcks: 2 })).toMatchObject({
    dropAcks: 2,
    duplicateEvents: 0,
  })
  expect(await post(simulator, paths.faults, { noSuchFault: 2 })).toMatchObject({ status: 400 })
  expect(await post(simulator, paths.say, { as: clerk, chatId: 'oc_x', text: '你好' })).toEqual({
    status: 400,
    error: `${clerk} is not in chat oc_x`,
  })
  expect(
    await post(simulator, paths.world, { bot: { name: '安监通', menu: [] }, users: [], groups: [] }),
  ).toEqual({
    status: 200,
  })
})

test('the log is served newest last without secrets', async () => {
  await using simulator = await simulate()
  await clientFor(simulator).im.v1.chat.list()

  const lines = (await (await fetch(simulator.url + paths.log)).json()) as PageLogLine[]

  expect(lines.map(({ name, result }) => [name, result])).toEqual([
    ['POST /open-apis/auth/v3/tenant_access_token/internal', '200 0'],
    ['GET /open-apis/im/v1/chats', '200 0'],
  ])
  expect(lines[0]).toMatchObject({
    body: { body: { app_secret: '***' } },
    answer: { tenant_access_token: '***' },
  })
})

test('the transport can be set over HTTP, and a URL that does not answer is refused', async () => {
  await using simulator = await simulate()

  const refused = await post(simulator, '/sim/transport', { kind: 'webhook', url: 'http://127.0.0.1:1/' })

  expect(refused).toMatchObject({ status: 400, error: expect.stringContaining('challenge') })
  expect(await post(simulator, '/sim/transport', { kind: 'ws' })).toEqual({ status: 200 })
})
