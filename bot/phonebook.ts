// The phone number the tenant's contacts hold for somebody who is not bound yet, so that the roster's person
// can be offered. Asked once a day per person, kept in memory only, never for people who are bound.
import type { FeishuApi } from './feishu/client.ts'
import type { Log } from './log.ts'
import type { Database } from './store/database.ts'
import { isBound } from './store/members.ts'

export type PhoneBook = { phoneOfUnbound(openId: string): Promise<string | undefined> }

const keepMs = 24 * 3_600_000
/** Somebody bound is mostly bound a moment later, too; whoever is not any more waits so long for the offer. */
const boundMs = 10 * 60_000
const mostKept = 10_000

export function makePhoneBook(deps: {
  feishu: FeishuApi
  database: Database
  now: () => number
  log: Log
}): PhoneBook {
  const known = new Map<string, { phone: string | undefined; untilMs: number }>()
  return {
    async phoneOfUnbound(openId) {
      const kept = known.get(openId)
      if (kept !== undefined && deps.now() < kept.untilMs) return kept.phone
      if (known.size >= mostKept) known.clear()
      const bound = await deps.database.transact((tx) => isBound(tx, openId))
      const phone = bound ? undefined : await ask(deps, openId)
      known.set(openId, { phone, untilMs: deps.now() + (bound ? boundMs : keepMs) })
      return phone
    },
  }
}

// Not being able to look somebody up must not keep them from filing a tip.
async function ask(deps: { feishu: FeishuApi; log: Log }, openId: string): Promise<string | undefined> {
  try {
    return (await deps.feishu.mobileOf(openId))?.replace(/^\+86/, '')
  } catch (error) {
    deps.log.warn({ err: error }, 'contact look-up failed')
    return undefined
  }
}
