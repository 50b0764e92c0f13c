// Keeps what people wrote unreadable on the disk: AES-256-GCM under the first of SEAL_KEYS, older keys
// still open. Also makes the keyed hash of an open_id that tables and logs may hold instead of it.
// Sealed bytes: 1 byte version, 4 bytes key id, 12 bytes nonce, 16 bytes tag, ciphertext.
import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'

export type Vault = {
  seal(plain: string | Uint8Array): Uint8Array<ArrayBuffer>
  /** @throws Error when the bytes were changed or their key is not among the keys */
  open(sealed: Uint8Array): Buffer
  /** 24 hex digits, the same for the same open_id under the same keys */
  ref(openId: string): string
}

const version = 1

/**
 * @param keys 32-byte keys, newest first; the oldest also keys the references, so they outlive a new key
 * @param randomBytes source of nonces
 */
export function makeVault(keys: readonly Buffer[], randomBytes: (n: number) => Buffer): Vault {
  const [current] = keys
  const oldest = keys.at(-1)
  if (current === undefined || oldest === undefined) throw new Error('a vault needs at least one key')
  const byId = new Map(keys.map((key) => [keyId(key).toString('hex'), key]))
  const head = Buffer.concat([Buffer.from([version]), keyId(current)])
  const refKey = createHash('sha256').update('ref').update(oldest).digest()
  return {
    seal(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', current, nonce)
      const body = [cipher.update(plain), cipher.final()]
      return new Uint8Array(Buffer.concat([head, nonce, cipher.getAuthTag(), ...body]))
    },
    open(sealed) {
      const bytes = Buffer.from(sealed)
      const key = byId.get(bytes.subarray(1, 5).toString('hex'))
      if (bytes[0] !== version || key === undefined) throw new Error('sealed with a key that is not here')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(5, 17))
      decipher.setAuthTag(bytes.subarray(17, 33))
      return Buffer.concat([decipher.update(bytes.subarray(33)), decipher.final()])
    },
    ref: (openId) => createHmac('sha256', refKey).update(openId).digest('hex').slice(0, 24),
  }
}

function keyId(key: Buffer): Buffer {
  return createHash('sha256').update('id').update(key).digest().subarray(0, 4)
}
