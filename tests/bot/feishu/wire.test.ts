// The client against a server that misbehaves in ways the platform's pages do not promise away.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FeishuError } from '../../../bot/errors.ts'
import { type FeishuApi, makeFeishu } from '../../../bot/feishu/client.ts'

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
const patientMs = 10_000
const impatientMs = 100

type Answer = (response: ServerResponse, request: IncomingMessage) => void

let answer: Answer
let server: ReturnType<typeof createServer>
let feishu: FeishuApi
let domain: string

beforeEach(async () => {
  server = createServer((request, response) => {
    if (!request.url?.endsWith('/internal')) return answer(response, request)
    response.setHeader('Content-Type', 'application/json')
    response.end('{"code":0,"tenant_access_token":"t-1","expire":7200}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  domain = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  feishu = client(patientMs)
})
afterEach(() => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})

const client = (timeoutMs: number) =>
  makeFeishu({ appId: 'cli_a5a5a5a5a5a5a5a5', appSecret: 's', domain, log: silent, timeoutMs })
const send = () => feishu.send({ chatId: 'oc_1' }, 'text', '{"text":"x"}', 'u1')

function says(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return (response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body)
}

async function failure(call: Promise<unknown>): Promise<FeishuError> {
  const error = await call.then(
    () => new Error('the call succeeded'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(FeishuError)
  return error as FeishuError
}

describe('answers', () => {
  test('with HTTP 200 and a code are failures', async () => {
    answer = says(200, '{"code":230002,"msg":"x"}')

    expect(await failure(send())).toMatchObject({ code: 'feishu.not_in_chat', platformCode: 230002 })
    expect(await failure(feishu.uploadImage(Buffer.from('x')))).toMatchObject({ code: 'feishu.not_in_chat' })
  })

  test.each([
    [says(502, '<html>Bad Gateway</html>')],
    [says(200, '<html>Sign in to the hotel network</html>', { 'Content-Type': 'text/html' })],
    [says(200, '{"code":0,"data":{}}')],
    [says(200, '{"code":0')],
    [says(200, '')],
  ])('that do not say what was done leave the fate unknown', async (broken) => {
    answer = broken

    expect(await failure(send())).toMatchObject({ code: 'feishu.server', fate: 'unknown' })
  })

  test('that never come end after the time-out, fate unknown', async () => {
    feishu = client(impatientMs)
    answer = () => undefined

    expect(await failure(send())).toMatchObject({ code: 'feishu.network', fate: 'unknown' })
  })

  test('of nobody at the address are the network', async () => {
    server.close()
    server.closeAllConnections()

    expect(await failure(send())).toMatchObject({ code: 'feishu.network', fate: 'unknown' })
  })

  test('with a reset header say how long to wait', async () => {
    answer = says(429, '{"code":99991400}', { 'x-ogw-ratelimit-reset': '37' })

    expect(await failure(send())).toMatchObject({ code: 'feishu.rate_limited', retryAfterMs: 37_000 })
  })
})

test('a loopback address is reached although the environment names a proxy', async () => {
  for (const name of ['HTTP_PROXY', 'http_proxy']) vi.stubEnv(name, 'http://127.0.0.1:9')
  for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '')
  answer = says(200, '{"code":0,"bot":{"open_id":"ou_b","app_name":"安监通","activate_status":2}}')

  expect(await feishu.bot()).toMatchObject({ openId: 'ou_b' })
})

test('a bot that is switched off is not activated', async () => {
  answer = says(200, '{"code":0,"bot":{"open_id":"ou_b","activate_status":1}}')

  expect(await feishu.bot()).toEqual({ openId: 'ou_b', name: '', activated: false })
})

test('a member list whose second page fails is a failure, not half a list', async () => {
  answer = (response, request) => {
    const first = !request.url?.includes('page_token')
    const page = { code: 0, data: { items: [{ member_id: 'ou_1' }], has_more: true, page_token: 'p2' } }
    says(first ? 200 : 500, first ? JSON.stringify(page) : '{"code":2200}')(response, request)
  }

  expect(await failure(feishu.membersOf('oc_1'))).toMatchObject({ code: 'feishu.server' })
})

test('uploads carry a file name and a length', async () => {
  let body = ''
  let length: string | undefined
  answer = (response, request) => {
    length = request.headers['content-length']
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => says(200, '{"code":0,"data":{"file_key":"f1"}}')(response, request))
  }

  await feishu.uploadFile('花名册.xlsx', Buffer.from('bytes'))

  expect(body).toMatch(/name="file"; filename="花名册.xlsx"/)
  expect(body).toMatch(/name="file_type"\r\n\r\nstream/)
  expect(Number(length)).toBe(Buffer.byteLength(body))
})

describe('downloads', () => {
  const get = (maxBytes: number) => feishu.download('om_1', 'file_1', 'file', maxBytes)

  test('end as soon as they are too long, also when no length was said', async () => {
    let closed = false
    answer = (response) => {
      response.on('close', () => {
        closed = true
      })
      const more = () => {
        while (!closed && response.write(Buffer.alloc(16_384)));
      }
      response.on('drain', more)
      more()
    }

    expect(await failure(get(100_000))).toMatchObject({ code: 'feishu.too_large', fate: 'refused' })
    await vi.waitFor(() => expect(closed).toBe(true), 5000)
  })

  test('that say they are too long are not read at all', async () => {
    let closed = false
    answer = (response) => {
      response.on('close', () => {
        closed = true
      })
      response.writeHead(200, { 'Content-Length': '1000000' }).write('x')
    }

    expect(await failure(get(1000))).toMatchObject({ code: 'feishu.too_large' })
    await vi.waitFor(() => expect(closed).toBe(true), 5000)
  })

  test('of exactly the allowed length are taken', async () => {
    answer = says(200, 'x'.repeat(1000), { 'Content-Type': 'text/plain' })

    expect((await get(1000)).bytes.length).toBe(1000)
  })

  test.each<[string, Answer]>([
    ['stall', (response) => void response.writeHead(200).write('x')],
    [
      'break off',
      (response) =>
        void response.writeHead(200, { 'Content-Length': '9' }).write('x', () => response.destroy()),
    ],
  ])('that %s are the network', async (_, broken) => {
    feishu = client(impatientMs)
    answer = broken

    expect(await failure(get(1000))).toMatchObject({ code: 'feishu.network', fate: 'unknown' })
  })

  test('of a JSON file a person sent are bytes, even if it has a code in it', async () => {
    answer = says(200, '{"code":7}', { 'Content-Disposition': 'attachment; filename="a.json"' })

    expect(await get(1000)).toMatchObject({ fileName: 'a.json', contentType: 'application/json' })
  })

  test('that are a refusal with HTTP 200 are refused', async () => {
    answer = says(200, '{"code":234003,"msg":"x"}')

    expect(await failure(get(1000))).toMatchObject({ code: 'feishu.target_gone', platformCode: 234003 })
  })

  test.each([
    ['attachment; filename="%E8%8A%B1.xlsx"', '花.xlsx'],
    ['attachment; filename="x"; filename*=UTF-8\'\'%E8%8A%B1.xlsx', '花.xlsx'],
    [Buffer.from('attachment; filename="花.xlsx"').toString('latin1'), '花.xlsx'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="..%2F..%2Fetc%5Cpasswd"', 'passwd'],
    ['attachment; filename=100%.txt', '100%.txt'],
    ['attachment', undefined],
    ['attachment; filename=""', undefined],
  ])('named by %s are called %s', async (disposition, fileName) => {
    answer = says(200, 'x', { 'Content-Disposition': disposition })

    expect((await get(10)).fileName).toBe(fileName)
  })
})
