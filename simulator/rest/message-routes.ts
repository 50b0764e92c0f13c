// What can be done with a message that exists: update a card, edit a text, recall, get, list a chat.

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { reachesBot } from '../conversation.ts'
import { changeContent, messagesOf, recallMessage } from '../messages.ts'
import { parsed } from '../push/ack.ts'
import type { Chat, Message, Tenant } from '../tenant.ts'
import { checkContent } from './content.ts'
import type { Gate } from './gate.ts'
import { type CardForm, messageView } from './message-view.ts'
import { pageOf, pageQuery } from './paging.ts'
import { chatOfBot } from './receivers.ts'
import { fieldRefused, ok, Refusal } from './refusal.ts'
import { bodyOf, messageForBot } from './send-routes.ts'

const sendScopes = ['im:message', 'im:message:send_as_bot', 'im:message:update']
const readScopes = ['im:message', 'im:message:readonly']
const idParam = z.object({ id: z.string() })
const cardQuery = z.object({ card_msg_content_type: z.string().optional() })
const listQuery = pageQuery.extend({
  container_id_type: z.string().optional(),
  container_id: z.string().optional(),
  start_time: z.coerce.number().optional(),
  end_time: z.coerce.number().optional(),
  sort_type: z.string().optional(),
  card_msg_content_type: z.string().optional(),
})

const fourteenDaysMs = 14 * 86_400_000

export function messageRoutes(app: FastifyInstance, gate: Gate): void {
  const { tenant } = gate
  app.patch('/open-apis/im/v1/messages/:id', { config: { scopes: sendScopes } }, (request) => {
    const message = messageForBot(tenant, idParam.parse(request.params).id)
    const { content } = bodyOf(z.object({ content: z.string().min(1) }), request.body)
    updateCard(gate, message, content)
    return ok({})
  })
  app.put('/open-apis/im/v1/messages/:id', { config: { scopes: sendScopes } }, (request) => {
    const message = messageForBot(tenant, idParam.parse(request.params).id)
    const body = bodyOf(
      z.object({ msg_type: z.enum(['text', 'post']), content: z.string().min(1) }),
      request.body,
    )
    editText(tenant, message, body.msg_type, body.content)
    return ok(messageView(tenant, message, 'user_card_content'))
  })
  app.delete('/open-apis/im/v1/messages/:id', { config: { scopes: sendScopes } }, (request) => {
    const message = messageForBot(tenant, idParam.parse(request.params).id)
    if (message.recalled) throw new Refusal(230110, 'The message has been deleted.')
    if (message.from !== 'bot') throw new Refusal(230026, 'No permission to recall this message.')
    recallMessage(tenant, message)
    return ok({})
  })
  app.get('/open-apis/im/v1/messages/:id', { config: { scopes: readScopes } }, (request) => {
    const message = messageForBot(tenant, idParam.parse(request.params).id)
    const chat = chatOfBot(tenant, message.chatId)
    if (!visible(tenant, chat, message)) throw groupScopeRefusal()
    return ok({ items: [messageView(tenant, message, cardForm(request.query))] })
  })
  app.get('/open-apis/im/v1/messages', { config: { scopes: readScopes } }, (request) => {
    const query = bodyOf(listQuery, request.query)
    if (query.container_id_type !== 'chat')
      throw fieldRefused('container_id_type', query.container_id_type, 'options: [chat]')
    const chat = chatOfBot(tenant, query.container_id ?? '')
    const page = pageOf(listed(tenant, chat, query), query, 50)
    const cards = cardForm(request.query)
    return ok({ ...page, items: page.items.map((message) => messageView(tenant, message, cards)) })
  })
}

function cardForm(query: unknown): CardForm {
  const form = cardQuery.safeParse(query).data?.card_msg_content_type
  return form === 'user_card_content' ? form : 'raw_card_content'
}

// start_time and end_time are in seconds and inclusive
function listed(tenant: Tenant, chat: Chat, query: z.infer<typeof listQuery>): Message[] {
  const fromMs = (query.start_time ?? 0) * 1000
  const toMs = query.end_time === undefined ? Number.POSITIVE_INFINITY : query.end_time * 1000 + 999
  const found = messagesOf(tenant, chat.chatId).filter(
    (message) => message.createdMs >= fromMs && message.createdMs <= toMs && visible(tenant, chat, message),
  )
  return query.sort_type === 'ByCreateTimeDesc' ? found.reverse() : found
}

/** In groups the bot sees its own messages, system lines and those that mention it. */
function visible(tenant: Tenant, chat: Chat, message: Message): boolean {
  return message.from === 'bot' || message.from === 'system' || reachesBot(tenant, chat, message)
}

function groupScopeRefusal(): Refusal {
  return new Refusal(230027, 'Lack of necessary permissions, ext=need scope: im:message.group_msg.')
}

function updateCard(gate: Gate, message: Message, content: string): void {
  const { tenant, rates, limits } = gate
  if (message.recalled) throw new Refusal(230011, 'The message was recalled.')
  if (message.from !== 'bot') throw new Refusal(230027, 'Lack of necessary permissions: not the sender.')
  if (message.type !== 'interactive') throw new Refusal(230001, 'This message is NOT a card.')
  if (tenant.clock.now() - message.createdMs > fourteenDaysMs)
    throw new Refusal(230031, 'The message was sent more than 14 days ago.')
  checkContent(tenant, 'interactive', content)
  if (![message.content, content].every(shared))
    throw new Refusal(230001, 'config.update_multi must be true before and after the update.')
  if (rates.take(`patch ${message.messageId}`, limits.perMessage, 1000) > 0)
    throw new Refusal(230020, 'This operation triggers the frequency limit.')
  changeContent(tenant, message, content)
}

function shared(card: string): boolean {
  const config = z.object({ config: z.object({ update_multi: z.literal(true) }) })
  return config.safeParse(parsed(card)).success
}

function editText(tenant: Tenant, message: Message, type: 'text' | 'post', content: string): void {
  if (message.from !== 'bot') throw new Refusal(230071, 'The operator is not the sender of the message.')
  if (message.recalled) throw new Refusal(230110, 'The message has been deleted.')
  if (message.type !== 'text' && message.type !== 'post')
    throw new Refusal(230054, 'This message type cannot be edited.')
  if (message.editCount >= 20) throw new Refusal(230072, 'The message has reached the number of edits limit.')
  const checked = checkContent(tenant, type, content)
  message.type = checked.type
  message.mentions = checked.mentions
  message.editCount += 1
  changeContent(tenant, message, checked.content)
}
