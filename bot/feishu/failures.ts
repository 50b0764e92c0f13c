// What the platform's error numbers mean for us: one stable code each, mapped per method, because 230054, 230071,
// 230072 and 230075 mean different things on different methods. For call.ts only.
import { type Fate, FeishuError } from '../errors.ts'
import { HttpFailure } from './http-failure.ts'

/** The calls we make, by the platform's names. Stands in FeishuError.method. */
export type Method =
  | 'message.create'
  | 'message.reply'
  | 'message.patch'
  | 'message.delete'
  | 'message.get'
  | 'message.list'
  | 'resource.get'
  | 'image.create'
  | 'file.create'
  | 'bot.info'
  | 'user.get'
  | 'members.get'
  | 'scopes.list'

/**
 * Behind `feishu.`:
 * rate_limited wait, then the same again · busy the same uuid is under way · token_invalid even after a new one ·
 * credentials id or secret wrong · app_blocked bot switched off, app not installed, address not allowed ·
 * quota_used_up of the month or day · scope_missing · not_in_chat the bot left it or it is dissolved ·
 * unreachable_user outside the app's range, left, or stopped the bot · target_gone the message is recalled,
 * too old or cannot be answered · card_refused · too_long · too_large · content_blocked · not_allowed this chat
 * or tenant forbids it for good · bad_request ours is wrong · network and server: it may have been done, but of
 * network `fate` tells when it surely was not, because nobody was reached.
 */
type Meaning =
  | 'rate_limited'
  | 'busy'
  | 'token_invalid'
  | 'credentials'
  | 'app_blocked'
  | 'quota_used_up'
  | 'scope_missing'
  | 'not_in_chat'
  | 'unreachable_user'
  | 'target_gone'
  | 'card_refused'
  | 'too_long'
  | 'too_large'
  | 'content_blocked'
  | 'not_allowed'
  | 'bad_request'
  | 'network'
  | 'server'

type Meanings = Partial<Record<Meaning, readonly number[]>>

const everywhere: Meanings = {
  rate_limited: [99991400, 230020, 11232, 11233],
  busy: [18121, 230049, 212100],
  token_invalid: [99991661, 99991663, 99991664, 99991671],
  credentials: [10003, 10014, 10015, 99991543],
  app_blocked: [99991401, 99991662, 99991673, 230006, 232025, 232034, 234007],
  quota_used_up: [99991403, 11247],
  scope_missing: [99991672, 99991679, 230027, 40004],
  not_in_chat: [230002, 232009, 232011, 234004],
  unreachable_user: [230013, 230029, 230053, 99992351, 99992361, 41050, 41012],
  target_gone: [230011, 230050, 230110, 99992354],
  card_refused: [230099],
  too_long: [230025],
  content_blocked: [230022, 230028],
  not_allowed: [230018, 230035, 230036, 230038],
  server: [2200],
}

const byMethod: Partial<Record<Method, Meanings>> = {
  'message.create': { not_allowed: [230054, 230075] },
  'message.reply': { target_gone: [230054, 230072, 230111], not_allowed: [230071, 230075] },
  'message.patch': { target_gone: [230031] },
  'message.delete': { not_allowed: [230009, 230026] },
  'resource.get': { target_gone: [234003, 234009], too_large: [234037], not_allowed: [234038] },
  'image.create': { too_large: [234006] },
  'file.create': { too_large: [234006] },
}

// The whole message service is at its peak (mostly at :00 and :30) and asks for minutes, without a header.
const servicePeak = { code: 11232, waitMs: 60_000 }

/** The answer of the platform, or the lack of one, as our error. */
export function failureOf(method: Method, error: unknown): FeishuError {
  if (error instanceof FeishuError) return error
  if (!(error instanceof HttpFailure)) return failed(method, 'bad_request', 0, { cause: error })
  const { status, platformCode, cardCode, reason } = error.answer
  if (status === undefined)
    return failed(method, 'network', 0, { cause: error, fate: neverLeft(reason) ? 'refused' : 'unknown' })
  const meaning = meaningOf(method, platformCode, status, reason)
  const retryAfterMs = meaning === 'rate_limited' ? waitOf(error) : undefined
  const made = failed(method, meaning, platformCode, { retryAfterMs, cause: error })
  // The number inside names the element that is wrong; the text around it quotes the card.
  if (meaning === 'card_refused' && cardCode !== undefined) made.message += `, ErrCode ${cardCode}`
  return made
}

/** A failure found here and not by the platform. */
export function failed(
  method: Method,
  meaning: Meaning,
  platformCode: number,
  more: { retryAfterMs?: number | undefined; cause?: unknown; fate?: Fate } = {},
): FeishuError {
  return new FeishuError({ code: `feishu.${meaning}`, method, platformCode, fate: fateOf(meaning), ...more })
}

// No connection was made, so nothing was said on it.
const neverLeft = (reason: string | undefined) =>
  reason === 'ECONNREFUSED' || reason === 'ENOTFOUND' || reason === 'EAI_AGAIN'

function meaningOf(method: Method, code: number, status: number, reason: string | undefined): Meaning {
  const known = find(byMethod[method] ?? {}, code) ?? find(everywhere, code)
  if (known !== undefined) return known
  if (status >= 500 || reason === 'notJson') return 'server'
  if (status === 429) return 'rate_limited'
  return status === 413 ? 'too_large' : 'bad_request'
}

function find(meanings: Meanings, code: number): Meaning | undefined {
  for (const [meaning, codes] of Object.entries(meanings)) {
    if (codes.includes(code)) return meaning as Meaning
  }
  return undefined
}

function fateOf(meaning: Meaning): Fate {
  // Busy: an earlier try with the same uuid is under way and may still succeed.
  return meaning === 'network' || meaning === 'server' || meaning === 'busy' ? 'unknown' : 'refused'
}

// Only the gateway says how long, and it means the whole method. For one chat (230020) the caller backs off.
function waitOf({ answer }: HttpFailure): number | undefined {
  if (answer.platformCode === servicePeak.code) return servicePeak.waitMs
  const ofGateway = answer.platformCode === 99991400 || answer.status === 429
  return ofGateway ? Math.max(1000, answer.resetMs ?? 0) : undefined
}
