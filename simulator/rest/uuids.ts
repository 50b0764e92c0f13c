// The bot's `uuid`: within an hour one send per uuid. A repeat gives back the first message, a repeat while the
// first answer is still on its way is refused (230049).

import type { Tenant } from '../tenant.ts'
import { fieldRefused, Refusal } from './refusal.ts'

export type Uuids = {
  /**
   * The message sent under this uuid within the last hour, or `undefined` for a new one.
   * @throws Refusal 230049 while the first is in flight, 99992402 above 50 characters.
   */
  sentBefore: (uuid: string) => string | undefined
  /** Remembers a send; call the returned function when its answer has left. */
  remember: (uuid: string, messageId: string) => () => void
}

const hourMs = 3_600_000

export function makeUuids(tenant: Tenant): Uuids {
  const sent = new Map<string, { messageId: string; atMs: number; answered: boolean }>()
  return {
    sentBefore: (uuid) => {
      if (uuid.length > 50) throw fieldRefused('uuid', uuid, 'the max len is 50')
      const known = sent.get(uuid)
      if (known === undefined || tenant.clock.now() - known.atMs >= hourMs) return undefined
      if (!known.answered) throw new Refusal(230049, 'The message is being sent.')
      return known.messageId
    },
    remember: (uuid, messageId) => {
      const entry = { messageId, atMs: tenant.clock.now(), answered: false }
      sent.set(uuid, entry)
      return () => {
        entry.answered = true
      }
    },
  }
}
