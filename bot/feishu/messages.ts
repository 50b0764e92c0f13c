// Messages: send, replace a card, take back, read. For client.ts only. Ids are encoded because the SDK puts them
// into addresses as they are.
import type { Call } from './call.ts'
import { failed, type Method } from './failures.ts'
import { allPages } from './pages.ts'

/** `replyTo` is a message id: the answer stands in that message's chat, below it. */
type SendTo = { openId: string } | { chatId: string } | { replyTo: string }

/** `body` is the JSON string that was sent; of a deleted message a placeholder. Times are ms since 1970. */
type ReadMessage = {
  messageId: string
  chatId: string
  kind: string
  body: string
  deleted: boolean
  updated: boolean
  createdAtMs: number
  /** whether this app sent it */
  own: boolean
}

/** `content` of a card is flattened and lossy; read it by its id to get what was sent. */
type OwnMessage = { messageId: string; kind: string; createdAtMs: number; content: string }

export type Messages = {
  /**
   * Sends once per `uuid` (at most 50 letters) within an hour: a repeat answers with the first message.
   * @param content the JSON string of the platform, such as `{"text":"…"}` or a card
   */
  send(
    to: SendTo,
    kind: 'text' | 'interactive' | 'file',
    content: string,
    uuid: string,
  ): Promise<{ messageId: string; chatId: string }>
  /** Replaces an own card of at most 14 days; both cards need `update_multi`. */
  patch(messageId: string, cardJson: string): Promise<void>
  recall(messageId: string): Promise<void>
  read(messageId: string): Promise<ReadMessage>
  /** What this app sent into a chat since `fromMs` and did not take back, oldest first. */
  listOwn(chatId: string, fromMs: number): Promise<OwnMessage[]>
}

type Item = {
  message_id?: string | undefined
  chat_id?: string | undefined
  msg_type?: string | undefined
  create_time?: string | undefined
  deleted?: boolean | undefined
  updated?: boolean | undefined
  sender?: { id: string } | undefined
  body?: { content: string } | undefined
}

/** A chat with more than this many pages since `fromMs` is read no further. */
const mostPages = 200

export function makeMessages(call: Call, appId: string): Messages {
  return {
    send: (to, kind, content, uuid) => send(call, to, { msg_type: kind, content, uuid }),
    async patch(messageId, cardJson) {
      await call('message.patch', (sdk) =>
        sdk.im.v1.message.patch({ path: inPath(messageId), data: { content: cardJson } }),
      )
    },
    async recall(messageId) {
      await call('message.delete', (sdk) => sdk.im.v1.message.delete({ path: inPath(messageId) }))
    },
    async read(messageId) {
      const answer = await call('message.get', (sdk) =>
        sdk.im.v1.message.get({
          path: inPath(messageId),
          params: { user_id_type: 'open_id', card_msg_content_type: 'user_card_content' },
        }),
      )
      const item = answer.data?.items?.[0]
      if (item === undefined) throw failed('message.get', 'target_gone', 0)
      return readMessage('message.get', item, appId)
    },
    listOwn: (chatId, fromMs) => listOwn(call, appId, chatId, fromMs),
  }
}

async function send(
  call: Call,
  to: SendTo,
  data: { msg_type: string; content: string; uuid: string },
): Promise<{ messageId: string; chatId: string }> {
  if ('replyTo' in to) {
    const path = inPath(to.replyTo)
    const answer = await call('message.reply', (sdk) => sdk.im.v1.message.reply({ path, data }))
    return sent('message.reply', answer.data)
  }
  const [receive_id_type, receive_id] =
    'openId' in to ? (['open_id', to.openId] as const) : (['chat_id', to.chatId] as const)
  const answer = await call('message.create', (sdk) =>
    sdk.im.v1.message.create({ params: { receive_id_type }, data: { ...data, receive_id } }),
  )
  return sent('message.create', answer.data)
}

function sent(method: Method, data: Item | undefined): { messageId: string; chatId: string } {
  // A success without an id leaves us not knowing what was sent.
  if (!data?.message_id || !data.chat_id) throw failed(method, 'server', 0)
  return { messageId: data.message_id, chatId: data.chat_id }
}

async function listOwn(call: Call, appId: string, chatId: string, fromMs: number): Promise<OwnMessage[]> {
  const container = { container_id_type: 'chat', container_id: chatId }
  const order = { start_time: String(Math.floor(fromMs / 1000)), sort_type: 'ByCreateTimeAsc' as const }
  const items = await allPages(mostPages, (next) =>
    call('message.list', (sdk) =>
      sdk.im.v1.message.list({ params: { ...container, ...order, page_size: 50, ...next } }),
    ),
  )
  return items
    .map((item) => readMessage('message.list', item, appId))
    .filter((message) => message.own && !message.deleted && message.createdAtMs >= fromMs)
    .map(({ messageId, kind, createdAtMs, body }) => ({ messageId, kind, createdAtMs, content: body }))
}

function readMessage(method: Method, item: Item, appId: string): ReadMessage {
  if (!item.message_id || !item.chat_id) throw failed(method, 'server', 0)
  return {
    messageId: item.message_id,
    chatId: item.chat_id,
    kind: item.msg_type ?? '',
    body: item.body?.content ?? '',
    deleted: item.deleted ?? false,
    updated: item.updated ?? false,
    createdAtMs: Number(item.create_time ?? 0),
    own: item.sender?.id === appId,
  }
}

function inPath(messageId: string): { message_id: string } {
  return { message_id: encodeURIComponent(messageId) }
}
