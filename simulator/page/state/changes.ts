// What one change of the stream does to the store's contents: pure, so that a snapshot and the changes that
// arrived while it was fetched can be put together in any order. Imported by state/stream.

import type { PageChange, PageChat, PageLogLine, PageMessage } from '../../page-api.ts'
import type { State } from './store.ts'

const KEPT_LOG_LINES = 500

/** The part of the state that a change alters. `readAt` is `performance.now()` of its arrival. */
export function applied(state: State, change: PageChange, readAt: number): Partial<State> {
  switch (change.type) {
    case 'message':
      return { messages: withMessage(state.messages, change.message) }
    case 'chat':
      return { chats: withChat(state.chats, change.chat) }
    case 'users':
      return { users: change.users }
    case 'bot':
      return { bot: { ...state.bot, connected: change.connected } }
    case 'clock':
      return { nowMs: change.nowMs, nowReadAt: readAt }
    case 'log':
      return { log: withLine(state.log, change.line) }
  }
}

/** Newest line last; an event's line comes again when its answer is known. */
function withLine(log: PageLogLine[], line: PageLogLine): PageLogLine[] {
  const at = log.findIndex((known) => known.id === line.id)
  if (at >= 0) return log.with(at, line)
  return [...log, line].slice(-KEPT_LOG_LINES)
}

function withMessage(messages: PageMessage[], message: PageMessage): PageMessage[] {
  const at = messages.findIndex((known) => known.messageId === message.messageId)
  if (at < 0) return [...messages, message]
  const known = messages[at]
  const older = known !== undefined && (known.updatedAtMs ?? 0) > (message.updatedAtMs ?? 0)
  return older ? messages : messages.with(at, message)
}

function withChat(chats: PageChat[], chat: PageChat): PageChat[] {
  const at = chats.findIndex((known) => known.chatId === chat.chatId)
  return at < 0 ? [...chats, chat] : chats.with(at, chat)
}
