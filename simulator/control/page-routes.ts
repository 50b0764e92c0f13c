// The page's requests of page-api.ts: reading the state, and doing what a person does.

import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Acts } from '../acts.ts'
import { NotAllowed } from '../conversation.ts'
import { partialFaultsSchema } from '../faults.ts'
import { paths } from '../page-api.ts'
import type { Tenant } from '../tenant.ts'
import { worldSchema } from '../world.ts'
import { moveSchema, targetMs } from './moves.ts'
import { pressSchema } from './press-body.ts'
import { pageChange } from './stream.ts'
import { readUpload } from './upload.ts'
import { snapshotFor } from './view.ts'

const asQuery = z.object({ as: z.string() })
const shownLines = 300

/** Registers all paths of page-api.ts as an encapsulated plugin. */
export function pageRoutes(app: FastifyInstance, tenant: Tenant, acts: Acts): void {
  app.register((page, _options, done) => {
    page.register(multipart)
    page.setErrorHandler((error, _request, reply) => {
      const status = statusOf(error)
      return reply.status(status).send({ error: sentence(error) })
    })
    readingRoutes(page, tenant, acts)
    actingRoutes(page, acts)
    operatorRoutes(page, tenant, acts)
    done()
  })
}

function statusOf(error: unknown): number {
  if (error instanceof NotAllowed || error instanceof z.ZodError) return 400
  return (error as { statusCode?: number }).statusCode ?? 500
}

function sentence(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  return error instanceof Error ? error.message : String(error)
}

function readingRoutes(app: FastifyInstance, tenant: Tenant, acts: Acts): void {
  app.get(paths.state, (request) => snapshotFor(tenant, viewerOrFirst(tenant, request.query), acts.link))
  app.get(paths.log, () => tenant.log.lines().slice(-shownLines))
  app.get(paths.stream, (request, reply) => {
    const openId = viewer(tenant, request.query)
    reply.hijack()
    const end = stream(reply, (send) =>
      tenant.changes.subscribe((change) => {
        const seen = pageChange(tenant, change, openId, acts.link)
        if (seen !== undefined) send(seen)
      }),
    )
    request.raw.once('close', end)
  })
  app.get(paths.resource, (request, reply) => {
    const resource = tenant.resources.get(z.object({ key: z.string() }).parse(request.query).key)
    if (resource === undefined) throw new NotAllowed('there is no such file')
    return reply
      .header('Content-Type', resource.contentType)
      .header('X-Content-Type-Options', 'nosniff')
      .header('Content-Security-Policy', "default-src 'none'; sandbox")
      .send(Buffer.from(resource.bytes))
  })
}

function stream(reply: FastifyReply, subscribe: (send: (value: unknown) => void) => () => void): () => void {
  reply.raw.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  reply.raw.write(': open\n\n')
  return subscribe((value) => reply.raw.write(`data: ${JSON.stringify(value)}\n\n`))
}

/** The page asks without `as` when nobody has been chosen yet. */
function viewerOrFirst(tenant: Tenant, query: unknown): string {
  if (asQuery.partial().parse(query).as !== undefined) return viewer(tenant, query)
  const [first] = tenant.people.keys()
  if (first === undefined) throw new NotAllowed('there is nobody in this tenant yet')
  return first
}

function viewer(tenant: Tenant, query: unknown): string {
  const openId = asQuery.parse(query).as
  if (!tenant.people.has(openId)) throw new NotAllowed(`there is no person ${openId}`)
  return openId
}

const sayBody = z.object({
  as: z.string(),
  chatId: z.string(),
  text: z.string(),
  parentId: z.string().optional(),
})
const groupBody = z.object({
  as: z.string(),
  name: z.string().min(1),
  openIds: z.array(z.string()),
  withBot: z.boolean(),
})
const inChat = z.object({ as: z.string(), chatId: z.string() })

function actingRoutes(app: FastifyInstance, acts: Acts): void {
  app.post(paths.say, (request) => acts.say(sayBody.parse(request.body)))
  app.post(paths.upload, async (request) => acts.upload(await readUpload(request)))
  app.post(paths.press, (request) => acts.press(pressSchema.parse(request.body)))
  app.post(paths.menu, (request) => {
    acts.menu(z.object({ as: z.string(), eventKey: z.string() }).parse(request.body))
    return {}
  })
  app.post(paths.recall, (request) => {
    acts.recall(z.object({ as: z.string(), messageId: z.string() }).parse(request.body))
    return {}
  })
  app.post(paths.openBot, (request) => acts.openBot(z.object({ as: z.string() }).parse(request.body)))
  app.post(paths.createChat, (request) => acts.createChat(groupBody.parse(request.body)))
  app.post(paths.addBot, (request) => {
    acts.addBot(inChat.parse(request.body))
    return {}
  })
  app.post(paths.read, (request) => {
    acts.read(inChat.parse(request.body))
    return {}
  })
}

function operatorRoutes(app: FastifyInstance, tenant: Tenant, acts: Acts): void {
  app.post(paths.clock, async (request) => ({
    nowMs: await acts.moveClock(targetMs(moveSchema.parse(request.body), tenant.clock.now())),
  }))
  app.post(paths.faults, (request) => acts.setFaults(partialFaultsSchema.parse(request.body)))
  app.post(paths.world, (request) => {
    acts.addWorld(worldSchema.parse(request.body))
    return {}
  })
}
