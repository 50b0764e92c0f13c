// The page's stream: every change of the tenant that concerns one person, as server-sent events.

import type { Change } from '../changes.ts'
import { isMember } from '../chats.ts'
import type { PageChange } from '../page-api.ts'
import type { Tenant } from '../tenant.ts'
import { type BotLink, pageChat, pageMessage, pageUsers } from './view.ts'

/** The change as `openId` sees it, or `undefined` when it is none of that person's business. */
export function pageChange(
  tenant: Tenant,
  change: Change,
  openId: string,
  link: BotLink,
): PageChange | undefined {
  switch (change.type) {
    case 'message': {
      const message = tenant.messages.get(change.messageId)
      const chat = message === undefined ? undefined : tenant.chats.get(message.chatId)
      if (message === undefined || chat === undefined || !isMember(chat, openId)) return undefined
      return { type: 'message', message: pageMessage(tenant, message) }
    }
    case 'chat': {
      const chat = tenant.chats.get(change.chatId)
      if (chat === undefined || !isMember(chat, openId)) return undefined
      return { type: 'chat', chat: pageChat(tenant, chat, openId) }
    }
    case 'log': {
      const line = tenant.log.line(change.lineId)
      return line === undefined ? undefined : { type: 'log', line }
    }
    case 'users':
      return { type: 'users', users: pageUsers(tenant) }
    case 'bot':
      return { type: 'bot', connected: link.connected() }
    case 'clock':
      return { type: 'clock', nowMs: tenant.clock.now() }
  }
}
