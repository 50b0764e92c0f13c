// Serves the built web page, or says how to build it.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** `moduleUrl` is import.meta.url of a file in simulator/, built or not. */
export function staticPage(app: FastifyInstance, moduleUrl: string): void {
  const folder = fileURLToPath(
    new URL(moduleUrl.endsWith('.ts') ? '../dist/simulator/page/' : './page/', moduleUrl),
  )
  if (existsSync(`${folder}index.html`)) {
    app.register(fastifyStatic, { root: folder })
    return
  }
  app.get('/', (_request, reply) =>
    reply
      .status(503)
      .type('text/plain; charset=utf-8')
      .send(
        'The page has not been built yet. Run `npm run build` in the project folder, then start again.\n',
      ),
  )
}
