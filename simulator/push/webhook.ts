// Delivery over HTTP: checks the request URL with a challenge when it is set, then posts events and presses to
// it, encrypted and signed when there is an Encrypt Key.

import { takeFault } from '../faults.ts'
import type { Tenant } from '../tenant.ts'
import { parsed } from './ack.ts'
import { encrypt, signature } from './seal.ts'
import type { PushAnswer, Transport } from './transport.ts'

/** As typed into the developer console. Keys and tokens are 1–32 characters, an empty key means none. */
export type WebhookSettings = { url: string; encryptKey: string; verificationToken: string }

/** Why a request URL was not saved, in one sentence. */
export type UrlRefusal = { refused: string }

const challengeWithinMs = 1000

/** Sends the challenge; the URL counts as saved only when the same challenge comes back within a second. */
export async function verifyUrl(tenant: Tenant, settings: WebhookSettings): Promise<'verified' | UrlRefusal> {
  const challenge = tenant.ids.event()
  const plain = { challenge, token: settings.verificationToken, type: 'url_verification' }
  const answer = await post(tenant, settings, plain, 'unsigned', challengeWithinMs)
  const echoed =
    answer.kind === 'acked' &&
    typeof answer.body === 'object' &&
    answer.body !== null &&
    (answer.body as { challenge?: unknown }).challenge === challenge
  const atMs = tenant.clock.now()
  const result = echoed ? 'challenge answered' : `challenge failed: ${answer.kind}`
  const line = { atMs, direction: 'callback', name: 'url_verification', tookMs: 0 } as const
  tenant.log.add({ ...line, result, body: plain, answer })
  return echoed ? 'verified' : { refused: `the request URL did not answer the challenge (${answer.kind})` }
}

/** Posts to `settings.url`; `answerWithinMs` is the platform's 3 seconds. */
export function webhookTransport(
  tenant: Tenant,
  settings: WebhookSettings,
  answerWithinMs: number,
): Transport {
  return {
    kind: 'webhook',
    token: settings.verificationToken,
    connected: () => true,
    deliver: async (push) => {
      const deaf = takeFault(tenant.faults, 'dropAcks')
      const answer = await post(tenant, settings, push.body, 'signed', answerWithinMs)
      if (deaf) return { kind: 'timeout' }
      // the body of an event's answer is ignored, that of a callback is the answer
      return push.use === 'event' && answer.kind === 'garbled' ? { kind: 'acked', body: undefined } : answer
    },
  }
}

async function post(
  tenant: Tenant,
  settings: WebhookSettings,
  content: object,
  signing: 'signed' | 'unsigned',
  withinMs: number,
): Promise<PushAnswer> {
  const plain = JSON.stringify(content)
  const { encryptKey } = settings
  const body =
    encryptKey === '' ? plain : JSON.stringify({ encrypt: encrypt(plain, encryptKey, tenant.ids.bytes(16)) })
  const headers: Record<string, string> = { 'content-type': 'application/json;charset=utf-8' }
  if (encryptKey !== '' && signing === 'signed') Object.assign(headers, signed(tenant, encryptKey, body))
  try {
    const response = await fetch(settings.url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    })
    return await read(response)
  } catch (error) {
    return { kind: timedOut(error) ? 'timeout' : 'unreachable' }
  }
}

function signed(tenant: Tenant, encryptKey: string, body: string): Record<string, string> {
  const timestamp = String(Math.floor(tenant.clock.now() / 1000))
  const nonce = String(tenant.ids.below(1_000_000_000))
  return {
    'X-Lark-Request-Timestamp': timestamp,
    'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': signature(timestamp, nonce, encryptKey, body),
  }
}

async function read(response: Response): Promise<PushAnswer> {
  const text = await response.text()
  if (response.status !== 200) return { kind: 'refused', status: response.status }
  if (text.trim() === '') return { kind: 'acked', body: undefined }
  const body = parsed(text)
  return body === undefined ? { kind: 'garbled' } : { kind: 'acked', body }
}

function timedOut(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}
