// Chats of the tenant: the private one between a person and the bot, and groups.

import { derivedId } from './ids.ts'
import type { Chat, Tenant } from './tenant.ts'

/** The chat with this id. @throws when there is none: callers pass ids they were given by the tenant. */
export function chatOf(tenant: Tenant, chatId: string): Chat {
  const chat = tenant.chats.get(chatId)
  if (chat === undefined) throw new Error(`no chat ${chatId} in this tenant`)
  return chat
}

/** The private chat of a person with the bot; it comes into being with the first message or visit. */
export function privateChat(tenant: Tenant, openId: string): Chat {
  const chatId = derivedId('oc_', 'p2p', tenant.bot.appId, openId)
  const known = tenant.chats.get(chatId)
  if (known !== undefined) return known
  return addChat(tenant, { chatId, kind: 'p2p', name: '', memberOpenIds: [openId], hasBot: true })
}

export type NewChat = Pick<Chat, 'chatId' | 'kind' | 'name' | 'memberOpenIds' | 'hasBot'>

/** Adds a chat without telling the bot; see conversation.ts for what people do. */
export function addChat(tenant: Tenant, chat: NewChat): Chat {
  const added: Chat = { ...chat, createdMs: tenant.clock.now(), messageIds: [], seen: new Map() }
  tenant.chats.set(added.chatId, added)
  tenant.changes.announce({ type: 'chat', chatId: added.chatId })
  return added
}

/** Whether a person may see the chat. */
export function isMember(chat: Chat, openId: string): boolean {
  return chat.memberOpenIds.includes(openId)
}
