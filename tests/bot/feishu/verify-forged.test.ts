// Forged, changed and broken deliveries are refused.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifyDelivery } from '../../../bot/feishu/verify.ts'
import {
  both,
  envelope,
  nonce,
  nowMs,
  seal,
  sealed,
  sign,
  verificationToken,
  verifySigned,
} from './signed.ts'

describe('what is not from the platform is refused', () => {
  test('nothing passes when neither secret is set', () => {
    const code = 'verify.not_configured'

    expect(verifyDelivery(Buffer.from(envelope()), {}, {}, nowMs)).toEqual({ ok: false, status: 401, code })
    expect(
      verifyDelivery(Buffer.from(envelope()), {}, { encryptKey: '', verificationToken: '' }, nowMs),
    ).toEqual({ ok: false, status: 401, code })
  })

  test('an unsigned event with the right token is refused when an encrypt key is set', () => {
    for (const raw of [Buffer.from(envelope()), sealed(envelope())]) {
      const code = 'verify.not_signed'
      expect(verifyDelivery(raw, {}, both, nowMs)).toEqual({ ok: false, status: 401, code })
    }
  })

  test('an unsigned body is refused with the same words whether it decrypts or not', () => {
    const bodies = [
      sealed(envelope()),
      sealed('no json'),
      Buffer.from('{"encrypt":"AAAA"}'),
      Buffer.from('x'),
    ]

    const answers = bodies.map((raw) => verifyDelivery(raw, {}, both, nowMs))

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  test('a wrong token is refused although the signature is right', () => {
    expect(verifySigned(sealed(envelope('im.message.receive_v1', 'guess')))).toMatchObject({
      status: 401,
      code: 'verify.bad_token',
    })
  })

  test.each([
    [{ token: undefined }],
    [{ token: 7 }],
    [{ token: { length: 12 } }],
    [{ token: [verificationToken] }],
  ])('a token of the shape %j is refused', (header) => {
    const raw = Buffer.from(JSON.stringify({ schema: '2.0', header, event: {} }))

    expect(verifyDelivery(raw, {}, { verificationToken }, nowMs)).toMatchObject({ code: 'verify.bad_token' })
  })

  test('what is signed for another app is refused, over the same key and token', () => {
    const body = JSON.parse(envelope())
    const raw = sealed(JSON.stringify({ ...body, header: { ...body.header, app_id: 'cli_other' } }))
    const checked = (appId: string) => verifyDelivery(raw, sign(raw), { ...both, appId }, nowMs)

    expect(checked('cli_ours')).toEqual({ ok: false, status: 401, code: 'verify.other_app' })
    expect(checked('cli_other')).toMatchObject({ ok: true })
  })

  test('a signature made with another key is refused', () => {
    const raw = sealed(envelope())

    expect(verifyDelivery(raw, sign(raw, nowMs, 'other'), both, nowMs)).toMatchObject({
      code: 'verify.bad_signature',
    })
  })

  test('digits moved between timestamp and nonce do not make an old delivery young', () => {
    const raw = sealed(envelope())
    const headers = sign(raw)
    const stamp = headers['x-lark-request-timestamp']
    const moved = {
      'x-lark-request-timestamp': stamp.slice(0, 9),
      'x-lark-request-nonce': stamp.slice(9) + nonce,
    }

    expect(verifyDelivery(raw, { ...headers, ...moved }, both, nowMs)).toMatchObject({
      code: 'verify.bad_signature',
    })
  })

  test('a header that came twice is refused', () => {
    const raw = sealed(envelope())
    const headers = sign(raw)
    const twice = { ...headers, 'x-lark-signature': [headers['x-lark-signature'], 'b'] }

    expect(verifyDelivery(raw, twice, both, nowMs)).toMatchObject({ code: 'verify.bad_signature' })
  })
})

describe('garbage', () => {
  test.each([
    ['', 'verify.bad_json'],
    ['null', 'verify.bad_json'],
    ['[]', 'verify.bad_json'],
    ['{', 'verify.bad_json'],
    ['{"encrypt":7}', 'verify.not_decryptable'],
    ['{"encrypt":""}', 'verify.not_decryptable'],
    [`{"encrypt":"${Buffer.alloc(48).toString('base64')}"}`, 'verify.not_decryptable'],
    [`{"encrypt":"${seal('[1]')}"}`, 'verify.not_decryptable'],
    [`{"encrypt":"${seal(envelope(), 'old key')}"}`, 'verify.not_decryptable'],
  ])('signed %s is a bad request', (text, code) => {
    expect(verifySigned(Buffer.from(text))).toEqual({ ok: false, status: 400, code })
  })

  test('an encrypted body without a key to open it is a bad request', () => {
    expect(verifyDelivery(sealed(envelope()), {}, { verificationToken }, nowMs)).toMatchObject({
      status: 400,
    })
  })

  test('no bytes and no headers make it throw or pass', () => {
    const header = fc.option(fc.oneof(fc.string(), fc.array(fc.string())), { nil: undefined })
    const headers = fc.record({
      'x-lark-request-timestamp': header,
      'x-lark-request-nonce': header,
      'x-lark-signature': header,
    })
    const bytes = fc.oneof(fc.uint8Array(), fc.json().map(Buffer.from))

    fc.assert(
      fc.property(bytes, headers, (raw, given) => {
        expect(verifyDelivery(Buffer.from(raw), given, both, nowMs).ok).toBe(false)
        expect(verifyDelivery(Buffer.from(raw), given, { verificationToken }, nowMs).ok).toBe(false)
      }),
    )
  })
})

test('changing any one byte of a signed body is refused', () => {
  const raw = sealed(envelope())
  const headers = sign(raw)

  for (let index = 0; index < raw.length; index++) {
    const changed = Buffer.from(raw)
    changed.writeUInt8(raw.readUInt8(index) ^ 1, index)
    expect(verifyDelivery(changed, headers, both, nowMs)).toMatchObject({ code: 'verify.bad_signature' })
  }
  fc.assert(
    fc.property(fc.nat(raw.length - 1), fc.integer({ min: 1, max: 255 }), (index, mask) => {
      const changed = Buffer.from(raw)
      changed.writeUInt8(raw.readUInt8(index) ^ mask, index)
      expect(verifyDelivery(changed, headers, both, nowMs).ok).toBe(false)
    }),
  )
})

test('taking a byte away or adding one is refused', () => {
  const raw = sealed(envelope())
  const headers = sign(raw)

  for (const changed of [raw.subarray(1), raw.subarray(0, -1), Buffer.concat([raw, Buffer.from(' ')])]) {
    expect(verifyDelivery(changed, headers, both, nowMs)).toMatchObject({ code: 'verify.bad_signature' })
  }
})
