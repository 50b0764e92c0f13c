// What every REST call passes through: log id, faults, token, scopes, API rate; and the log line at the end.

import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type RestFault, takeRestFault } from '../faults.ts'
import { parsed } from '../push/ack.ts'
import type { Tenant } from '../tenant.ts'
import type { RateLimits, Rates } from './rates.ts'
import { Refusal, refusalBody } from './refusal.ts'
import { type NeededScopes, requireScope } from './scopes.ts'
import type { Tokens } from './tokens.ts'

export type Gate = { tenant: Tenant; tokens: Tokens; rates: Rates; limits: RateLimits }

declare module 'fastify' {
  interface FastifyContextConfig {
    /** any of these opens the route */
    scopes?: NeededScopes
    /** 'open' routes need no token */
    access?: 'open'
  }
}

type Visit = { logId: string; startedMs: number; fault?: RestFault | undefined; answer: unknown }

/** Hooks of all routes below /open-apis of this instance. */
export function installGate(app: FastifyInstance, gate: Gate): void {
  const { tenant } = gate
  const visits = new WeakMap<FastifyRequest, Visit>()
  const visitOf = (request: FastifyRequest): Visit => {
    const known = visits.get(request)
    if (known !== undefined) return known
    const visit: Visit = { logId: tenant.ids.log(), startedMs: tenant.stopwatch(), answer: null }
    visits.set(request, visit)
    return visit
  }

  app.addHook('onRequest', async (request, reply) => {
    const visit = visitOf(request)
    reply.header('X-Tt-Logid', visit.logId)
    visit.fault = takeRestFault(tenant.faults, callOf(request))
    if (visit.fault?.kind === 'cutBefore') {
      reply.hijack()
      cut(tenant, request, visit, 'cut before anything was done')
      return
    }
    refuseByFault(visit.fault)
    admit(gate, request)
  })
  app.setErrorHandler((error, request, reply) => {
    const refusal = error instanceof Refusal ? error : refusalOf(error)
    if (refusal.status >= 500 && !(error instanceof Refusal)) visitOf(request).answer = String(error)
    return reply
      .status(refusal.status)
      .headers(refusal.headers)
      .send(refusalBody(refusal, visitOf(request).logId))
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const visit = visitOf(request)
    visit.answer = typeof payload === 'string' ? parsed(payload) : visit.answer
    const late = tenant.faults.slowAnswersMs + (visit.fault?.kind === 'slow' ? (visit.fault.delayMs ?? 0) : 0)
    if (late > 0) await wait(late)
    if (visit.fault?.kind === 'cutAfter') cut(tenant, request, visit, 'done, but the answer was cut off')
    else logVisit(tenant, request, visit, resultOf(reply.statusCode, visit.answer))
    return payload
  })
}

function callOf(request: FastifyRequest): string {
  return `${request.method} ${request.url.split('?')[0]}`
}

function refuseByFault(fault: RestFault | undefined): void {
  if (fault?.kind === 'rateLimit') throw apiRateRefusal(1000, 1)
  if (fault?.kind === 'messageRate') throw new Refusal(230020, 'This operation triggers the frequency limit.')
  if (fault?.kind === 'serverError') throw new Refusal(2200, 'Internal Error', { status: 500 })
  if (fault?.kind === 'tokenInvalid') throw tokenRefusal()
}

/** 99991400 with its two headers; `waitSeconds` is what the client is told to wait. */
function apiRateRefusal(limit: number, waitSeconds: number): Refusal {
  return new Refusal(99991400, 'request trigger frequency limit', {
    status: 429,
    headers: { 'x-ogw-ratelimit-limit': String(limit), 'x-ogw-ratelimit-reset': String(waitSeconds) },
  })
}

function tokenRefusal(): Refusal {
  return new Refusal(
    99991663,
    'Invalid access token for authorization. Please make a request with token attached.',
  )
}

function admit(gate: Gate, request: FastifyRequest): void {
  const { config, url } = request.routeOptions
  if (config.access === 'open') return
  const bearer = request.headers.authorization
  if (bearer === undefined || bearer === '')
    throw new Refusal(99991661, 'Missing access token for authorization.')
  const token = bearer.replace(/^Bearer\s+/i, '')
  if (!/^[tu]-/.test(token))
    throw new Refusal(99991671, 'Invalid access token format: it must start with t- or u-')
  if (!gate.tokens.valid(token)) throw tokenRefusal()
  requireScope(gate.tenant, config.scopes ?? [], url?.includes('/contact/') === true ? 403 : 400)
  const api = `${request.method} ${url}`
  const { perApiSecond, perApiMinute } = gate.limits
  const minuteWaitMs = gate.rates.take(`${api} minute`, perApiMinute, 60_000)
  if (minuteWaitMs > 0) throw apiRateRefusal(perApiMinute, Math.ceil(minuteWaitMs / 1000))
  const secondWaitMs = gate.rates.take(`${api} second`, perApiSecond, 1000)
  if (secondWaitMs > 0) throw apiRateRefusal(perApiSecond, Math.ceil(secondWaitMs / 1000))
}

function refusalOf(error: unknown): Refusal {
  const status = (error as { statusCode?: number }).statusCode
  if (status !== undefined && status < 500)
    return new Refusal(9499, `Bad Request: ${String(error)}`, { status: 400 })
  return new Refusal(2200, 'Internal Error', { status: 500 })
}

function cut(tenant: Tenant, request: FastifyRequest, visit: Visit, what: string): void {
  logVisit(tenant, request, visit, what)
  request.raw.socket.destroy()
}

function resultOf(status: number, answer: unknown): string {
  const code = (answer as { code?: unknown } | null)?.code
  return code === undefined ? String(status) : `${status} ${String(code)}`
}

function logVisit(tenant: Tenant, request: FastifyRequest, visit: Visit, result: string): void {
  tenant.log.add({
    atMs: tenant.clock.now(),
    direction: 'request',
    name: callOf(request),
    result,
    tookMs: Math.round(tenant.stopwatch() - visit.startedMs),
    body: { query: request.query, body: request.body ?? null },
    answer: visit.answer,
  })
}
