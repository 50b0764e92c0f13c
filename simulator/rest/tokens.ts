// Tenant access tokens: two hours, the same one while it has half an hour left, then a new one beside the old.

import type { Tenant } from '../tenant.ts'

export type Tokens = {
  /** The token the endpoint answers now, with its remaining whole seconds. */
  current: () => { token: string; expireSeconds: number }
  valid: (token: string) => boolean
}

const lifeMs = 7_200_000
const renewBelowMs = 1_800_000

export function makeTokens(tenant: Tenant): Tokens {
  const endsMs = new Map<string, number>()
  let latest = ''
  const leftMs = (token: string) => (endsMs.get(token) ?? 0) - tenant.clock.now()
  return {
    current: () => {
      if (leftMs(latest) < renewBelowMs) {
        latest = tenant.ids.token()
        endsMs.set(latest, tenant.clock.now() + lifeMs)
        tenant.log.hide(latest)
      }
      return { token: latest, expireSeconds: Math.floor(leftMs(latest) / 1000) }
    },
    valid: (token) => leftMs(token) > 0,
  }
}
