// Card presses: one synchronous push each, never repeated, and the `c-` token with which the bot may replace
// the card twice within 30 minutes afterwards.

import { cardProblem } from '../card-check.ts'
import { changeContent } from '../messages.ts'
import type { PressAction, PressResult } from '../page-api.ts'
import { personOf } from '../people.ts'
import type { Message, Tenant } from '../tenant.ts'
import { failed, type PressOutcome, pressOutcome } from './answer.ts'
import { envelope } from './events.ts'
import type { Transport } from './transport.ts'

/** One token; it becomes usable when the press has been answered. */
export type PressToken = { messageId: string; issuedMs: number; uses: number; answered: boolean }

export type Presses = {
  press: (openId: string, message: Message, action: PressAction) => Promise<PressResult>
  /** what the bot may still do with a token of a press */
  tokens: Map<string, PressToken>
}

/** `transport` is asked at every press. */
export function makePresses(tenant: Tenant, transport: () => Transport): Presses {
  const tokens = new Map<string, PressToken>()
  return {
    tokens,
    press: async (openId, message, action) => {
      const token = tenant.ids.press()
      const issued = { messageId: message.messageId, issuedMs: tenant.clock.now(), uses: 0, answered: false }
      tokens.set(token, issued)
      const person = personOf(tenant, openId)
      const event = {
        operator: {
          tenant_key: tenant.tenantKey,
          user_id: person.userId,
          open_id: person.openId,
          union_id: person.unionId,
        },
        token,
        action,
        host: 'im_message',
        context: { open_message_id: message.messageId, open_chat_id: message.chatId },
      }
      const outcome = await send(tenant, transport(), event)
      issued.answered = true
      return outcome.card === undefined ? outcome.result : replaceCard(tenant, message, outcome)
    },
  }
}

async function send(tenant: Tenant, transport: Transport, event: object): Promise<PressOutcome> {
  const type = 'card.action.trigger'
  const body = envelope(tenant, { type, event: { ...event } }, tenant.ids.event(), transport.token)
  const startedMs = tenant.stopwatch()
  const answer = await transport.deliver({ use: 'callback', body })
  const outcome = pressOutcome(answer)
  const error = outcome.result.error
  tenant.log.add({
    atMs: tenant.clock.now(),
    direction: 'callback',
    name: type,
    result: error === undefined ? 'answered' : `${error.code} ${error.text}`,
    tookMs: Math.round(tenant.stopwatch() - startedMs),
    body,
    answer,
  })
  return outcome
}

// the toast of an answer with a bad card is not shown: the client reports the card
function replaceCard(tenant: Tenant, message: Message, outcome: PressOutcome): PressResult {
  const problem = cardProblem(tenant, outcome.card)
  if (problem !== undefined) {
    const code = problem.code === 200830 ? 200830 : 200673
    return failed(code, `返回的卡片有误：${problem.code} ${problem.message}`).result
  }
  if (!message.recalled) changeContent(tenant, message, JSON.stringify(outcome.card))
  return outcome.result
}
