// The platform's own deliveries are opened, those of today only, and the check of the address is answered.
import { describe, expect, test } from 'vitest'
import { decrypt, verifyDelivery } from '../../../bot/feishu/verify.ts'
import {
  both,
  encryptKey,
  envelope,
  nowMs,
  seal,
  sealed,
  sign,
  verificationToken,
  verifySigned,
} from './signed.ts'

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
