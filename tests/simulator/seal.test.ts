// Encryption and signature of webhook bodies, against the platform's own example.

import { createDecipheriv, createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { encrypt, signature } from '../../simulator/push/seal.ts'

test("the platform's example decrypts to hello world and is made again from the same iv", () => {
  const wire = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk='
  const iv = Buffer.from(wire, 'base64').subarray(0, 16)

  expect(encrypt('hello world', 'test key', iv)).toBe(wire)
  expect(opened(wire, 'test key')).toBe('hello world')
})

test('the signature is the hex SHA-256 of timestamp, nonce, key and body without separators', () => {
  const expected = createHash('sha256').update('1700000000abckeybody').digest('hex')

  expect(signature('1700000000', 'abc', 'key', 'body')).toBe(expected)
})

function opened(wire: string, key: string): string {
  const bytes = Buffer.from(wire, 'base64')
  const secret = createHash('sha256').update(key).digest()
  const decipher = createDecipheriv('aes-256-cbc', secret, bytes.subarray(0, 16))
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString()
}
