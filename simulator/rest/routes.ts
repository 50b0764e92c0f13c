// All of the platform's REST below /open-apis, put together behind the gate.

import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import type { PressToken } from '../push/presses.ts'
import { appRoutes } from './app-routes.ts'
import { cardUpdateRoute } from './card-update-route.ts'
import { chatRoutes } from './chat-routes.ts'
import { contactRoutes } from './contact-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { type Gate, installGate } from './gate.ts'
import { messageRoutes } from './message-routes.ts'
import { Refusal } from './refusal.ts'
import { sendRoutes } from './send-routes.ts'
import { makeUuids } from './uuids.ts'

/** Registers the REST as an encapsulated plugin: its hooks and parsers touch no other route. */
export function restRoutes(app: FastifyInstance, gate: Gate, pressTokens: Map<string, PressToken>): void {
  app.register((rest, _options, done) => {
    rest.register(multipart, { isPartAFile })
    readJsonLoosely(rest)
    installGate(rest, gate)
    appRoutes(rest, gate)
    sendRoutes(rest, gate, makeUuids(gate.tenant))
    messageRoutes(rest, gate)
    chatRoutes(rest, gate)
    contactRoutes(rest, gate)
    fileRoutes(rest, gate)
    cardUpdateRoute(rest, gate, pressTokens)
    rest.all('/open-apis/*', { config: { access: 'open' } }, (request) => {
      throw new Refusal(99991201, `unknown path ${request.method} ${request.url}`, { status: 404 })
    })
    done()
  })
}

function isPartAFile(field: string | undefined): boolean {
  return field === 'image' || field === 'file'
}

// an empty body counts as {}: generated methods of the SDK send bodies with DELETE, others send none
function readJsonLoosely(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = String(body)
    try {
      done(null, text === '' ? {} : JSON.parse(text))
    } catch {
      done(new Refusal(9499, 'Bad Request: the body is not JSON'))
    }
  })
}
