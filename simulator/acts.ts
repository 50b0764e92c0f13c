// Everything that can be done to a running simulator, by the page's requests and by tests alike.

import type { BotLink } from './control/view.ts'
import type { NewGroup, Said, Sent } from './conversation.ts'
import {
  addBot,
  chatFor,
  createGroup,
  NotAllowed,
  openBot,
  pressMenu,
  recall,
  say,
  upload,
} from './conversation.ts'
import { changeFaults, type Faults, noFaults, type SomeFaults } from './faults.ts'
import { mergeWorld } from './merge-world.ts'
import type { PressAction, PressResult } from './page-api.ts'
import type { Presses } from './push/presses.ts'
import type { Queue } from './push/queue.ts'
import type { Tenant } from './tenant.ts'
import type { World } from './world.ts'

export type Acts = {
  /** A person sends a text; `@name` in a group mentions. */
  say: (said: Said) => { messageId: string }
  /** A person sends a photo or a file. */
  upload: (sent: Sent) => { messageId: string }
  /** A person presses something on a card; resolves when the bot has answered or 3 s are over. */
  press: (press: { as: string; messageId: string; action: PressAction }) => Promise<PressResult>
  menu: (press: { as: string; eventKey: string }) => void
  recall: (which: { as: string; messageId: string }) => void
  /** Opens the private chat with the bot; the bot is told each time. */
  openBot: (who: { as: string }) => { chatId: string }
  createChat: (group: NewGroup) => { chatId: string }
  addBot: (where: { as: string; chatId: string }) => void
  /** Clears the unread count. */
  read: (where: { as: string; chatId: string }) => void
  /** Moves simulated time forward to `toMs`, running redeliveries on the way; resolves with simulated now. */
  moveClock: (toMs: number) => Promise<number>
  /** Changes the given switches, leaves the others; `'none'` puts all back to neutral. */
  setFaults: (faults: SomeFaults | 'none') => Faults
  addWorld: (world: World) => void
  link: BotLink
}

/** `link` tells how the bot is reached. */
export function makeActs(tenant: Tenant, queue: Queue, presses: Presses, link: BotLink): Acts {
  return {
    link,
    say: (said) => ({ messageId: say(tenant, queue, said).messageId }),
    upload: (sent) => ({ messageId: upload(tenant, queue, sent).messageId }),
    press: ({ as, messageId, action }) => {
      const message = tenant.messages.get(messageId)
      if (message === undefined || message.recalled || message.type !== 'interactive')
        throw new NotAllowed('there is no card to press')
      chatFor(tenant, as, message.chatId)
      return presses.press(as, message, action)
    },
    menu: ({ as, eventKey }) => pressMenu(tenant, queue, as, eventKey),
    recall: ({ as, messageId }) => recall(tenant, queue, as, messageId),
    openBot: ({ as }) => ({ chatId: openBot(tenant, queue, as).chatId }),
    createChat: (group) => ({ chatId: createGroup(tenant, queue, group).chatId }),
    addBot: ({ as, chatId }) => addBot(tenant, queue, as, chatId),
    read: ({ as, chatId }) => {
      const chat = chatFor(tenant, as, chatId)
      chat.seen.set(as, chat.messageIds.length)
      tenant.changes.announce({ type: 'chat', chatId })
    },
    moveClock: (toMs) => moveClock(tenant, queue, toMs),
    setFaults: (faults) => changeFaults(tenant.faults, faults === 'none' ? noFaults() : faults),
    addWorld: (world) => mergeWorld(tenant, world),
  }
}

// step by step, so that each redelivery happens at its own time and can make the next one due
async function moveClock(tenant: Tenant, queue: Queue, toMs: number): Promise<number> {
  await queue.settled()
  for (let due = queue.nextDueMs(); due !== undefined && due <= toMs; due = queue.nextDueMs()) {
    tenant.clock.moveTo(due)
    await queue.deliverDue()
  }
  tenant.clock.moveTo(toMs)
  return tenant.clock.now()
}
