// The app itself: its token, the bot's identity, its scopes.

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Gate } from './gate.ts'
import { ok, Refusal } from './refusal.ts'
import { scopeList } from './scopes.ts'
import { bodyOf } from './send-routes.ts'

const credentials = z.object({ app_id: z.string(), app_secret: z.string() })

export function appRoutes(app: FastifyInstance, { tenant, tokens }: Gate): void {
  app.post('/open-apis/auth/v3/tenant_access_token/internal', { config: { access: 'open' } }, (request) => {
    const given = bodyOf(credentials, request.body)
    if (given.app_id === '') throw new Refusal(10003, 'invalid param: app_id')
    if (given.app_id !== tenant.bot.appId) throw new Refusal(99991543, 'app id or secret mismatch')
    if (given.app_secret !== tenant.bot.appSecret) throw new Refusal(10014, 'app secret invalid')
    const { token, expireSeconds } = tokens.current()
    return { code: 0, msg: 'ok', tenant_access_token: token, expire: expireSeconds }
  })
  // top-level `bot`, not `data`
  app.get('/open-apis/bot/v3/info', () => ({
    code: 0,
    msg: 'ok',
    bot: {
      activate_status: 2,
      app_name: tenant.bot.name,
      avatar_url: '',
      ip_white_list: [],
      open_id: tenant.bot.openId,
    },
  }))
  app.get('/open-apis/application/v6/scopes', () => ok({ scopes: scopeList(tenant) }))
}
