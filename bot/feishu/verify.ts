// Is this HTTP body really from Feishu? Signature, age, decryption and token, done here and not by the SDK,
// which skips the token, ignores the age and signs its own re-serialisation. Pure; bot/http.ts imports it.
import { createDecipheriv, hash, timingSafeEqual } from 'node:crypto'

export type DeliverySecrets = {
  encryptKey?: string | undefined
  verificationToken?: string | undefined
  /** what is signed for another app is not ours, even under the same key */
  appId?: string | undefined
}

/** Header names in lower case, as Node gives them. */
export type DeliveryHeaders = Readonly<Record<string, string | string[] | undefined>>

/** `challenge` is set for the address check only: answer with it, there is no event in the body. */
export type Verified = { ok: true; body: Record<string, unknown>; challenge?: string }
export type Refused = { ok: false; status: 400 | 401; code: string }

/** How far a timestamp may lie ahead, and behind for what is delivered once and at once. */
const freshMs = 5 * 60_000

/**
 * Events come again 15 s, 5 min, 1 h and 6 h after a failed delivery: 7 h 5 min 15 s after the first. The
 * platform does not say whether a repeat is stamped anew, so a shorter age could drop every late repeat for
 * good. Replays inside this window change nothing, since the inbox knows every key for ever.
 */
const redeliveryMs = (7 * 60 + 10) * 60_000

/** Answered while somebody waits and never repeated, so an old one can only be a replay. */
const callbacks: ReadonlySet<unknown> = new Set(['card.action.trigger', 'url.preview.get'])

/**
 * Opens one delivery. With an encrypt key everything must be signed, except the address check, which the
 * platform may send unsigned and which then needs the right token. With a token it must always be right.
 *
 * Codes: `verify.` + not_configured, not_signed, bad_signature, stale, bad_token, other_app (401); bad_json,
 * bad_shape, not_decryptable (400, said to the owner of the key only).
 * @param raw the bytes as received; any re-serialisation breaks the signature
 */
export function verifyDelivery(
  raw: Buffer,
  headers: DeliveryHeaders,
  secrets: DeliverySecrets,
  nowMs: number,
): Verified | Refused {
  const { encryptKey, verificationToken, appId } = secrets
  if (!encryptKey && !verificationToken) return refused(401, 'not_configured')
  if (!encryptKey) {
    const opened = open(raw, undefined)
    return opened.ok ? forUs(checkToken(opened.body, verificationToken), appId) : opened
  }
  if (headers['x-lark-signature'] === undefined) return unsignedChallenge(raw, encryptKey, verificationToken)
  const stampMs = signedAt(raw, headers, encryptKey)
  if (stampMs === undefined) return refused(401, 'bad_signature')
  const opened = open(raw, encryptKey)
  if (!opened.ok) return opened
  if (!isFresh(stampMs, opened.body, nowMs)) return refused(401, 'stale')
  return forUs(checkToken(opened.body, verificationToken), appId)
}

function forUs(checked: Verified | Refused, appId: string | undefined): Verified | Refused {
  const named = checked.ok ? headerOf(checked.body)?.['app_id'] : undefined
  return appId === undefined || named === undefined || named === appId ? checked : refused(401, 'other_app')
}

/**
 * Undoes the platform's encryption: base64 of 16 bytes IV and AES-256-CBC, key = SHA-256 of the encrypt key.
 * @returns undefined when it cannot be decrypted
 */
export function decrypt(wire: string, encryptKey: string): string | undefined {
  const bytes = Buffer.from(wire, 'base64')
  if (bytes.length < 32 || bytes.length % 16 !== 0) return undefined
  const key = hash('sha256', encryptKey, 'buffer')
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

// Every failure looks the same from outside: whoever cannot sign must not learn whether a body decrypts,
// or the answers would give the plain text away byte by byte.
function unsignedChallenge(raw: Buffer, encryptKey: string, token: string | undefined): Verified | Refused {
  const opened = open(raw, encryptKey)
  if (!token || !opened.ok || !isChallenge(opened.body)) return refused(401, 'not_signed')
  const checked = checkToken(opened.body, token)
  return checked.ok ? checked : refused(401, 'not_signed')
}

/** The moment in the signed header, ms since 1970; undefined when the signature is not right. */
function signedAt(raw: Buffer, headers: DeliveryHeaders, encryptKey: string): number | undefined {
  const signature = headers['x-lark-signature']
  const timestamp = headers['x-lark-request-timestamp']
  const nonce = headers['x-lark-request-nonce']
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || typeof nonce !== 'string')
    return undefined
  // Timestamp and nonce are joined without a separator. Exactly ten digits, or digits could be moved from one
  // to the other, which would change the age of an old delivery under the same signature.
  if (!/^\d{10}$/.test(timestamp)) return undefined
  const signed = Buffer.concat([Buffer.from(timestamp + nonce + encryptKey), raw])
  const expected = hash('sha256', signed, 'hex')
  return sameText(signature, expected) ? Number(timestamp) * 1000 : undefined
}

function isFresh(stampMs: number, body: Record<string, unknown>, nowMs: number): boolean {
  const type = eventType(body)
  const allowedMs = type === undefined || callbacks.has(type) ? freshMs : redeliveryMs
  return stampMs - nowMs <= freshMs && nowMs - stampMs <= allowedMs
}

function open(
  raw: Buffer,
  encryptKey: string | undefined,
): { ok: true; body: Record<string, unknown> } | Refused {
  const outer = parseObject(raw.toString('utf8'))
  if (outer === undefined) return refused(400, 'bad_json')
  const wire = outer['encrypt']
  if (wire === undefined) return { ok: true, body: outer }
  if (typeof wire !== 'string' || encryptKey === undefined) return refused(400, 'not_decryptable')
  const plain = decrypt(wire, encryptKey)
  const body = plain === undefined ? undefined : parseObject(plain)
  return body === undefined ? refused(400, 'not_decryptable') : { ok: true, body }
}

function checkToken(body: Record<string, unknown>, token: string | undefined): Verified | Refused {
  const given = headerOf(body)?.['token'] ?? body['token']
  if (token && !(typeof given === 'string' && sameText(given, token))) return refused(401, 'bad_token')
  if (!isChallenge(body)) return { ok: true, body }
  const challenge = body['challenge']
  return typeof challenge === 'string' ? { ok: true, body, challenge } : refused(400, 'bad_shape')
}

function isChallenge(body: Record<string, unknown>): boolean {
  return body['type'] === 'url_verification' && headerOf(body) === undefined
}

function eventType(body: Record<string, unknown>): string | undefined {
  const type = headerOf(body)?.['event_type']
  return typeof type === 'string' ? type : undefined
}

function headerOf(body: Record<string, unknown>): Record<string, unknown> | undefined {
  return asObject(body['header'])
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(text))
  } catch {
    return undefined
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return value as Record<string, unknown>
}

// Digests have one length, so the comparison tells nothing about the length of the secret either.
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'))
}

function refused(status: 400 | 401, code: string): Refused {
  return { ok: false, status, code: `verify.${code}` }
}
