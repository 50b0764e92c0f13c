// The client against a server that misbehaves in ways the platform's pages do not promise away.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { failure } from './local-feishu.ts'
import { impatientMs, says, useWire } from './misbehaving-server.ts'

const wire = useWire()
const { client, send } = wire

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('answers', () => {
  test('with HTTP 200 and a code are failures', async () => {
    wire.answer = says(200, '{"code":230002,"msg":"x"}')

    expect(await failure(send())).toMatchObject({ code: 'feishu.not_in_chat', platformCode: 230002 })
    expect(await failure(wire.feishu.uploadImage(Buffer.from('x')))).toMatchObject({
      code: 'feishu.not_in_chat',
    })
  })

  test.each([
    [says(502, '<html>Bad Gateway</html>')],
    [says(200, '<html>Sign in to the hotel network</html>', { 'Content-Type': 'text/html' })],
    [says(200, '{"code":0,"data":{}}')],
    [says(200, '{"code":0')],
    [says(200, '')],
  ])('that do not say what was done leave the fate unknown', async (broken) => {
    wire.answer = broken

    expect(await failure(send())).toMatchObject({ code: 'feishu.server', fate: 'unknown' })
  })

  test('that never come end after the time-out, fate unknown', async () => {
    wire.feishu = client(impatientMs)
    wire.answer = () => undefined

    expect(await failure(send())).toMatchObject({ code: 'feishu.network', fate: 'unknown' })
  })

  test('of nobody at the address are the network, and surely nothing was done', async () => {
    wire.server.close()
    wire.server.closeAllConnections()

    expect(await failure(send())).toMatchObject({ code: 'feishu.network', fate: 'refused' })
  })

  test('with a reset header say how long to wait', async () => {
    wire.answer = says(429, '{"code":99991400}', { 'x-ogw-ratelimit-reset': '37' })

    expect(await failure(send())).toMatchObject({ code: 'feishu.rate_limited', retryAfterMs: 37_000 })
  })
})

test('a loopback address is reached although the environment names a proxy', async () => {
  for (const name of ['HTTP_PROXY', 'http_proxy']) vi.stubEnv(name, 'http://127.0.0.1:9')
  for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '')
  wire.answer = says(200, '{"code":0,"bot":{"open_id":"ou_b","app_name":"安监通","activate_status":2}}')

  expect(await wire.feishu.bot()).toMatchObject({ openId: 'ou_b' })
})

test('a bot that is switched off is not activated', async () => {
  wire.answer = says(200, '{"code":0,"bot":{"open_id":"ou_b","activate_status":1}}')

  expect(await wire.feishu.bot()).toEqual({ openId: 'ou_b', name: '', activated: false })
})

test('a member list whose second page fails is a failure, not half a list', async () => {
  wire.answer = (response, request) => {
    const first = !request.url?.includes('page_token')
    const page = { code: 0, data: { items: [{ member_id: 'ou_1' }], has_more: true, page_token: 'p2' } }
    says(first ? 200 : 500, first ? JSON.stringify(page) : '{"code":2200}')(response, request)
  }

  expect(await failure(wire.feishu.membersOf('oc_1'))).toMatchObject({ code: 'feishu.server' })
})

test('uploads carry a file name and a length', async () => {
  let body = ''
  let length: string | undefined
  wire.answer = (response, request) => {
    length = request.headers['content-length']
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => says(200, '{"code":0,"data":{"file_key":"f1"}}')(response, request))
  }

  await wire.feishu.uploadFile('花名册.xlsx', Buffer.from('bytes'))

  expect(body).toMatch(/name="file"; filename="花名册.xlsx"/)
  expect(body).toMatch(/name="file_type"\r\n\r\nstream/)
  expect(Number(length)).toBe(Buffer.byteLength(body))
})
