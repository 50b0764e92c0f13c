// Forged, changed, old and broken deliveries are refused; the platform's own are opened.
import { createCipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decrypt, verifyDelivery } from '../../../bot/feishu/verify.ts'

const encryptKey = 'demo-encrypt-key'
const verificationToken = 'vtokDEMO0001'
const both = { encryptKey, verificationToken }
const nowMs = 1_767_225_600_000
const nonce = 'n0nce'

function seal(plain: string, key = encryptKey): string {
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), Buffer.alloc(16, 7))
  return Buffer.concat([Buffer.alloc(16, 7), cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
}

function envelope(type = 'im.message.receive_v1', token = verificationToken): string {
  return JSON.stringify({
    schema: '2.0',
    header: { event_id: 'e1', event_type: type, token },
    event: { a: '字' },
  })
}

function sealed(plain: string): Buffer {
  return Buffer.from(JSON.stringify({ encrypt: seal(plain) }))
}

function sign(raw: Buffer, atMs = nowMs, key = encryptKey) {
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

function verifySigned(raw: Buffer, atMs = nowMs, secrets = both) {
  return verifyDelivery(raw, sign(raw, atMs), secrets, nowMs)
}

describe('what the platform sends is opened', () => {
  test('the published test vector decrypts to hello world', () => {
    expect(decrypt('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', 'test key')).toBe('hello world')
  })

  test('a signed and encrypted event gives its envelope', () => {
    const read = verifySigned(sealed(envelope()))

    expect(read).toEqual({ ok: true, body: JSON.parse(envelope()) })
  })

  test('whitespace in the signed bytes does not break the signature', () => {
    const raw = Buffer.from(`{ "encrypt" :\n"${seal(envelope())}" }`)

    expect(verifySigned(raw)).toMatchObject({ ok: true })
  })

  test('without an encrypt key the right token is enough', () => {
    const read = verifyDelivery(Buffer.from(envelope()), {}, { verificationToken }, nowMs)

    expect(read).toMatchObject({ ok: true, body: { schema: '2.0' } })
  })

  test('with an encrypt key alone the token is not asked for', () => {
    const raw = sealed(envelope('im.message.receive_v1', 'other'))

    expect(verifyDelivery(raw, sign(raw), { encryptKey }, nowMs)).toMatchObject({ ok: true })
  })
})

describe('the address check', () => {
  const challenge = JSON.stringify({ challenge: 'c-1', token: verificationToken, type: 'url_verification' })
  const forged = challenge.replace(verificationToken, 'guess')

  test.each([
    ['plain with a token', Buffer.from(challenge), { verificationToken }],
    ['plain, unsigned, with both secrets', Buffer.from(challenge), both],
    ['encrypted, unsigned, with both secrets', sealed(challenge), both],
  ])('is answered when it is %s', (_, raw, secrets) => {
    expect(verifyDelivery(raw, {}, secrets, nowMs)).toMatchObject({ ok: true, challenge: 'c-1' })
  })

  test('is answered when it is signed', () => {
    expect(verifySigned(sealed(challenge))).toMatchObject({ ok: true, challenge: 'c-1' })
  })

  test.each([
    ['the wrong token', Buffer.from(forged), both, 'verify.not_signed'],
    ['the wrong token, encrypted', sealed(forged), both, 'verify.not_signed'],
    ['the wrong token and no encrypt key', Buffer.from(forged), { verificationToken }, 'verify.bad_token'],
    ['no token set here to compare with', sealed(challenge), { encryptKey }, 'verify.not_signed'],
  ])('is refused unsigned with %s', (_, raw, secrets, code) => {
    expect(verifyDelivery(raw, {}, secrets, nowMs)).toEqual({ ok: false, status: 401, code })
  })

  test('without a challenge in it is a bad shape', () => {
    const raw = Buffer.from(JSON.stringify({ type: 'url_verification', token: verificationToken }))

    expect(verifyDelivery(raw, {}, both, nowMs)).toMatchObject({ ok: false })
    expect(verifySigned(raw)).toEqual({ ok: false, status: 400, code: 'verify.bad_shape' })
  })
})

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

describe('age', () => {
  const minute = 60_000
  const press = 'card.action.trigger'
  const message = 'im.message.receive_v1'

  test.each([
    [press, 5 * minute, true],
    [press, 5 * minute + 1000, false],
    [press, -5 * minute, true],
    [press, -5 * minute - 1000, false],
    ['url.preview.get', 6 * minute, false],
    [message, 7 * 60 * minute + 10 * minute, true],
    [message, 7 * 60 * minute + 10 * minute + 1000, false],
    [message, -5 * minute - 1000, false],
  ])('%s signed %i ms ago: accepted is %s', (type, ageMs, accepted) => {
    const read = verifySigned(sealed(envelope(type)), nowMs - ageMs)

    expect(read).toMatchObject(accepted ? { ok: true } : { ok: false, status: 401, code: 'verify.stale' })
  })

  test('an address check signed six minutes ago is stale', () => {
    const raw = sealed(JSON.stringify({ challenge: 'c', token: verificationToken, type: 'url_verification' }))

    expect(verifySigned(raw, nowMs - 6 * minute)).toMatchObject({ code: 'verify.stale' })
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
