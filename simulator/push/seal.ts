// Encryption and signature of webhook pushes, as the platform does them.

import { createCipheriv, createHash } from 'node:crypto'

/** `base64(iv ‖ AES-256-CBC(text))`; the key is the SHA-256 of the Encrypt Key, `iv` is 16 random bytes. */
export function encrypt(text: string, encryptKey: string, iv: Uint8Array): string {
  const key = createHash('sha256').update(encryptKey, 'utf8').digest()
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}

/** Lower-case hex of SHA-256 over timestamp, nonce, Encrypt Key and the body as sent. `timestamp` is in seconds. */
export function signature(timestamp: string, nonce: string, encryptKey: string, body: string): string {
  return createHash('sha256')
    .update(timestamp + nonce + encryptKey + body, 'utf8')
    .digest('hex')
}
