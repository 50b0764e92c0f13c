// Sending and replying: POST /im/v1/messages and /im/v1/messages/:id/reply.

import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { chatOf } from '../chats.ts'
import { addMessage } from '../messages.ts'
import type { Chat, Message, Tenant } from '../tenant.ts'
import { checkContent } from './content.ts'
import type { Gate } from './gate.ts'
import { messageView } from './message-view.ts'
import { chatOfBot, receiverChat } from './receivers.ts'
import { fieldRefused, ok, Refusal } from './refusal.ts'
import type { Uuids } from './uuids.ts'

const sendScopes = ['im:message', 'im:message:send_as_bot', 'im:message:send']

const sendBody = z.object({
  msg_type: z.string().min(1),
  content: z.string().min(1),
  uuid: z.string().optional(),
})
const createBody = sendBody.extend({ receive_id: z.string().min(1) })
const idParam = z.object({ id: z.string() })

type Sending = { gate: Gate; uuids: Uuids; reply: FastifyReply }

export function sendRoutes(app: FastifyInstance, gate: Gate, uuids: Uuids): void {
  const { tenant } = gate
  app.post('/open-apis/im/v1/messages', { config: { scopes: sendScopes } }, (request, reply) => {
    const query = z.object({ receive_id_type: z.string().optional() }).parse(request.query)
    const body = bodyOf(createBody, request.body)
    const sending = { gate, uuids, reply }
    return once(sending, body.uuid, () => {
      const chat = receiverChat(tenant, query.receive_id_type, body.receive_id)
      return send(sending, chat, body)
    })
  })
  app.post('/open-apis/im/v1/messages/:id/reply', { config: { scopes: sendScopes } }, (request, reply) => {
    const { id } = idParam.parse(request.params)
    const body = bodyOf(sendBody, request.body)
    const sending = { gate, uuids, reply }
    return once(sending, body.uuid, () => {
      const parent = messageForBot(tenant, id)
      if (parent.recalled) throw new Refusal(230011, 'The message was recalled.')
      return send(sending, chatOf(tenant, parent.chatId), body, parent.messageId)
    })
  })
}

/** Parses a request body. @throws Refusal 99992402 with the first field that is wrong. */
export function bodyOf<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const result = shape.safeParse(body ?? {})
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw fieldRefused(issue?.path.join('.') ?? 'body', undefined, issue?.message ?? 'is wrong')
}

/** A message in a chat of the bot. @throws Refusal 99992354 unknown, 230002 the bot is not there. */
export function messageForBot(tenant: Tenant, messageId: string): Message {
  const message = tenant.messages.get(messageId)
  if (message === undefined)
    throw new Refusal(99992354, `The request you send is not a valid {message_id}: ${messageId}`)
  chatOfBot(tenant, message.chatId)
  return message
}

function once(sending: Sending, uuid: string | undefined, work: () => Message): Record<string, unknown> {
  const { tenant } = sending.gate
  const before = uuid === undefined || uuid === '' ? undefined : sending.uuids.sentBefore(uuid)
  const message = before === undefined ? work() : messageForBot(tenant, before)
  if (before === undefined && uuid !== undefined && uuid !== '') {
    const answered = sending.uuids.remember(uuid, message.messageId)
    sending.reply.raw.once('close', answered)
  }
  return ok(messageView(tenant, message, 'user_card_content'))
}

function send(sending: Sending, chat: Chat, body: z.infer<typeof sendBody>, parentId?: string): Message {
  const { tenant, rates, limits } = sending.gate
  const checked = checkContent(tenant, body.msg_type, body.content)
  const limit = chat.kind === 'p2p' ? limits.perUser : limits.perChat
  if (rates.take(`send ${chat.chatId}`, limit, 1000) > 0)
    throw new Refusal(230020, 'This operation triggers the frequency limit.')
  return addMessage(tenant, {
    chatId: chat.chatId,
    from: 'bot',
    ...checked,
    ...(parentId === undefined ? {} : { parentId }),
  })
}
