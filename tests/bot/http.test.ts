// What the HTTP server lets in: nothing that is not surely from the platform.
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Log } from '../../bot/log.ts'
import { encrypt, signature } from '../../simulator/push/seal.ts'
import { type TestApp, testSecrets } from '../support/app.ts'
import { people, startSmall } from '../support/small.ts'
import { envelope, messageBody } from './feishu/envelopes.ts'

const secretWords = '张三的举报'

/** One delivery as the platform makes it; `changes` is where a forger or an accident differs. */
type Delivery = {
  body?: string
  plain?: unknown
  token?: string
  key?: string
  stampSeconds?: number
  sign?: (timestamp: string, nonce: string, body: string) => string | undefined
  headers?: Record<string, string>
}

function post(bot: TestApp, delivery: Delivery = {}): Promise<Response> {
  const { encryptKey, verificationToken } = testSecrets
  const { key = encryptKey, token = verificationToken } = delivery
  const plain = delivery.plain ?? said('om_http1', token)
  const sealed = JSON.stringify({ encrypt: encrypt(JSON.stringify(plain), key, randomBytes(16)) })
  const body = delivery.body ?? sealed
  const timestamp = String(delivery.stampSeconds ?? Math.floor(bot.clock.now() / 1000))
  const sign = delivery.sign ?? ((stamp, nonce, text) => signature(stamp, nonce, encryptKey, text))
  const signed = sign(timestamp, 'n1', body)
  const headers = {
    'content-type': 'application/json',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': 'n1',
    ...(signed === undefined ? {} : { 'x-lark-signature': signed }),
    ...delivery.headers,
  }
  return fetch(`${bot.app.url}/feishu/events`, { method: 'POST', headers, body })
}

function said(messageId: string, token: string): object {
  const content = JSON.stringify({ text: secretWords })
  const body = messageBody({ message_id: messageId, chat_type: 'p2p', content })
  return envelope('im.message.receive_v1', body, { token, event_id: `e-${messageId}` })
}

function press(token = testSecrets.verificationToken): object {
  const event = {
    operator: { open_id: people.clerk },
    context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
    action: { value: { act: 'help.menu' } },
  }
  return envelope('card.action.trigger', event, { token })
}

/** A log that keeps its lines as text. */
function keepingLog(): Log & { lines: string[] } {
  const lines: string[] = []
  const keep = (level: string) => (fields: object, message: string) => {
    if (level !== 'debug') lines.push(JSON.stringify({ level, ...fields, message }))
  }
  return { lines, debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') }
}

const stored = (bot: TestApp) => bot.database.transact((tx) => tx.trigger.count())

describe('a delivery', () => {
  test('of the platform is stored and acknowledged', async () => {
    await using bot = await startSmall({ transport: 'webhook' })

    const response = await post(bot)

    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({})
    expect(await stored(bot)).toBe(1)
  })

  const hours = 3600
  const forged: [string, Delivery, number][] = [
    ['without a signature', { sign: () => undefined }, 401],
    ['with a signature of another key', { sign: (t, n, body) => signature(t, n, 'guessed', body) }, 401],
    [
      'with the signature of other bytes',
      { sign: (t, n, body) => signature(t, n, testSecrets.encryptKey, `${body} `) },
      401,
    ],
    ['with an empty signature', { sign: () => '' }, 401],
    ['with the wrong token', { token: 'guessed' }, 401],
    ['encrypted with another key', { key: 'guessed' }, 400],
    ['not encrypted at all', { body: JSON.stringify(said('om_http1', 'guessed')) }, 401],
    [
      'signed eight hours ago',
      { stampSeconds: Date.parse('2026-03-06T10:00:00+08:00') / 1000 - 8 * hours },
      401,
    ],
    ['signed in an hour', { stampSeconds: Date.parse('2026-03-06T10:00:00+08:00') / 1000 + hours }, 401],
    [
      'of a press signed ten minutes ago',
      { plain: press(), stampSeconds: Date.parse('2026-03-06T09:50:00+08:00') / 1000 },
      401,
    ],
    ['that is no JSON', { body: `{"encrypt": ${secretWords}` }, 400],
    ['that is empty', { body: '' }, 400],
    [
      'signed, of an event unlike its documentation',
      { plain: envelope('im.message.receive_v1', { message: 7 }, { token: testSecrets.verificationToken }) },
      400,
    ],
    ['signed, of another schema', { plain: { token: testSecrets.verificationToken, event: {} } }, 400],
    ['that is a list', { body: '[]' }, 400],
    ['of nonsense', { body: '{"encrypt":"bm9uc2Vuc2U="}' }, 400],
    ['of two megabytes', { body: JSON.stringify({ encrypt: 'x'.repeat(2_000_000) }) }, 413],
    ['of another type', { headers: { 'content-type': 'text/xml' }, body: '<xml/>' }, 400],
  ]

  test.each(forged)(
    '%s is refused, noted in one line without content, and not stored',
    async (_, delivery, status) => {
      const log = keepingLog()
      await using bot = await startSmall({ transport: 'webhook', log })
      log.lines.length = 0

      const response = await post(bot, delivery)

      expect(response.status).toBe(status)
      expect(await response.json()).toEqual({})
      expect(log.lines).toHaveLength(1)
      expect(log.lines[0]).toMatch(
        /"level":"warn".*"message":"(delivery refused|request failed|event ignored)"/,
      )
      expect(log.lines.join()).not.toMatch(/张三|om_http1|guessed|encrypt"|ou_|test-/)
      expect(await stored(bot)).toBe(0)
    },
  )

  test('of an event nobody handles is acknowledged and not stored', async () => {
    await using bot = await startSmall({ transport: 'webhook' })
    const { verificationToken: token } = testSecrets

    const unknown = await post(bot, { plain: envelope('contact.user.created_v3', {}, { token }) })

    expect(unknown.status).toBe(200)
    expect(await stored(bot)).toBe(0)
  })

  test('that cannot be stored is not acknowledged, so that it comes again', async () => {
    await using bot = await startSmall({ transport: 'webhook' })
    await bot.database.transact((tx) => tx.$executeRaw`ALTER TABLE "Trigger" RENAME TO "Gone"`)

    expect((await post(bot)).status).toBe(500)

    await bot.database.transact((tx) => tx.$executeRaw`ALTER TABLE "Gone" RENAME TO "Trigger"`)
    expect((await post(bot)).status).toBe(200)
  })

  test('has no address while events come over the long connection', async () => {
    await using bot = await startSmall()

    expect((await post(bot)).status).toBe(404)
    expect(await stored(bot)).toBe(0)
  })
})

describe('the challenge of the address', () => {
  const asked = (token: string) => ({ challenge: '5f3a', token, type: 'url_verification' })

  test('is answered when the token is right, signed or not', async () => {
    await using bot = await startSmall({ transport: 'webhook' })
    const plain = asked(testSecrets.verificationToken)

    for (const sign of [undefined, () => undefined]) {
      const response = await post(bot, { plain, ...(sign === undefined ? {} : { sign }) })
      expect(response.status).toBe(200)
      expect(await response.json()).toEqual({ challenge: '5f3a' })
    }
  })

  test('is refused when it is not', async () => {
    await using bot = await startSmall({ transport: 'webhook' })

    expect((await post(bot, { plain: asked('guessed') })).status).toBe(401)
    expect((await post(bot, { plain: asked('guessed'), sign: () => undefined })).status).toBe(401)
  })
})
