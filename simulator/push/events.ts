// The bodies of the events the simulator pushes, exactly as the platform's pages show them.

import { idsOf, personOf } from '../people.ts'
import type { Chat, Mention, Message, Person, Tenant } from '../tenant.ts'
import type { Envelope } from './transport.ts'

/** An event before it has an envelope. */
export type EventBody = { type: string; event: Record<string, unknown> }

/** Puts a body into the schema 2.0 envelope. IM events stamp milliseconds, card presses microseconds. */
export function envelope(tenant: Tenant, body: EventBody, eventId: string, token: string): Envelope {
  const nowMs = String(tenant.clock.now())
  return {
    schema: '2.0',
    header: {
      event_id: eventId,
      event_type: body.type,
      create_time: body.type === 'card.action.trigger' ? `${nowMs}000` : nowMs,
      token,
      app_id: tenant.bot.appId,
      tenant_key: tenant.tenantKey,
    },
    event: body.event,
  }
}

/** `im.message.receive_v1` for a message of a person. */
export function messageReceived(tenant: Tenant, chat: Chat, message: Message): EventBody {
  const sender = personOf(tenant, message.from)
  const stamp = String(message.createdMs)
  return {
    type: 'im.message.receive_v1',
    event: {
      sender: { sender_id: idsOf(sender), sender_type: 'user', tenant_key: tenant.tenantKey },
      message: {
        message_id: message.messageId,
        ...(message.parentId === undefined ? {} : { root_id: message.rootId, parent_id: message.parentId }),
        create_time: stamp,
        update_time: stamp,
        chat_id: chat.chatId,
        chat_type: chat.kind,
        message_type: message.type,
        content: message.content,
        ...(message.mentions.length === 0
          ? {}
          : { mentions: message.mentions.map((mention) => mentionEntry(tenant, mention)) }),
      },
    },
  }
}

function mentionEntry(tenant: Tenant, mention: Mention): Record<string, unknown> {
  const person = tenant.people.get(mention.openId)
  const botIds = { union_id: 'on_bot', user_id: '', open_id: mention.openId }
  return {
    key: mention.key,
    id: person === undefined ? botIds : idsOf(person),
    mentioned_type: mention.kind,
    name: mention.name,
    tenant_key: tenant.tenantKey,
  }
}

/** `im.message.recalled_v1`: the author took the message back. */
export function messageRecalled(tenant: Tenant, message: Message): EventBody {
  return {
    type: 'im.message.recalled_v1',
    event: {
      message_id: message.messageId,
      chat_id: message.chatId,
      recall_time: String(tenant.clock.now()),
      recall_type: 'message_owner',
    },
  }
}

/** `im.chat.member.bot.added_v1` and `.deleted_v1`: a member put the bot into the group or took it out. */
export function botMoved(tenant: Tenant, chat: Chat, operator: Person, what: 'added' | 'deleted'): EventBody {
  return {
    type: `im.chat.member.bot.${what}_v1`,
    event: {
      chat_id: chat.chatId,
      operator_id: idsOf(operator),
      external: false,
      operator_tenant_key: tenant.tenantKey,
      name: chat.name,
      i18n_names: { zh_cn: chat.name, en_us: '', ja_jp: '' },
    },
  }
}

/** `im.chat.access_event.bot_p2p_chat_entered_v1`; `last` is absent in an empty conversation. */
export function chatEntered(chat: Chat, operator: Person, last: Message | undefined): EventBody {
  return {
    type: 'im.chat.access_event.bot_p2p_chat_entered_v1',
    event: {
      chat_id: chat.chatId,
      operator_id: idsOf(operator),
      ...(last === undefined
        ? {}
        : { last_message_id: last.messageId, last_message_create_time: String(last.createdMs) }),
    },
  }
}

/** `application.bot.menu_v6`; its timestamp is a number of seconds, and there is no chat in it. */
export function menuPressed(tenant: Tenant, operator: Person, eventKey: string): EventBody {
  return {
    type: 'application.bot.menu_v6',
    event: {
      operator: { operator_name: operator.name, operator_id: idsOf(operator) },
      event_key: eventKey,
      timestamp: Math.floor(tenant.clock.now() / 1000),
    },
  }
}
