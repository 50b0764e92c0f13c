// The delayed card update: POST /interactive/v1/card/update with the token of a press. 30 minutes, two uses, and
// only after the press has been answered.

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { cardProblem } from '../card-check.ts'
import { changeContent } from '../messages.ts'
import type { PressToken } from '../push/presses.ts'
import type { Message } from '../tenant.ts'
import type { Gate } from './gate.ts'
import { Refusal } from './refusal.ts'
import { bodyOf } from './send-routes.ts'

const body = z.object({ token: z.string().min(1), card: z.looseObject({}) })
const lifeMs = 30 * 60_000

export function cardUpdateRoute(app: FastifyInstance, gate: Gate, tokens: Map<string, PressToken>): void {
  const { tenant } = gate
  app.post('/open-apis/interactive/v1/card/update', (request) => {
    const { token, card } = bodyOf(body, request.body)
    const { message, press } = usable(gate, tokens, token)
    const problem = cardProblem(tenant, card)
    if (problem !== undefined) throw new Refusal(11311, `${problem.message} (${problem.code})`)
    press.uses += 1
    changeContent(tenant, message, JSON.stringify(card))
    return { code: 0, msg: 'ok' }
  })
}

function usable(
  { tenant }: Gate,
  tokens: Map<string, PressToken>,
  token: string,
): { message: Message; press: PressToken } {
  const press = tokens.get(token)
  if (press === undefined) throw new Refusal(300020, 'token is malformed or unknown')
  if (!press.answered) throw new Refusal(11310, 'card action is lock')
  if (tenant.clock.now() - press.issuedMs >= lifeMs) throw new Refusal(300030, 'token is expired')
  if (press.uses >= 2) throw new Refusal(300040, 'token has been used up')
  const message = tenant.messages.get(press.messageId)
  if (message === undefined || message.recalled) throw new Refusal(200000, 'the message was recalled')
  return { message, press }
}
