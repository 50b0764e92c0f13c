// Uploads and downloads: the bot's own images and files by key, everybody's through their message.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { addResource, imageFormat, resourceKeys } from '../resources.ts'
import type { Resource, Tenant } from '../tenant.ts'
import type { Gate } from './gate.ts'
import { readMultipart } from './multipart.ts'
import { ok, Refusal } from './refusal.ts'
import { messageForBot } from './send-routes.ts'

const megabyte = 1024 * 1024
const uploadScopes = ['im:resource', 'im:resource:upload']
const readScopes = ['im:message', 'im:message:readonly', 'im:message.history:readonly']
const keyParam = z.object({ key: z.string() })
const resourceParams = z.object({ id: z.string(), key: z.string() })
const fileTypes = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']

export function fileRoutes(app: FastifyInstance, { tenant }: Gate): void {
  app.post('/open-apis/im/v1/images', { config: { scopes: uploadScopes } }, (request) =>
    addImage(tenant, request),
  )
  app.post('/open-apis/im/v1/files', { config: { scopes: uploadScopes } }, (request) =>
    addFile(tenant, request),
  )
  for (const kind of ['image', 'file'] as const) {
    app.get(`/open-apis/im/v1/${kind}s/:key`, { config: { scopes: ['im:resource'] } }, (request, reply) => {
      const resource = tenant.resources.get(keyParam.parse(request.params).key)
      if (resource === undefined || resource.kind !== kind)
        throw new Refusal(234005, 'Your request specifies a key which is invalid.')
      if (resource.owner !== 'bot') throw new Refusal(234008, 'The app is not the resource sender.')
      return give(reply, resource)
    })
  }
  app.get(
    '/open-apis/im/v1/messages/:id/resources/:key',
    { config: { scopes: readScopes } },
    (request, reply) => give(reply, resourceOfMessage(tenant, request)),
  )
}

async function addImage(tenant: Tenant, request: FastifyRequest): Promise<Record<string, unknown>> {
  const { fields, file } = await readMultipart(request, 'image', 10 * megabyte)
  if (!['message', 'avatar'].includes(fields['image_type'] ?? '')) throw badUpload()
  if (file === undefined) throw badUpload()
  if (file.bytes.length === 0) throw emptyUpload()
  if (imageFormat(file.bytes) === undefined) throw new Refusal(234011, "Can't regonnize the image format.")
  const resource = addResource(tenant, {
    kind: 'image',
    bytes: file.bytes,
    fileName: file.name,
    owner: 'bot',
  })
  return ok({ image_key: resource.key })
}

async function addFile(tenant: Tenant, request: FastifyRequest): Promise<Record<string, unknown>> {
  const { fields, file } = await readMultipart(request, 'file', 30 * megabyte)
  const format = fields['file_type'] ?? ''
  const fileName = fields['file_name'] ?? ''
  if (!fileTypes.includes(format) || fileName === '' || file === undefined) throw badUpload()
  if (file.bytes.length === 0) throw emptyUpload()
  const resource = addResource(tenant, { kind: 'file', bytes: file.bytes, fileName, format, owner: 'bot' })
  return ok({ file_key: resource.key })
}

function badUpload(): Refusal {
  return new Refusal(234001, 'Invalid request param.')
}

function emptyUpload(): Refusal {
  return new Refusal(234010, "File's size can't be 0.")
}

function resourceOfMessage(tenant: Tenant, request: FastifyRequest): Resource {
  const { id, key } = resourceParams.parse(request.params)
  const type = z.object({ type: z.enum(['image', 'file']) }).safeParse(request.query)
  if (!type.success) throw badUpload()
  const message = tenant.messages.get(id)
  if (message !== undefined && tenant.chats.get(message.chatId)?.hasBot !== true)
    throw new Refusal(234004, 'The app is not in the chat.')
  messageForBot(tenant, id)
  if (message?.recalled === true) throw new Refusal(234009, 'The message was recalled.')
  if (message?.type === 'interactive') throw new Refusal(234043, 'Unsupported message type.')
  const resource = tenant.resources.get(key)
  const carried = message !== undefined && resourceKeys(message).includes(key)
  if (!carried || resource === undefined) throw new Refusal(234003, 'File not in msg.')
  if (resource.bytes.length > 100 * megabyte) throw new Refusal(234037, 'Downloaded file size exceeds limit.')
  return resource
}

function give(reply: FastifyReply, resource: Resource): FastifyReply {
  const name = encodeURIComponent(resource.fileName)
  return reply
    .header('Content-Type', resource.contentType)
    .header('Content-Disposition', `attachment; filename="${name}"; filename*=UTF-8''${name}`)
    .send(Buffer.from(resource.bytes))
}
