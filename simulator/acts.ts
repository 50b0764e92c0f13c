// Everything that can be done to a running simulator, by the page's requests and by tests alike.

import { clickOn, type FormValues } from './cards/click.ts'
import { pressProblem } from './cards/pressable.ts'
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
  removeBot,
  say,
  upload,
} from './conversation.ts'
import { changeFaults, type Faults, noFaults, type SomeFaults } from './faults.ts'
import { mergeWorld } from './merge-world.ts'
import type { PressAction, PressResult } from './page-api.ts'
import { parsed } from './push/ack.ts'
import type { Presses } from './push/presses.ts'
import type { Queue } from './push/queue.ts'
import type { Message, Tenant } from './tenant.ts'
import type { World } from './world.ts'

export type Acts = {
  /** A person sends a text; `@name` in a group mentions. */
  say: (said: Said) => { messageId: string }
  /** A person sends a photo, a file, a voice message or a video. */
  upload: (sent: Sent) => { messageId: string }
  /** A person presses something on a card; resolves when the bot has answered or 3 s are over. */
  press: (press: { as: string; messageId: string; action: PressAction }) => Promise<PressResult>
  /**
   * The same for a button or box by what it says, on the card as it is now; `form` is typed over the form's
   * initial values.
   */
  click: (press: { as: string; messageId: string; label: string; form?: FormValues }) => Promise<PressResult>
  menu: (press: { as: string; eventKey: string }) => void
  recall: (which: { as: string; messageId: string }) => void
  /** Opens the private chat with the bot; the bot is told each time. */
  openBot: (who: { as: string }) => { chatId: string }
  createChat: (group: NewGroup) => { chatId: string }
  addBot: (where: { as: string; chatId: string }) => void
  removeBot: (where: { as: string; chatId: string }) => void
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
    press: async ({ as, messageId, action }) => {
      const message = cardFor(tenant, as, messageId)
      checkPress(message, action)
      return presses.press(as, message, action)
    },
    click: async ({ as, messageId, label, form = {} }) => {
      const message = cardFor(tenant, as, messageId)
      const action = clickOn(parsed(message.content), label, form)
      if (action === undefined) throw new NotAllowed(`nothing on the card says ${label} and calls back`)
      checkPress(message, action)
      return presses.press(as, message, action)
    },
    menu: ({ as, eventKey }) => pressMenu(tenant, queue, as, eventKey),
    recall: ({ as, messageId }) => recall(tenant, queue, as, messageId),
    openBot: ({ as }) => ({ chatId: openBot(tenant, queue, as).chatId }),
    createChat: (group) => ({ chatId: createGroup(tenant, queue, group).chatId }),
    addBot: ({ as, chatId }) => addBot(tenant, queue, as, chatId),
    removeBot: ({ as, chatId }) => removeBot(tenant, queue, as, chatId),
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

function cardFor(tenant: Tenant, openId: string, messageId: string): Message {
  const message = tenant.messages.get(messageId)
  if (message === undefined || message.recalled || message.type !== 'interactive')
    throw new NotAllowed('there is no card to press')
  chatFor(tenant, openId, message.chatId)
  return message
}

// an older version may still be on somebody's screen, so a press may fit any of them
function checkPress(message: Message, action: PressAction): void {
  const problems = [message.content, ...message.earlier].map((card) => pressProblem(parsed(card), action))
  if (problems.every((problem) => problem !== undefined)) throw new NotAllowed(problems[0] ?? '')
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
