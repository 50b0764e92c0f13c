// The rest of the platform's REST: token, bot, files, chats, people.

import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/simulator.ts'
import { clerk, clientFor, group, leader, refusalOf, simulate, startMs } from './bot.ts'

const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000154a24f5f0000000049454e44ae426082',
  'hex',
)

async function post(
  simulator: Simulator,
  path: string,
  body: object,
): Promise<{ status: number; [key: string]: unknown }> {
  const response = await fetch(simulator.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

function askToken(simulator: Simulator) {
  const { appId, appSecret } = simulator.app
  return post(simulator, '/open-apis/auth/v3/tenant_access_token/internal', {
    app_id: appId,
    app_secret: appSecret,
  })
}

test('the token stays the same with a falling expiry until half an hour is left, then both are valid', async () => {
  await using simulator = await simulate()
  const minute = 60_000

  const first = await askToken(simulator)
  await simulator.moveClock(startMs + 90 * minute)
  const same = await askToken(simulator)
  await simulator.moveClock(startMs + 91 * minute)
  const next = await askToken(simulator)

  expect(first).toMatchObject({ code: 0, expire: 7200, tenant_access_token: expect.stringMatching(/^t-/) })
  expect(same).toMatchObject({ tenant_access_token: first['tenant_access_token'], expire: 1800 })
  expect(next).toMatchObject({ expire: 7200 })
  expect(next['tenant_access_token']).not.toBe(first['tenant_access_token'])
  const botInfo = async () => {
    const headers = { authorization: `Bearer ${first['tenant_access_token']}` }
    const response = await fetch(`${simulator.url}/open-apis/bot/v3/info`, { headers })
    return ((await response.json()) as { code: number }).code
  }
  expect(await botInfo()).toBe(0)
  await simulator.moveClock(startMs + 120 * minute)
  expect(await botInfo()).toBe(99991663)
})

test.each([
  [{}, 99991661],
  [{ authorization: 'Bearer xyz' }, 99991671],
  [{ authorization: 'Bearer t-unknown' }, 99991663],
])('a call with %o is refused with %i', async (headers, code) => {
  await using simulator = await simulate()

  const response = await fetch(`${simulator.url}/open-apis/bot/v3/info`, {
    headers: headers as Record<string, string>,
  })

  expect(response.headers.get('x-tt-logid')).toBeTruthy()
  expect(await response.json()).toMatchObject({ code })
})

test('a wrong secret gets no token', async () => {
  await using simulator = await simulate()
  const path = '/open-apis/auth/v3/tenant_access_token/internal'

  const answer = await post(simulator, path, { app_id: simulator.app.appId, app_secret: 'wrong' })

  expect(answer).toMatchObject({ code: 10014 })
})

test('an unknown path answers 404 with 99991201', async () => {
  await using simulator = await simulate()

  expect(await post(simulator, '/open-apis/im/v9/nothing', {})).toMatchObject({ status: 404, code: 99991201 })
})

test('bot info stands at the top level, and a GET with the body {} is accepted', async () => {
  await using simulator = await simulate()

  const info = await clientFor(simulator).request({ method: 'GET', url: '/open-apis/bot/v3/info', data: {} })

  expect(info).toMatchObject({
    code: 0,
    bot: { activate_status: 2, app_name: '安监通', open_id: simulator.app.botOpenId },
  })
})

test.each([
  ['a buffer without a file name', () => png],
  ['a chunked stream', () => Readable.from([png.subarray(0, 10), png.subarray(10)])],
])('an image uploaded as %s comes back the same and can be sent', async (_name, source) => {
  await using simulator = await simulate()
  const client = clientFor(simulator)

  // the SDK's types know files and buffers only
  const uploaded = await client.im.v1.image.create({
    data: { image_type: 'message', image: source() as Buffer },
  })
  const key = uploaded?.image_key ?? ''
  const got = await client.im.v1.image.get({ path: { image_key: key } })
  const sent = await client.im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'image', content: JSON.stringify({ image_key: key }) },
  })

  expect(key).toMatch(/^img_v3_/)
  expect(await bytesOf(got.getReadableStream())).toEqual(png)
  expect(got.headers['content-type']).toBe('image/png')
  expect(sent.code).toBe(0)
})

test('a file uploaded with a Chinese name is sent under it', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  const data = { file_type: 'stream' as const, file_name: '花名册.xlsx', file: Buffer.from('表格') }

  const uploaded = await client.im.v1.file.create({ data })
  const got = await client.im.v1.file.get({ path: { file_key: uploaded?.file_key ?? '' } })

  expect((await bytesOf(got.getReadableStream())).toString()).toBe('表格')
  expect(got.headers['content-disposition']).toContain(encodeURIComponent('花名册.xlsx'))
})

test.each([
  ['nothing', Buffer.alloc(0), 234010],
  ['what is no image', Buffer.from('%PDF-1.4'), 234011],
  ['more than 10 MB', Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]), 234006],
])('an image of %s is refused', async (_name, image, code) => {
  await using simulator = await simulate()

  const upload = clientFor(simulator).im.v1.image.create({ data: { image_type: 'message', image } })

  expect(await refusalOf(upload)).toMatchObject({ code })
})

test("a person's photo is fetched through its message, and by nothing else", async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  const chatId = simulator.botChat(clerk)
  const photo = simulator.upload({ as: clerk, chatId, kind: 'image', bytes: png, fileName: '现场.png' })
  const other = simulator.say({ as: clerk, chatId, text: '你好' })
  const key = (JSON.parse(simulator.messages(chatId)[0]?.content ?? '') as { image_key: string }).image_key
  const fetchFrom = (messageId: string) =>
    client.im.v1.messageResource.get({
      path: { message_id: messageId, file_key: key },
      params: { type: 'image' },
    })

  const got = await fetchFrom(photo.messageId)

  expect(await bytesOf(got.getReadableStream())).toEqual(png)
  expect(await codeOfDownload(fetchFrom(other.messageId))).toBe(234003)
  expect(await codeOfDownload(client.im.v1.image.get({ path: { image_key: key } }))).toBe(234008)
})

test('a file above 100 MB cannot be downloaded', async () => {
  await using simulator = await simulate()
  const chatId = simulator.botChat(clerk)
  const bytes = Buffer.alloc(100 * 1024 * 1024 + 1)
  const { messageId } = simulator.upload({ as: clerk, chatId, kind: 'file', bytes, fileName: '视频.zip' })
  const key = (JSON.parse(simulator.messages(chatId)[0]?.content ?? '') as { file_key: string }).file_key

  const download = clientFor(simulator).im.v1.messageResource.get({
    path: { message_id: messageId, file_key: key },
    params: { type: 'file' },
  })

  expect(await codeOfDownload(download)).toBe(234037)
})

test('chats are groups of the bot only, members are people only', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  simulator.botChat(clerk)
  simulator.createChat({ as: clerk, name: '没有机器人的群', openIds: [leader], withBot: false })

  const chats = await client.im.v1.chat.list()
  const chat = await client.im.v1.chat.get({ path: { chat_id: group } })
  const members = await client.im.v1.chatMembers.get({ path: { chat_id: group } })

  expect(chats.data?.items?.map(({ chat_id }) => chat_id)).toEqual([group])
  expect(chat.data).toMatchObject({
    name: '沁水县安监群',
    chat_mode: 'group',
    user_count: '2',
    bot_count: '1',
  })
  expect(members.data?.items?.map(({ member_id, name }) => [member_id, name])).toEqual([
    [clerk, '张三'],
    [leader, '李四'],
  ])
  expect(members.data?.member_total).toBe(2)
})

test('people are found by id, in batches and by mobile number', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)

  const one = await client.contact.v3.user.get({ path: { user_id: clerk } })
  const batch = await client.contact.v3.user.batch({ params: { user_ids: [clerk, leader, 'ou_unknown'] } })
  const byMobile = await client.contact.v3.user.batchGetId({
    data: { mobiles: ['+8613800000001', '13900000000'] },
  })

  expect(one.data?.user).toMatchObject({ open_id: clerk, name: '张三', job_title: '郑庄镇 · 报送员' })
  expect(batch.data?.items?.map(({ name }) => name)).toEqual(['张三', '李四'])
  expect(byMobile.data?.user_list).toEqual([
    { mobile: '+8613800000001', user_id: clerk },
    { mobile: '13900000000' },
  ])
  expect(await refusalOf(client.contact.v3.user.get({ path: { user_id: 'ou_unknown' } }))).toMatchObject({
    code: 41050,
  })
})

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

// the body of a refused download is a stream nobody has read yet
async function codeOfDownload(call: Promise<unknown>): Promise<number> {
  const error = (await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { response: { data: AsyncIterable<unknown> } }
  return (JSON.parse((await bytesOf(error.response.data)).toString()) as { code: number }).code
}
