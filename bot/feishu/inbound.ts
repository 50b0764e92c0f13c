// From a schema 2.0 envelope to one of our own inputs, with the key that makes it once and the lane that keeps
// its order. Pure. With content.ts the only place that knows the platform's names of event fields.
import { z } from 'zod'
import type { Inbound } from '../context.ts'
import { isMentioned, type Mention, readContent } from './content.ts'
import { idText, moment, openIds } from './fields.ts'
import { readPress } from './press.ts'

/**
 * `kind` is the inbox table's word: message, press, menu, entered, recalled, member.
 * `lane` is the open_id for what a person did, `chat:` and the chat_id for what happened to a chat.
 */
export type Read = { key: string; kind: string; lane: string; event: Inbound }

/** `ignore` is a fixed word that may be logged: notSchema2, unsupported, malformed, notAPerson, noAct. */
export type Ignored = { ignore: string }

const envelope = z.object({
  schema: z.literal('2.0'),
  header: z.object({
    event_id: idText,
    event_type: z.string(),
    create_time: moment.optional().catch(undefined),
  }),
  event: z.unknown(),
})
type Header = z.infer<typeof envelope>['header']

const messageReceived = z.object({
  sender: z.object({ sender_id: openIds, sender_type: z.literal('user') }),
  message: z.object({
    message_id: idText,
    parent_id: idText.optional().catch(undefined),
    create_time: moment.optional().catch(undefined),
    chat_id: idText,
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string().catch(''),
    mentions: z.array(z.unknown()).catch([]),
  }),
})
const mentionEntry = z.object({
  key: z.string(),
  name: z.string().catch(''),
  id: z.object({ open_id: z.string() }).optional().catch(undefined),
})
const botSender = z.object({ sender: z.object({ sender_type: z.string().regex(/^(?!user$)/) }) })
const menuPressed = z.object({
  operator: z.object({ operator_id: openIds }),
  event_key: z.string().min(1).max(100),
})
const chatEntered = z.object({
  chat_id: idText,
  operator_id: openIds,
  last_message_id: z.string().optional().catch(undefined),
})
const messageRecalled = z.object({ message_id: idText, chat_id: idText })
const botAdded = z.object({ chat_id: idText, operator_id: openIds, name: z.string().catch('') })
const chatOnly = z.object({ chat_id: idText })

type Reader = (header: Header, event: unknown, botOpenId: string) => Read | Ignored

const readers: Readonly<Record<string, Reader>> = {
  'im.message.receive_v1': readMessage,
  'card.action.trigger': (header, event) => {
    const press = readPress(event)
    return 'ignore' in press ? press : once(header, 'press', press.openId, press)
  },
  'application.bot.menu_v6': (header, event) => {
    const { data } = menuPressed.safeParse(event)
    if (data === undefined) return malformed
    const openId = data.operator.operator_id.open_id
    return once(header, 'menu', openId, { kind: 'menu', openId, eventKey: data.event_key })
  },
  'im.chat.access_event.bot_p2p_chat_entered_v1': (header, event) => {
    const { data } = chatEntered.safeParse(event)
    if (data === undefined) return malformed
    const openId = data.operator_id.open_id
    const firstTime = !data.last_message_id
    return once(header, 'entered', openId, { kind: 'entered', openId, chatId: data.chat_id, firstTime })
  },
  'im.message.recalled_v1': (_header, event) => {
    const { data } = messageRecalled.safeParse(event)
    if (data === undefined) return malformed
    const { message_id: messageId, chat_id: chatId } = data
    const recalled = { kind: 'recalled' as const, messageId, chatId }
    return { key: recallKey(messageId), kind: 'recalled', lane: `chat:${chatId}`, event: recalled }
  },
  'im.chat.member.bot.added_v1': (header, event) => {
    const { data } = botAdded.safeParse(event)
    if (data === undefined) return malformed
    const { chat_id: chatId, name: chatName, operator_id } = data
    const added = { kind: 'botAdded' as const, chatId, chatName, openId: operator_id.open_id }
    return once(header, 'member', `chat:${chatId}`, added)
  },
  'im.chat.member.bot.deleted_v1': readBotRemoved,
  'im.chat.disbanded_v1': readBotRemoved,
}

const malformed: Ignored = { ignore: 'malformed' }

/** The key of a message's being taken back, by which it is found when it came before the message itself. */
export const recallKey = (messageId: string) => `recalled:${messageId}`

/**
 * Reads one decrypted envelope of either transport. Never throws.
 *
 * A message's key is `message:` and its id, because the platform may deliver one message under two event ids, and
 * its recall `recalled:` and the same id; everything else has `event:` and the event id.
 * @param botOpenId the bot's own open_id, to know when it is spoken to
 */
export function readEnvelope(body: unknown, botOpenId: string): Read | Ignored {
  const read = envelope.safeParse(body)
  if (!read.success) return isSchema2(body) ? malformed : { ignore: 'notSchema2' }
  const { header, event } = read.data
  if (!Object.hasOwn(readers, header.event_type)) return { ignore: 'unsupported' }
  return readers[header.event_type]?.(header, event, botOpenId) ?? malformed
}

function readMessage(header: Header, event: unknown, botOpenId: string): Read | Ignored {
  const { data } = messageReceived.safeParse(event)
  if (data === undefined) return botSender.safeParse(event).success ? { ignore: 'notAPerson' } : malformed
  const { message, sender } = data
  const sentAtMs = message.create_time ?? header.create_time
  // Without its moment "today" in the text would be a guess.
  if (sentAtMs === undefined) return malformed
  const openId = sender.sender_id.open_id
  const mentions = message.mentions.flatMap(toMention)
  // Anything that is not surely private is treated as a group, where names and phones are masked.
  const chatType = message.chat_type === 'p2p' ? 'p2p' : 'group'
  const content = readContent(message.message_type, message.content, mentions, botOpenId)
  return {
    key: `message:${message.message_id}`,
    kind: 'message',
    lane: openId,
    event: {
      kind: 'message',
      messageId: message.message_id,
      chatId: message.chat_id,
      chatType,
      openId,
      parentId: message.parent_id,
      mentioned: chatType === 'p2p' || isMentioned(mentions, botOpenId),
      text: content.text,
      messageType: message.message_type,
      resources: content.resources,
      sentAtMs,
    },
  }
}

function toMention(entry: unknown): Mention[] {
  const { data } = mentionEntry.safeParse(entry)
  return data === undefined ? [] : [{ key: data.key, name: data.name, openId: data.id?.open_id }]
}

// A dissolved group and one that put the bot out are the same to us: nothing can be said there any more.
function readBotRemoved(header: Header, event: unknown): Read | Ignored {
  const { data } = chatOnly.safeParse(event)
  if (data === undefined) return malformed
  return once(header, 'member', `chat:${data.chat_id}`, { kind: 'botRemoved', chatId: data.chat_id })
}

function once(header: Header, kind: string, lane: string, event: Inbound): Read {
  return { key: `event:${header.event_id}`, kind, lane, event }
}

function isSchema2(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'schema' in body && body.schema === '2.0'
}
