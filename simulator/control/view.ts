// What one person sees, as page-api.ts describes it: chats, messages, unread counts.

import { isMember } from '../chats.ts'
import { readable } from '../mentions.ts'
import type { PageChat, PageMessage, PageSnapshot, PageUser } from '../page-api.ts'
import { personOf } from '../people.ts'
import { parsed } from '../push/ack.ts'
import type { Chat, Message, Person, Tenant } from '../tenant.ts'
import { messageFields } from './message-text.ts'

/** How the bot is reached at the moment. */
export type BotLink = { connected: () => boolean; kind: () => 'ws' | 'webhook' }

/** Everything the page needs to draw one person's client. */
export function snapshotFor(tenant: Tenant, openId: string, link: BotLink): PageSnapshot {
  const chats = [...tenant.chats.values()].filter((chat) => isMember(chat, openId))
  const mine = new Set(chats.map(({ chatId }) => chatId))
  return {
    me: pageUser(personOf(tenant, openId)),
    users: pageUsers(tenant),
    chats: chats.map((chat) => pageChat(tenant, chat, openId)),
    messages: [...tenant.messages.values()]
      .filter(({ chatId }) => mine.has(chatId))
      .map((message) => pageMessage(tenant, message)),
    bot: {
      openId: tenant.bot.openId,
      name: tenant.bot.name,
      connected: link.connected(),
      transport: link.kind(),
      menu: tenant.bot.menu,
    },
    nowMs: tenant.clock.now(),
  }
}

export function pageUsers(tenant: Tenant): PageUser[] {
  return [...tenant.people.values()].map(pageUser)
}

function pageUser({ openId, name, title, colour }: Person): PageUser {
  return { openId, name, title, colour }
}

/** A chat as `openId` sees it in the list. */
export function pageChat(tenant: Tenant, chat: Chat, openId: string): PageChat {
  const last = tenant.messages.get(chat.messageIds.at(-1) ?? '')
  return {
    chatId: chat.chatId,
    kind: chat.kind,
    name: chat.kind === 'p2p' ? tenant.bot.name : chat.name,
    memberOpenIds: chat.memberOpenIds,
    hasBot: chat.hasBot,
    lastText: last === undefined ? '' : previewOf(tenant, last),
    lastAtMs: last?.createdMs ?? chat.createdMs,
    unread: chat.messageIds.length - (chat.seen.get(openId) ?? 0),
  }
}

/** A message as everybody in its chat sees it. */
export function pageMessage(tenant: Tenant, message: Message): PageMessage {
  return {
    messageId: message.messageId,
    chatId: message.chatId,
    from: message.from,
    fromName: nameOf(tenant, message.from),
    atMs: message.createdMs,
    recalled: message.recalled,
    ...messageFields(tenant, message),
    ...(message.parentId === undefined ? {} : { parentId: message.parentId }),
    ...(message.updatedMs === undefined ? {} : { updatedAtMs: message.updatedMs }),
  }
}

function nameOf(tenant: Tenant, from: string): string {
  if (from === 'bot') return tenant.bot.name
  return tenant.people.get(from)?.name ?? ''
}

/** The one line of a message in the chat list. */
function previewOf(tenant: Tenant, message: Message): string {
  if (message.recalled) return '撤回了一条消息'
  const fields = messageFields(tenant, message)
  switch (fields.kind) {
    case 'image':
      return '[图片]'
    case 'file':
      return `[文件] ${fields.fileName ?? ''}`
    case 'audio':
      return '[语音]'
    case 'media':
      return '[视频]'
    case 'interactive':
      return cardPreview(parsed(message.content))
    default:
      return readable(fields.text ?? '', message.mentions).slice(0, 60)
  }
}

function cardPreview(card: unknown): string {
  const root = card as {
    config?: { summary?: { content?: unknown } }
    header?: { title?: { content?: unknown } }
  }
  const words = root.config?.summary?.content ?? root.header?.title?.content
  return typeof words === 'string' && words !== '' ? words : '[卡片]'
}
