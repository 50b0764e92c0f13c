// Sending through the SDK: answers, refusals, uuid, rates.

import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/simulator.ts'
import { clerk, clientFor, errorOf, group, refusalOf, simulate, startMs } from './bot.ts'

const text = (content: string) => ({ msg_type: 'text', content: JSON.stringify({ text: content }) })
const toGroup = { receive_id_type: 'chat_id' as const }

function sendText(simulator: Simulator, content: string, uuid?: string) {
  const data = { receive_id: group, ...text(content), ...(uuid === undefined ? {} : { uuid }) }
  return clientFor(simulator).im.v1.message.create({ params: toGroup, data })
}

test('an answer has the fields of the platform, with a mention as placeholder', async () => {
  await using simulator = await simulate()

  const sent = await sendText(simulator, `<at user_id="${clerk}"></at> 请处理`)

  expect(sent).toMatchObject({
    code: 0,
    msg: 'success',
    data: {
      message_id: expect.stringMatching(/^om_[0-9a-f]{32}$/),
      chat_id: group,
      msg_type: 'text',
      create_time: String(startMs),
      deleted: false,
      updated: false,
      sender: { id: simulator.app.appId, id_type: 'app_id', sender_type: 'app' },
      body: { content: '{"text":"@_user_1 请处理"}' },
      mentions: [{ key: '@_user_1', id: clerk, id_type: 'open_id', name: '张三' }],
    },
  })
})

test('a refusal has the envelope, HTTP 400 and the log id in body and header', async () => {
  await using simulator = await simulate()
  const data = { receive_id: 'oc_nowhere', ...text('在吗') }

  const call = clientFor(simulator).im.v1.message.create({ params: toGroup, data })
  const error = errorOf(await call.catch((thrown: unknown) => thrown))

  expect(error).toMatchObject({ status: 400, code: 230034, error: { log_id: error.headers['x-tt-logid'] } })
})

test.each([
  [
    'an unknown person',
    { receive_id_type: 'open_id' as const },
    { receive_id: 'ou_x', ...text('a') },
    99992351,
  ],
  ['an empty text', toGroup, { receive_id: group, ...text('') }, 230001],
  ['content that is no JSON', toGroup, { receive_id: group, msg_type: 'text', content: '你好' }, 230001],
  ['an unknown type', toGroup, { receive_id: group, msg_type: 'poll', content: '{}' }, 230001],
  [
    'a post without locale',
    toGroup,
    { receive_id: group, msg_type: 'post', content: '{"content":[]}' },
    230001,
  ],
  ['a text over 150 KB', toGroup, { receive_id: group, ...text('a'.repeat(150 * 1024)) }, 230025],
  ['a card over 30 KB', toGroup, { receive_id: group, msg_type: 'interactive', content: bigCard() }, 230025],
  [
    'a foreign image key',
    toGroup,
    { receive_id: group, msg_type: 'image', content: '{"image_key":"x"}' },
    230017,
  ],
  ['a uuid over 50 characters', toGroup, { receive_id: group, ...text('a'), uuid: 'u'.repeat(51) }, 99992402],
])('sending %s is refused', async (_name, params, data, code) => {
  await using simulator = await simulate()

  expect(await refusalOf(clientFor(simulator).im.v1.message.create({ params, data }))).toMatchObject({ code })
  expect(simulator.messages(group)).toHaveLength(0)
})

test('a group the bot is not in is refused with 230002', async () => {
  await using simulator = await simulate()
  const { chatId } = simulator.createChat({ as: clerk, name: '别的群', openIds: [], withBot: false })
  const data = { receive_id: chatId, ...text('在吗') }

  expect(await refusalOf(clientFor(simulator).im.v1.message.create({ params: toGroup, data }))).toMatchObject(
    {
      code: 230002,
    },
  )
})

test('the same uuid within an hour gives back the first message, later it sends again', async () => {
  await using simulator = await simulate()

  const first = await sendText(simulator, '一', 'job-1')
  const second = await sendText(simulator, '一', 'job-1')
  await simulator.moveClock(startMs + 3_600_000)
  const third = await sendText(simulator, '一', 'job-1')

  expect(second.data?.message_id).toBe(first.data?.message_id)
  expect(third.data?.message_id).not.toBe(first.data?.message_id)
  expect(simulator.messages(group)).toHaveLength(2)
})

test('the same uuid while the first answer is on its way is refused with 230049', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ rest: [{ path: '/im/v1/messages', times: 1, kind: 'slow', delayMs: 200 }] })

  const first = sendText(simulator, '一', 'job-1')
  await simulator.messageWhere(({ from }) => from === 'bot')
  const second = await refusalOf(sendText(simulator, '一', 'job-1'))

  expect(second.code).toBe(230049)
  expect((await first).code).toBe(0)
})

test('a lost answer can be repeated with its uuid without a second copy', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ rest: [{ path: '/im/v1/messages', times: 1, kind: 'cutAfter' }] })

  await expect(sendText(simulator, '一', 'job-1')).rejects.toThrow()
  const again = await sendText(simulator, '一', 'job-1')

  expect(simulator.messages(group).map(({ messageId }) => messageId)).toEqual([again.data?.message_id])
})

test('a sixth message to one chat within a second is refused, another chat is not', async () => {
  let now = 0
  await using simulator = await simulate({ rateNow: () => now })
  const client = clientFor(simulator)
  for (let count = 0; count < 5; count++) await sendText(simulator, `第${count}条`)

  expect(await refusalOf(sendText(simulator, '第六条'))).toMatchObject({ status: 400, code: 230020 })
  const other = { params: { receive_id_type: 'open_id' as const }, data: { receive_id: clerk, ...text('a') } }
  expect((await client.im.v1.message.create(other)).code).toBe(0)
  now = 1000
  expect((await sendText(simulator, '第六条')).code).toBe(0)
})

test('the 51st call of one API within a second answers 429 and says how long to wait', async () => {
  await using simulator = await simulate({ rateNow: () => 0 })
  const client = clientFor(simulator)
  for (let count = 0; count < 50; count++) await client.im.v1.chat.list()

  const error = errorOf(await client.im.v1.chat.list().catch((thrown: unknown) => thrown))

  expect(error).toMatchObject({ status: 429, code: 99991400 })
  expect(error.headers).toMatchObject({ 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': '1' })
})

test('the 1001st call of one API within a minute answers 429 with the seconds left', async () => {
  let now = 0
  await using simulator = await simulate({ rateNow: () => now, rates: { perApiMinute: 3, perApiSecond: 50 } })
  const client = clientFor(simulator)
  for (let count = 0; count < 3; count++) await client.im.v1.chat.list()
  now = 23_000

  const error = errorOf(await client.im.v1.chat.list().catch((thrown: unknown) => thrown))

  expect(error.headers).toMatchObject({ 'x-ogw-ratelimit-limit': '3', 'x-ogw-ratelimit-reset': '37' })
})

function bigCard(): string {
  const content = '长'.repeat(10 * 1024)
  return JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'markdown', content }] } })
}
