// Reads the page's upload: a photo, file, voice message or video a person sends. Larger than the bot may download, so that it meets
// the platform's refusals too.

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { NotAllowed, type Sent } from '../conversation.ts'

const fieldsSchema = z.object({
  as: z.string(),
  chatId: z.string(),
  kind: z.enum(['image', 'file', 'audio', 'media']),
  durationMs: z.coerce.number().int().positive().optional(),
})
const maxBytes = 210 * 1024 * 1024

export async function readUpload(request: FastifyRequest): Promise<Sent> {
  if (!request.isMultipart()) throw new NotAllowed('an upload must be multipart')
  const fields: Record<string, string> = {}
  let file: { bytes: Uint8Array; fileName: string } | undefined
  for await (const part of request.parts({ limits: { fileSize: maxBytes } })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else {
      const bytes = await part.toBuffer()
      file = { bytes, fileName: part.filename ?? 'file' }
    }
  }
  if (file === undefined) throw new NotAllowed('an upload needs a file')
  return { ...fieldsSchema.parse(fields), ...file }
}
