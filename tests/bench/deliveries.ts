// Messages as Feishu pushes them: plain envelopes, and webhook requests encrypted and signed beforehand so that the
// client spends its time on sending. No two have the same message id.
import { randomBytes } from 'node:crypto'
import { encrypt, signature } from '../../simulator/push/seal.ts'

export const secrets = { encryptKey: 'bench-encrypt-key', verificationToken: 'bench-token' }

export const eventPath = '/feishu/events'

export type Delivery = { method: 'POST'; path: string; headers: Record<string, string>; body: string }

/** One text message in a private chat. `id` makes message and event ids. */
export function messageEnvelope(id: string, openId: string, text: string, sentAtMs: number): object {
  return {
    schema: '2.0',
    header: {
      event_id: `ev_${id}`,
      event_type: 'im.message.receive_v1',
      create_time: String(sentAtMs),
      token: secrets.verificationToken,
      app_id: 'cli_a5a5a5a5a5a5a5a5',
      tenant_key: 'bench',
    },
    event: {
      sender: {
        sender_id: { union_id: `on_${openId}`, user_id: `u_${openId}`, open_id: openId },
        sender_type: 'user',
        tenant_key: 'bench',
      },
      message: {
        message_id: `om_${id}`,
        create_time: String(sentAtMs),
        update_time: String(sentAtMs),
        chat_id: `oc_${openId}`,
        chat_type: 'p2p',
        message_type: 'text',
        content: JSON.stringify({ text }),
      },
    },
  }
}

/** `count` signed deliveries of different messages by 77 people. `name` keeps them apart from those of other rounds. */
export function deliveries(name: string, count: number, nowMs: number): Delivery[] {
  return Array.from({ length: count }, (_, number) => {
    const text = `王${number}3月5日从农业办调到应急办，专职，有注册安全工程师证`
    const envelope = messageEnvelope(`${name}_${number}`, `ou_bench_${number % 77}`, text, nowMs)
    return sealed(JSON.stringify(envelope), nowMs)
  })
}

function sealed(plain: string, nowMs: number): Delivery {
  const body = JSON.stringify({ encrypt: encrypt(plain, secrets.encryptKey, randomBytes(16)) })
  const timestamp = String(Math.floor(nowMs / 1000))
  const nonce = randomBytes(8).toString('hex')
  const headers = {
    'content-type': 'application/json;charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signature(timestamp, nonce, secrets.encryptKey, body),
  }
  return { method: 'POST', path: eventPath, headers, body }
}
