// The message store: adding, changing and recalling messages of a chat, and telling the listeners.
// Who may do so is decided by the callers (rest/ for the bot, conversation.ts for people).

import { chatOf } from './chats.ts'
import type { Mention, Message, MessageType, Tenant } from './tenant.ts'

export type NewMessage = {
  chatId: string
  from: string
  type: MessageType
  /** the platform's JSON string */
  content: string
  mentions: Mention[]
  /** the message this one answers */
  parentId?: string
}

/** Appends a message to its chat; its author counts as having seen it. */
export function addMessage(tenant: Tenant, message: NewMessage): Message {
  const chat = chatOf(tenant, message.chatId)
  const parent = message.parentId === undefined ? undefined : tenant.messages.get(message.parentId)
  const added: Message = {
    messageId: tenant.ids.message(),
    chatId: chat.chatId,
    from: message.from,
    type: message.type,
    content: message.content,
    mentions: message.mentions,
    createdMs: tenant.clock.now(),
    editCount: 0,
    earlier: [],
    recalled: false,
    ...(parent === undefined
      ? {}
      : { parentId: parent.messageId, rootId: parent.rootId ?? parent.messageId }),
  }
  tenant.messages.set(added.messageId, added)
  chat.messageIds.push(added.messageId)
  if (tenant.people.has(message.from)) chat.seen.set(message.from, chat.messageIds.length)
  tenant.changes.announce({ type: 'message', messageId: added.messageId })
  tenant.changes.announce({ type: 'chat', chatId: chat.chatId })
  return added
}

/** A grey line in the middle of the chat, such as 张三邀请李四加入了群聊. */
export function addSystemMessage(tenant: Tenant, chatId: string, text: string): Message {
  const content = JSON.stringify({ template: text })
  return addMessage(tenant, { chatId, from: 'system', type: 'system', content, mentions: [] })
}

/** Puts a new content into a message, as a card update or an edit does. */
export function changeContent(tenant: Tenant, message: Message, content: string): void {
  message.earlier.push(message.content)
  message.content = content
  message.updatedMs = tenant.clock.now()
  tenant.changes.announce({ type: 'message', messageId: message.messageId })
  tenant.changes.announce({ type: 'chat', chatId: message.chatId })
}

/** Takes a message back; it stays in the list as recalled. */
export function recallMessage(tenant: Tenant, message: Message): void {
  message.recalled = true
  message.updatedMs = tenant.clock.now()
  tenant.changes.announce({ type: 'message', messageId: message.messageId })
  tenant.changes.announce({ type: 'chat', chatId: message.chatId })
}

/** The messages of a chat, oldest first, recalled ones included. */
export function messagesOf(tenant: Tenant, chatId: string): Message[] {
  const ids = tenant.chats.get(chatId)?.messageIds ?? []
  return ids.flatMap((id) => tenant.messages.get(id) ?? [])
}
