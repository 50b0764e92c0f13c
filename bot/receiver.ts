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
   * Resolves when the platform may be told that all is well: `{}` or, for a press, toast and card. Undefined for what
   * is no event as documented: nothing was stored. Rejects when the event could not be stored, so that the platform
   * sends it again.
   */
  receive(envelope: unknown): Promise<object | undefined>
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
        return ignored(read.ignore, deps.log)
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

/** What is no event as documented is worth a look; what is none of ours is not. */
function ignored(reason: string, log: Log): object | undefined {
  const isStrange = reason === 'malformed' || reason === 'notSchema2'
  log[isStrange ? 'warn' : 'debug']({ reason }, 'event ignored')
  return isStrange ? undefined : {}
}

// The verification token proves where a delivery came from; nothing needs it after that.
function withoutToken(envelope: unknown): unknown {
  if (typeof envelope !== 'object' || envelope === null || !('header' in envelope)) return envelope
  return { ...envelope, header: { ...(envelope.header as object), token: '' } }
}
