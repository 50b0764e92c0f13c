// Uploads and downloads through the SDK.

import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { clerk, clientFor, group, refusalOf, simulate } from './bot.ts'

const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000154a24f5f0000000049454e44ae426082',
  'hex',
)

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

test('an image part without a file name is taken whatever its content type', async () => {
  await using simulator = await simulate()
  const { appId, appSecret } = simulator.app
  const token = await fetch(`${simulator.url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ app_id: appId, app_secret: appSecret }),
  })
  const { tenant_access_token: bearer } = (await token.json()) as { tenant_access_token: string }
  const part = (name: string, type: string) =>
    `--cut\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: ${type}\r\n\r\n`
  const body = Buffer.concat([
    Buffer.from(`${part('image_type', 'text/plain')}message\r\n${part('image', 'image/png')}`),
    png,
    Buffer.from('\r\n--cut--\r\n'),
  ])

  const answer = await fetch(`${simulator.url}/open-apis/im/v1/images`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'multipart/form-data; boundary=cut' },
    body,
  })

  expect(await answer.json()).toMatchObject({
    code: 0,
    data: { image_key: expect.stringMatching(/^img_v3_/) },
  })
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
