// Steps 1 and 2 for webhooks, and what an operator's monitor asks. The event route keeps the raw bytes, because
// the signature is over them; a refused delivery is one log line without content and nothing is stored.
import Fastify, { type FastifyInstance } from 'fastify'
import { type DeliverySecrets, verifyDelivery } from './feishu/verify.ts'
import type { Log } from './log.ts'
import type { Receiver } from './receiver.ts'
import type { OnStep } from './steps.ts'

export type HttpDeps = {
  /** undefined while events come over the long connection: then there is no event route */
  secrets: DeliverySecrets | undefined
  receiver: Receiver
  now: () => number
  onStep: OnStep
  /** what is not right, in fixed words; empty when all is well */
  readiness: () => Promise<string[]>
  metrics: () => Promise<string>
  log: Log
}

/** Feishu's own bodies stay far below; a form with photos is a reference, not bytes. */
const mostBodyBytes = 1024 * 1024

export function makeHttp(deps: HttpDeps): FastifyInstance {
  const server = Fastify({ logger: false, bodyLimit: mostBodyBytes })
  server.get('/healthz', () => ({ ok: true }))
  server.get('/readyz', async (_request, reply) => {
    const problems = await deps.readiness()
    return reply.status(problems.length === 0 ? 200 : 503).send({ ok: problems.length === 0, problems })
  })
  server.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(await deps.metrics()),
  )
  const { secrets } = deps
  if (secrets !== undefined) {
    void server.register((scope, _options, done) => {
      eventRoute(scope, deps, secrets)
      done()
    })
  }
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    const status = error.statusCode ?? 500
    deps.log.warn({ status, code: error.code }, 'request failed')
    return reply.status(status).send({})
  })
  return server
}

function eventRoute(scope: FastifyInstance, deps: HttpDeps, secrets: DeliverySecrets): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  scope.post('/feishu/events', async (request, reply) => {
    deps.onStep('received', request.id)
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const verified = verifyDelivery(raw, request.headers, secrets, deps.now())
    if (!verified.ok) {
      deps.log.warn({ code: verified.code, bytes: raw.length }, 'delivery refused')
      return reply.status(verified.status).send({})
    }
    deps.onStep('verified', request.id)
    if (verified.challenge !== undefined) return { challenge: verified.challenge }
    const answer = await deps.receiver.receive(verified.body)
    if (answer === undefined) return reply.status(400).send({})
    reply.raw.once('finish', () => deps.onStep('acknowledged', request.id))
    return answer
  })
}
