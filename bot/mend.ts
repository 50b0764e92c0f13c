// What to do when the platform did not take a message: wait, say it in another way, or give up. Pure.
import { cardAsText } from './cards/index.ts'
import { FeishuError } from './errors.ts'
import { backoffMs, maxAttempts } from './retry.ts'
import type { Settled, WaitingOutgoing } from './store/outgoing.ts'

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
  const retry = wait(code, at.now + ms, 'yes')
  if (known?.fate === 'unknown') return ofUnknownFate(at.row, code, at.now, ms)
  if (known !== undefined) {
    const other = otherWay(at.row, known, at.now + (known.retryAfterMs ?? ms))
    if (other !== undefined) return other
  }
  const mayPass = known === undefined || code === 'feishu.token_invalid' || code === 'feishu.busy'
  return mayPass && attempt < maxAttempts ? retry : { do: 'settle', to: { status: 'parked', error: code } }
}

function wait(error: string, notBefore: number, fresh: 'yes' | 'no'): Mend {
  return { do: 'settle', to: { status: 'waiting', notBefore, error, fresh } }
}

const isPatch = (row: WaitingOutgoing) => 'patch' in row.target || 'patchOf' in row.target

function ofUnknownFate(row: WaitingOutgoing, code: string, now: number, ms: number): Mend {
  // Replacing a card twice does no harm, so a patch is simply tried again.
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
  if (code === 'feishu.target_gone' && 'replyTo' in row.target) return { do: 'asOwnMessage', error: code }
  if (code === 'feishu.card_refused' && row.kind === 'interactive' && !isPatch(row)) {
    return {
      do: 'asText',
      error: code,
      text: (content) => JSON.stringify({ text: cardAsText(JSON.parse(content)) }),
    }
  }
  return undefined
}
