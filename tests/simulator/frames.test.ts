// The hand-written codec of the long connection against bytes captured from the SDK.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFrame, encodeFrame, type Frame } from '../../simulator/push/frames.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex')
const utf8 = (text: string) => Buffer.from(text, 'utf8')

test("the SDK's ping is read and written byte for byte", () => {
  const ping = bytes('0800 1000 18f6818010 2000 2a0c 0a0474797065 120470696e67')
  const frame: Frame = { seqId: 0n, logId: 0n, service: 33_554_678, method: 0, headers: [['type', 'ping']] }

  expect(decodeFrame(ping)).toEqual(frame)
  expect(hex(encodeFrame(frame))).toBe(hex(ping))
})

test('a push is written as the platform writes it', () => {
  const headers: [string, string][] = [
    ['type', 'event'],
    ['message_id', 'm1'],
    ['sum', '1'],
    ['seq', '0'],
    ['trace_id', 't1'],
  ]
  const push = encodeFrame({
    seqId: 1n,
    logId: 2n,
    service: 33_554_678,
    method: 1,
    headers,
    payload: utf8('{"a":1}'),
  })

  const written = headers.map(([key, value]) => {
    const inner = `0a${len(key)}${hex(utf8(key))}12${len(value)}${hex(utf8(value))}`
    return `2a${(inner.length / 2).toString(16).padStart(2, '0')}${inner}`
  })
  expect(written.map((field) => field.slice(0, 4))).toEqual(['2a0d', '2a10', '2a08', '2a08', '2a0e'])
  expect(hex(push)).toBe(`0801100218f68180102001${written.join('')}4207${hex(utf8('{"a":1}'))}`)
})

test("the SDK's ack with its bare zero biz_rt is read", () => {
  const answer = '{"code":200,"data":"eyJ0b2FzdCI6eyJ0eXBlIjoiaW5mbyIsImNvbnRlbnQiOiJvayJ9fQ=="}'
  const ack = bytes(`0801 1002 18f6818010 2001 2a0b 0a0662697a5f7274 120130 424e ${hex(utf8(answer))}`)

  const frame = decodeFrame(ack)

  expect(frame.headers).toEqual([['biz_rt', '0']])
  expect(Buffer.from(frame.payload ?? []).toString()).toBe(answer)
})

test('any frame survives writing and reading', () => {
  const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
  const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
  const frame = fc.record({
    seqId: uint64,
    logId: uint64,
    service: int32,
    method: int32,
    headers: fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), {
      maxLength: 6,
    }),
    payload: fc.uint8Array(),
  })
  fc.assert(
    fc.property(frame, (given) => {
      const read = decodeFrame(encodeFrame(given))
      expect({ ...read, payload: Uint8Array.from(read.payload ?? []) }).toEqual(given)
    }),
    { numRuns: 30 },
  )
})

test('a frame that is cut off is refused, whatever the place', () => {
  const whole = encodeFrame({ seqId: 1n, logId: 300n, service: 5, method: 1, headers: [['type', 'event']] })
  for (const at of [1, 4, 10, whole.length - 1]) {
    expect(() => decodeFrame(whole.subarray(0, at))).toThrow(/protobuf/)
  }
})

function len(text: string): string {
  return utf8(text).length.toString(16).padStart(2, '0')
}
