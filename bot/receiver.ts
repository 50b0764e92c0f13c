// Steps 1 to 4 for both transports: an envelope is read, taken in under its key, and only then acknowledged.
// A card press waits for its outcome, because the platform wants the toast and the new card in the answer.
import type { Answers } from './answers.ts'
import { readEnvelope } from './feishu/inbound.ts'
import type { Inbox } from './inbox.ts'
import type { Log } from './log.ts'

/** The platform gives a press 3 s; the rest is the way there and back. */
const answerWithinMs = 2500

export type Receiver = {
  /**
   * Resolves when the platform may be told that all is well: `{}` or, for a press, toast and card.
   * Rejects when the event could not be stored, so that the platform sends it again.
   */
  receive(envelope: unknown): Promise<object>
}

export function makeReceiver(deps: {
  inbox: Inbox
  answers: Answers
  botOpenId: () => string
  count: (kind: string, result: string) => void
  log: Log
}): Receiver {
  return {
    async receive(envelope) {
      const read = readEnvelope(envelope, deps.botOpenId())
      if ('ignore' in read) {
        deps.count('ignored', read.ignore)
        deps.log.debug({ reason: read.ignore }, 'event ignored')
        return {}
      }
      const { key, kind, lane } = read
      const [result, answer] = await Promise.all([
        deps.inbox.accept({ key, kind, lane, body: { envelope: withoutToken(envelope) } }),
        // The platform's clock runs while the press is stored, so ours does too.
        kind === 'press' ? deps.answers.within(key, answerWithinMs) : undefined,
      ])
      deps.count(kind, result)
      if (kind !== 'press') return {}
      return answer ?? { toast: { type: 'info', content: '已收到，正在处理，结果马上显示在这里。' } }
    },
  }
}

// The verification token proves where a delivery came from; nothing needs it after that.
function withoutToken(envelope: unknown): unknown {
  if (typeof envelope !== 'object' || envelope === null || !('header' in envelope)) return envelope
  return { ...envelope, header: { ...(envelope.header as object), token: '' } }
}
