// Endpoint discovery of the long connection; not below /open-apis, and without a token.

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ClientConfig, Tickets } from '../push/tickets.ts'
import type { Tenant } from '../tenant.ts'

const body = z.object({ AppID: z.string(), AppSecret: z.string() })

/** `base` is asked per call: the port is known only after listening. */
export function discoveryRoute(
  app: FastifyInstance,
  tenant: Tenant,
  tickets: Tickets,
  config: ClientConfig,
  base: () => string,
): void {
  app.post('/callback/ws/endpoint', (request) => {
    const answer = discovered(tenant, tickets, config, base(), request.body)
    const line = { atMs: tenant.clock.now(), direction: 'request', tookMs: 0 } as const
    const name = 'POST /callback/ws/endpoint'
    tenant.log.add({ ...line, name, result: `200 ${answer['code']}`, body: request.body, answer })
    return answer
  })
}

function discovered(
  tenant: Tenant,
  tickets: Tickets,
  config: ClientConfig,
  base: string,
  given: unknown,
): Record<string, unknown> {
  const fault = tenant.faults.refuseDiscovery
  if (fault.times > 0) {
    fault.times -= 1
    return { code: fault.code, msg: 'refused by a fault', data: fault.data === 'null' ? null : {} }
  }
  const credentials = body.safeParse(given).data
  const right = credentials?.AppID === tenant.bot.appId && credentials.AppSecret === tenant.bot.appSecret
  if (!right) return { code: 514, msg: 'app_id or app_secret is wrong', data: {} }
  return { code: 0, msg: 'ok', data: { URL: tickets.issue(base), ClientConfig: config } }
}
