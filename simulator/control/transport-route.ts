// POST /sim/transport: long connection or webhook, as the developer console sets it. Not part of the page.

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { TransportSwitch } from '../push/switch.ts'

const keyOrToken = z.string().max(32).optional()
const choiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ws') }),
  z.strictObject({
    kind: z.literal('webhook'),
    url: z.url({ protocol: /^https?$/ }),
    encryptKey: keyOrToken,
    verificationToken: keyOrToken,
  }),
])

/** Answers `{}`, or 400 with `{error}` when the request URL did not answer the challenge. */
export function transportRoute(app: FastifyInstance, transports: TransportSwitch): void {
  app.post('/sim/transport', async (request, reply) => {
    const choice = choiceSchema.safeParse(request.body)
    if (!choice.success) return reply.status(400).send({ error: z.prettifyError(choice.error) })
    const result = await transports.choose(choice.data)
    return result === 'verified' ? {} : reply.status(400).send({ error: result.refused })
  })
}
