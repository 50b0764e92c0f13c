// A message as the REST answers show it: with mentions as placeholders, cards flattened unless asked otherwise.

import { parsed } from '../push/ack.ts'
import type { Message, Tenant } from '../tenant.ts'
import { flattened } from './flatten-card.ts'

/** How a card is given back: flattened and lossy, or the JSON that was sent. */
export type CardForm = 'raw_card_content' | 'user_card_content'

/** One element of `data.items`, or the whole `data` of a send. */
export function messageView(tenant: Tenant, message: Message, cards: CardForm): Record<string, unknown> {
  const fromBot = message.from === 'bot'
  const parents =
    message.parentId === undefined ? {} : { root_id: message.rootId, parent_id: message.parentId }
  return {
    message_id: message.messageId,
    ...parents,
    msg_type: message.type,
    create_time: String(message.createdMs),
    update_time: String(message.updatedMs ?? message.createdMs),
    deleted: message.recalled,
    updated: message.updatedMs !== undefined && !message.recalled,
    chat_id: message.chatId,
    sender: {
      id: fromBot ? tenant.bot.appId : message.from,
      id_type: fromBot ? 'app_id' : 'open_id',
      sender_type: fromBot ? 'app' : message.from === 'system' ? 'unknown' : 'user',
      tenant_key: tenant.tenantKey,
    },
    body: { content: contentOf(message, cards) },
    ...(message.mentions.length === 0
      ? {}
      : {
          mentions: message.mentions.map(({ key, openId, name }) => ({
            key,
            id: openId,
            id_type: 'open_id',
            name,
            tenant_key: tenant.tenantKey,
          })),
        }),
  }
}

function contentOf(message: Message, cards: CardForm): string {
  if (message.recalled) return 'This message was recalled'
  if (message.type !== 'interactive' || cards === 'user_card_content') return message.content
  return JSON.stringify(flattened(parsed(message.content)))
}
