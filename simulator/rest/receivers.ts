// Whom a message goes to: resolves receive_id to a chat, or refuses as the platform does.

import { privateChat } from '../chats.ts'
import { findPerson } from '../people.ts'
import type { Chat, Tenant } from '../tenant.ts'
import { fieldRefused, Refusal } from './refusal.ts'

/** The chat a send goes to. @throws Refusal 99992402, 99992351, 230002, 230034 or the code of a fault. */
export function receiverChat(tenant: Tenant, idType: string | undefined, receiveId: string): Chat {
  const code = tenant.faults.refuseRecipients[receiveId]
  if (code !== undefined)
    throw new Refusal(code, refusalTexts[code] ?? 'The message cannot be sent to this receiver.')
  switch (idType) {
    case 'open_id':
    case 'union_id':
    case 'user_id': {
      const person = findPerson(tenant, idType, receiveId)
      if (person === undefined)
        throw new Refusal(
          unknownIdCodes[idType],
          `The request you send is not a valid {${idType}} or not exists`,
        )
      return privateChat(tenant, person.openId)
    }
    case 'chat_id':
      return chatOfBot(tenant, receiveId)
    default:
      throw fieldRefused('receive_id_type', idType, 'options: [open_id,union_id,user_id,chat_id]')
  }
}

/** The chat by id when the bot is in it. @throws Refusal 230034 unknown, 230002 not in it. */
export function chatOfBot(tenant: Tenant, chatId: string): Chat {
  const chat = tenant.chats.get(chatId)
  if (chat === undefined) throw new Refusal(230034, 'The receive_id is invalid.')
  if (!chat.hasBot) throw new Refusal(230002, 'The bot can not be outside the group.')
  return chat
}

const unknownIdCodes = { open_id: 99992351, union_id: 99992364, user_id: 99992360 } as const

const refusalTexts: Record<number, string> = {
  230013: 'Bot has NO availability to this user.',
  230029: 'The user has resigned.',
  230035: 'Send Message Permission deny.',
  230053: 'The user has stopped the bot from sending messages.',
}
