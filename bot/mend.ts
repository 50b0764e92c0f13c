// What to do when the platform did not take a message: wait, say it in another way, or give up. Pure.
import { cardAsText } from './cards/index.ts'
import { FeishuError } from './errors.ts'
import { textContent } from './outgoing.ts'
import { backoffMs, maxAttempts } from './retry.ts'
import type { Settled, WaitingOutgoing } from './store/outgoing-sending.ts'

export type Mend =
  | { do: 'settle'; to: Settled; pauseUntil?: number | undefined }
  /** the message answered to is gone: the same, as a message of its own */
  | { do: 'asOwnMessage'; error: string }
  /** the card was refused: the same facts as text */
  | { do: 'asText'; error: string; text: (content: string) => string }

/** A uuid counts for 60 minutes on the platform; after 50 a message of unknown fate is looked up instead. */
export const uncertainAfterMs = 50 * 60_000

export function mendOf(
  error: unknown,
  at: { row: WaitingOutgoing; now: number; random: () => number },
): Mend {
  const attempt = at.row.attempts + 1
  const ms = backoffMs(attempt, at.random)
  const known = error instanceof FeishuError ? error : undefined
  const code = known?.code ?? 'internal'
  if (known?.fate === 'unknown') return ofUnknownFate(at.row, code, at.now, ms)
  if (known !== undefined) {
    const other = otherWay(at.row, known, at.now + (known.retryAfterMs ?? ms))
    if (other !== undefined) return other
  }
  const mayPass = known === undefined || code === 'feishu.token_invalid'
  if (mayPass && attempt < maxAttempts) return wait(code, at.now + ms, 'yes')
  // A photo that cannot be read any more must not keep the words of its card from anybody.
  return known === undefined && mayBeText(at.row)
    ? asText(code)
    : { do: 'settle', to: { status: 'parked', error: code } }
}

function wait(error: string, notBefore: number, fresh: 'yes' | 'no'): Mend {
  return { do: 'settle', to: { status: 'waiting', notBefore, error, fresh } }
}

/** Replacing a card twice does no harm. */
export const isPatch = (row: WaitingOutgoing) => 'patch' in row.target || 'patchOf' in row.target

function ofUnknownFate(row: WaitingOutgoing, code: string, now: number, ms: number): Mend {
  const young = now - (row.firstTryAt ?? now) < uncertainAfterMs
  if (isPatch(row) || young) return wait(code, now + ms, 'no')
  return { do: 'settle', to: { status: 'uncertain', error: code } }
}

function otherWay(row: WaitingOutgoing, error: FeishuError, notBefore: number): Mend | undefined {
  const { code } = error
  if (code === 'feishu.rate_limited') {
    const pauseUntil = error.retryAfterMs === undefined ? undefined : notBefore
    return { do: 'settle', to: { status: 'waiting', notBefore, error: code, fresh: 'yes' }, pauseUntil }
  }
  // Nobody was reached: that passes, however long it takes.
  if (code === 'feishu.network') return wait(code, notBefore, 'yes')
  if (code === 'feishu.target_gone' && 'replyTo' in row.target) return { do: 'asOwnMessage', error: code }
  const ofPhoto = error.method === 'image.create'
  if ((code === 'feishu.card_refused' || ofPhoto) && mayBeText(row)) return asText(code)
  return undefined
}

const mayBeText = (row: WaitingOutgoing) => row.kind === 'interactive' && !isPatch(row)

function asText(error: string): Mend {
  return { do: 'asText', error, text: (content) => textContent(cardAsText(JSON.parse(content))) }
}
