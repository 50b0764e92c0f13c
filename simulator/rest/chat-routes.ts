// Chats of the bot: list, one, its members.

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { idOf } from '../people.ts'
import type { Chat, Tenant } from '../tenant.ts'
import type { Gate } from './gate.ts'
import { pageOf, pageQuery } from './paging.ts'
import { ok, Refusal } from './refusal.ts'
import { bodyOf } from './send-routes.ts'

const scopes = ['im:chat', 'im:chat:read', 'im:chat:readonly']
const idParam = z.object({ id: z.string() })
const memberQuery = pageQuery.extend({
  member_id_type: z.enum(['open_id', 'union_id', 'user_id']).default('open_id'),
})

export function chatRoutes(app: FastifyInstance, { tenant }: Gate): void {
  app.get('/open-apis/im/v1/chats', { config: { scopes } }, (request) => {
    const groups = [...tenant.chats.values()].filter(({ kind, hasBot }) => kind === 'group' && hasBot)
    const page = pageOf(groups, bodyOf(pageQuery, request.query), 100)
    return ok({ ...page, items: page.items.map((chat) => chatView(tenant, chat)) })
  })
  app.get('/open-apis/im/v1/chats/:id', { config: { scopes } }, (request) => {
    const chat = knownChat(tenant, idParam.parse(request.params).id)
    return ok({
      ...chatView(tenant, chat),
      chat_mode: chat.kind,
      chat_type: 'private',
      chat_tag: 'inner',
      user_count: String(chat.memberOpenIds.length),
      bot_count: chat.hasBot ? '1' : '0',
    })
  })
  app.get(
    '/open-apis/im/v1/chats/:id/members',
    { config: { scopes: [...scopes, 'im:chat.members:read'] } },
    (request) => {
      const chat = knownChat(tenant, idParam.parse(request.params).id)
      const query = bodyOf(memberQuery, request.query)
      const people = chat.memberOpenIds.flatMap((openId) => tenant.people.get(openId) ?? [])
      const page = pageOf(people, query, 100)
      const items = page.items.map((person) => ({
        member_id_type: query.member_id_type,
        member_id: idOf(person, query.member_id_type),
        name: person.name,
        tenant_key: tenant.tenantKey,
      }))
      return ok({ ...page, items, member_total: people.length })
    },
  )
}

function knownChat(tenant: Tenant, chatId: string): Chat {
  const chat = tenant.chats.get(chatId)
  if (chat === undefined) throw new Refusal(232006, 'Your request specifies a chat_id which is invalid.')
  if (!chat.hasBot) throw new Refusal(232011, 'Operator can NOT be out of the chat.')
  return chat
}

function chatView(tenant: Tenant, chat: Chat): Record<string, unknown> {
  return {
    chat_id: chat.chatId,
    avatar: '',
    name: chat.name,
    description: '',
    owner_id: chat.memberOpenIds[0] ?? '',
    owner_id_type: 'open_id',
    external: false,
    tenant_key: tenant.tenantKey,
    chat_status: 'normal',
  }
}
