// What people of the tenant do in their client: write, send files, recall, open the bot, make groups. Each of
// these changes the tenant and pushes the event the platform would push; the page and tests both call these.

import { addChat, chatOf, isMember, privateChat } from './chats.ts'
import { mentionsTyped } from './mentions.ts'
import { addMessage, addSystemMessage, messagesOf, recallMessage } from './messages.ts'
import { personOf } from './people.ts'
import { botMoved, chatEntered, menuPressed, messageRecalled, messageReceived } from './push/events.ts'
import type { Queue } from './push/queue.ts'
import { recordingContent } from './recordings.ts'
import { addResource } from './resources.ts'
import type { Chat, Message, Tenant } from './tenant.ts'

/** A person asks for something the client would not let them do; `message` is a plain sentence. */
export class NotAllowed extends Error {}

export type Said = { as: string; chatId: string; text: string; parentId?: string | undefined }
export type Sent = {
  as: string
  chatId: string
  /** audio is a voice message, media a video */
  kind: 'image' | 'file' | 'audio' | 'media'
  bytes: Uint8Array
  fileName: string
  /** of a recording, when it is known */
  durationMs?: number | undefined
}
export type NewGroup = { as: string; name: string; openIds: readonly string[]; withBot: boolean }

/** The chat as its member sees it. @throws NotAllowed when the person is not in it. */
export function chatFor(tenant: Tenant, openId: string, chatId: string): Chat {
  if (!tenant.people.has(openId)) throw new NotAllowed(`there is no person ${openId}`)
  const chat = tenant.chats.get(chatId)
  if (chat === undefined || !isMember(chat, openId))
    throw new NotAllowed(`${openId} is not in chat ${chatId}`)
  return chat
}

/** Sends a text; in a group `@name` of the bot or a member becomes a mention. */
export function say(tenant: Tenant, queue: Queue, said: Said): Message {
  const chat = chatFor(tenant, said.as, said.chatId)
  const parent = said.parentId === undefined ? undefined : tenant.messages.get(said.parentId)
  if (said.parentId !== undefined && parent?.chatId !== chat.chatId)
    throw new NotAllowed('the answered message is not in this chat')
  if (said.text === '') throw new NotAllowed('an empty text cannot be sent')
  const typed =
    chat.kind === 'group' ? mentionsTyped(tenant, chat, said.text) : { text: said.text, mentions: [] }
  const message = addMessage(tenant, {
    chatId: chat.chatId,
    from: said.as,
    type: 'text',
    content: JSON.stringify({ text: typed.text }),
    mentions: typed.mentions,
    ...(said.parentId === undefined ? {} : { parentId: said.parentId }),
  })
  if (reachesBot(tenant, chat, message)) queue.push(messageReceived(tenant, chat, message))
  return message
}

/** Sends a photo, a file, a voice message or a video. */
export function upload(tenant: Tenant, queue: Queue, sent: Sent): Message {
  const chat = chatFor(tenant, sent.as, sent.chatId)
  const message = addMessage(tenant, {
    chatId: chat.chatId,
    from: sent.as,
    type: sent.kind,
    content: JSON.stringify(contentOf(tenant, sent)),
    mentions: [],
  })
  if (reachesBot(tenant, chat, message)) queue.push(messageReceived(tenant, chat, message))
  return message
}

function contentOf(tenant: Tenant, { kind, ...sent }: Sent): Record<string, unknown> {
  if (kind === 'audio' || kind === 'media') return recordingContent(tenant, { kind, ...sent })
  const { bytes, fileName, as: owner } = sent
  const { key } = addResource(tenant, { kind, bytes, fileName, owner })
  return kind === 'image' ? { image_key: key } : { file_key: key, file_name: fileName }
}

/** Without the scope im:message.group_msg the bot gets group messages only when it is mentioned. */
export function reachesBot(tenant: Tenant, chat: Chat, message: Message): boolean {
  if (!chat.hasBot || !tenant.people.has(message.from)) return false
  if (chat.kind === 'p2p' || tenant.faults.extraScopes.includes('im:message.group_msg')) return true
  return message.mentions.some(({ openId }) => openId === tenant.bot.openId)
}

/** Takes back one's own message; the bot hears of it when it had received the message. */
export function recall(tenant: Tenant, queue: Queue, openId: string, messageId: string): void {
  const message = tenant.messages.get(messageId)
  if (message === undefined || message.from !== openId)
    throw new NotAllowed('only own messages can be recalled')
  if (message.recalled) return
  recallMessage(tenant, message)
  const chat = chatOf(tenant, message.chatId)
  if (reachesBot(tenant, chat, message)) queue.push(messageRecalled(tenant, message))
}

/** Opens the private chat with the bot, which the bot is told of each time. */
export function openBot(tenant: Tenant, queue: Queue, openId: string): Chat {
  if (!tenant.people.has(openId)) throw new NotAllowed(`there is no person ${openId}`)
  const chat = privateChat(tenant, openId)
  queue.push(chatEntered(chat, personOf(tenant, openId), messagesOf(tenant, chat.chatId).at(-1)))
  return chat
}

/** Presses an entry of the bot's menu. */
export function pressMenu(tenant: Tenant, queue: Queue, openId: string, eventKey: string): void {
  if (!tenant.people.has(openId)) throw new NotAllowed(`there is no person ${openId}`)
  if (!tenant.bot.menu.some((item) => item.eventKey === eventKey))
    throw new NotAllowed(`the bot's menu has no ${eventKey}`)
  queue.push(menuPressed(tenant, personOf(tenant, openId), eventKey))
}

/** Makes a group; with the bot in it the bot is told that it was added. */
export function createGroup(tenant: Tenant, queue: Queue, group: NewGroup): Chat {
  const members = [...new Set([group.as, ...group.openIds])]
  const stranger = members.find((openId) => !tenant.people.has(openId))
  if (stranger !== undefined) throw new NotAllowed(`there is no person ${stranger}`)
  const chat = addChat(tenant, {
    chatId: tenant.ids.chat(),
    kind: 'group',
    name: group.name,
    memberOpenIds: members,
    hasBot: false,
  })
  const invited = members.slice(1).map((openId) => personOf(tenant, openId).name)
  const founder = personOf(tenant, group.as).name
  const others = invited.length === 0 ? '' : `，邀请${invited.join('、')}加入`
  addSystemMessage(tenant, chat.chatId, `${founder}创建了群聊${others}`)
  if (group.withBot) addBot(tenant, queue, group.as, chat.chatId)
  return chat
}

/** A member takes the bot out of the group; nothing happens when it is not there. */
export function removeBot(tenant: Tenant, queue: Queue, openId: string, chatId: string): void {
  const chat = chatFor(tenant, openId, chatId)
  if (chat.kind === 'p2p' || !chat.hasBot) return
  chat.hasBot = false
  const operator = personOf(tenant, openId)
  addSystemMessage(tenant, chat.chatId, `${operator.name}将机器人${tenant.bot.name}移出群聊`)
  queue.push(botMoved(tenant, chat, operator, 'deleted'))
}

/** A member adds the bot to the group; nothing happens when it is there already. */
export function addBot(tenant: Tenant, queue: Queue, openId: string, chatId: string): void {
  const chat = chatFor(tenant, openId, chatId)
  if (chat.hasBot) return
  chat.hasBot = true
  const operator = personOf(tenant, openId)
  addSystemMessage(tenant, chat.chatId, `${operator.name}添加机器人${tenant.bot.name}到群聊`)
  queue.push(botMoved(tenant, chat, operator, 'added'))
}
