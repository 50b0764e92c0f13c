// Which way pushes go: the long connection from the start, or a webhook after its URL answered the challenge.

import type { BotLink } from '../control/view.ts'
import type { Tenant } from '../tenant.ts'
import type { Transport } from './transport.ts'
import { type UrlRefusal, verifyUrl, webhookTransport } from './webhook.ts'

export type TransportChoice =
  | { kind: 'ws' }
  | {
      kind: 'webhook'
      url: string
      encryptKey?: string | undefined
      verificationToken?: string | undefined
    }

export type TransportSwitch = {
  current: () => Transport
  link: BotLink
  /** A webhook whose URL does not answer the challenge is not saved: the way of delivery stays as it was. */
  choose: (choice: TransportChoice) => Promise<'verified' | UrlRefusal>
}

export function makeSwitch(
  tenant: Tenant,
  longConnection: Transport,
  answerWithinMs: number,
): TransportSwitch {
  let current = longConnection
  return {
    current: () => current,
    link: { connected: () => current.connected(), kind: () => current.kind },
    choose: async (choice) => {
      if (choice.kind === 'ws') {
        current = longConnection
        return 'verified'
      }
      const { url, encryptKey = '', verificationToken = '' } = choice
      const settings = { url, encryptKey, verificationToken }
      for (const secret of [encryptKey, verificationToken]) tenant.log.hide(secret)
      const result = await verifyUrl(tenant, settings)
      if (result === 'verified') current = webhookTransport(tenant, settings, answerWithinMs)
      tenant.changes.announce({ type: 'bot' })
      return result
    },
  }
}
