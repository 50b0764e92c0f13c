// Reads a multipart upload. Parts without a file name and chunked bodies are accepted: the SDK sends both.

import type { FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

export type Upload = {
  fields: Record<string, string>
  /** the part of the wanted name; its name is empty when the client gave none */
  file?: { bytes: Uint8Array; name: string }
}

/** @throws Refusal 234006 when the part is larger than `maxBytes`, 234001 when the body is no multipart. */
export async function readMultipart(
  request: FastifyRequest,
  part: string,
  maxBytes: number,
): Promise<Upload> {
  if (!request.isMultipart()) throw new Refusal(234001, 'Invalid request param.')
  const upload: Upload = { fields: {} }
  for await (const item of request.parts({ limits: { fileSize: maxBytes } })) {
    if (item.type === 'field') {
      upload.fields[item.fieldname] = String(item.value)
      continue
    }
    const chunks: Buffer[] = []
    for await (const chunk of item.file) chunks.push(chunk)
    if (item.file.truncated) throw new Refusal(234006, 'The file size exceed the max value.')
    if (item.fieldname === part) upload.file = { bytes: Buffer.concat(chunks), name: item.filename ?? '' }
  }
  return upload
}
