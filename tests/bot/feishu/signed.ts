// Deliveries over the webhook, encrypted and signed as the platform does it, for the tests of verify.
import { createCipheriv, createHash } from 'node:crypto'
import { verifyDelivery } from '../../../bot/feishu/verify.ts'

export const encryptKey = 'demo-encrypt-key'
export const verificationToken = 'vtokDEMO0001'
export const both = { encryptKey, verificationToken }
export const nowMs = 1_767_225_600_000
export const nonce = 'n0nce'

export function seal(plain: string, key = encryptKey): string {
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), Buffer.alloc(16, 7))
  return Buffer.concat([Buffer.alloc(16, 7), cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
}

export function envelope(type = 'im.message.receive_v1', token = verificationToken): string {
  return JSON.stringify({
    schema: '2.0',
    header: { event_id: 'e1', event_type: type, token },
    event: { a: '字' },
  })
}

export function sealed(plain: string): Buffer {
  return Buffer.from(JSON.stringify({ encrypt: seal(plain) }))
}

export function sign(raw: Buffer, atMs = nowMs, key = encryptKey) {
  const stamp = String(Math.floor(atMs / 1000))
  return {
    'x-lark-request-timestamp': stamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': createHash('sha256')
      .update(stamp + nonce + key)
      .update(raw)
      .digest('hex'),
  }
}

export function verifySigned(raw: Buffer, atMs = nowMs, secrets = both) {
  return verifyDelivery(raw, sign(raw, atMs), secrets, nowMs)
}
