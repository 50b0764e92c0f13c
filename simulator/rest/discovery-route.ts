// Endpoint discovery of the long connection; not below /open-apis, and without a token.

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { LongConnection } from '../push/long-connection.ts'
import type { ClientConfig } from '../push/tickets.ts'
import type { Tenant } from '../tenant.ts'

const body = z.object({ AppID: z.string(), AppSecret: z.string() })

/** The address handed out names the host the request came to, so it also works through a forwarded port. */
export function discoveryRoute(
  app: FastifyInstance,
  tenant: Tenant,
  line: Pick<LongConnection, 'tickets' | 'full'>,
  config: ClientConfig,
): void {
  app.post('/callback/ws/endpoint', (request) => {
    const base = `ws://${request.headers.host ?? request.hostname}`
    const answer = discovered(tenant, line, config, base, request.body)
    const entry = { atMs: tenant.clock.now(), direction: 'request', tookMs: 0 } as const
    const name = 'POST /callback/ws/endpoint'
    tenant.log.add({ ...entry, name, result: `200 ${answer['code']}`, body: request.body, answer })
    return answer
  })
}

function discovered(
  tenant: Tenant,
  line: Pick<LongConnection, 'tickets' | 'full'>,
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
  if (line.full()) return { code: 1000040350, msg: 'the number of connections exceeded the limit', data: {} }
  return { code: 0, msg: 'ok', data: { URL: line.tickets.issue(base), ClientConfig: config } }
}
