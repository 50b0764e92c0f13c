// A simulator with a bot that answers presses, and its page open in a browser: what the tests of this folder
// stand on. People, group and bot are those of tests/simulator/bot.ts.

import type { Browser, Locator, Page } from 'playwright-core'
import type { Simulator } from '../../simulator/simulator.ts'
import { type Answer, clientFor, connectBot, group, simulate, type TestBot } from '../simulator/bot.ts'
import { type OpenPage, openPage, type Screen } from '../support/browser.ts'

export type Stage = AsyncDisposable & {
  simulator: Simulator
  bot: TestBot
  /** Sends a card as the bot to a person or a group; answers its message_id. */
  sendCard: (to: string, card: object) => Promise<string>
  sendText: (to: string, text: string) => Promise<string>
  /** Opens the page as a person, in a chat or, with '', at the list. */
  open: (openId: string, chatId: string, screen?: Screen) => Promise<OpenPage>
  /** The `action` of the last press that reached the bot. */
  lastAction: () => unknown
}

/** `answer` is the bot's answer to events and presses; none when absent. */
export async function setStage(browser: Browser, answer: Answer = () => undefined): Promise<Stage> {
  const simulator = await simulate({ answerWithinMs: 2000 })
  const bot = await connectBot(simulator, answer)
  const client = clientFor(simulator)
  const opened: Page[] = []
  const send = async (to: string, type: string, content: object) => {
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: to === group ? 'chat_id' : 'open_id' },
      data: { receive_id: to, msg_type: type, content: JSON.stringify(content) },
    })
    return sent.data?.message_id ?? ''
  }
  return {
    simulator,
    bot,
    sendCard: (to, card) => send(to, 'interactive', card),
    sendText: (to, text) => send(to, 'text', { text }),
    open: async (openId, chatId, screen = 'desk') => {
      const address = `${simulator.url}/#/as/${openId}${chatId === '' ? '' : `/${chatId}`}`
      const opening = await openPage(browser, address, screen)
      opened.push(opening.page)
      await opening.page
        .getByRole('region', { name: '会话' })
        .or(opening.page.getByRole('main'))
        .first()
        .waitFor()
      return opening
    },
    lastAction: () =>
      bot.received.filter((one) => one.event_type === 'card.action.trigger').at(-1)?.['action'],
    [Symbol.asyncDispose]: async () => {
      for (const page of opened) await closePage(page)
      bot[Symbol.dispose]()
      await simulator.close()
    },
  }
}

/** Closes a page and its context; requests that a test rerouted are let through to their end first. */
export async function closePage(page: Page): Promise<void> {
  if (!page.isClosed()) await page.unrouteAll({ behavior: 'wait' })
  await page.context().close()
}

/** A 2.0 card around some elements. */
export function cardOf(title: string, elements: readonly object[], header: object = {}): object {
  return {
    schema: '2.0',
    config: { update_multi: true },
    header: { title: plain(title), template: 'blue', ...header },
    body: { direction: 'vertical', vertical_spacing: '12px', padding: '12px 12px 20px 12px', elements },
  }
}

export function plain(content: string): { tag: 'plain_text'; content: string } {
  return { tag: 'plain_text', content }
}

/** The message with this id on the page. */
export function messageOn(page: Page, messageId: string): Locator {
  return page.locator(`[data-message-id="${messageId}"]`)
}

/** The line of a chat in the list. */
export function chatLine(page: Page, chatId: string): Locator {
  return page.locator(`[data-chat-id="${chatId}"]`)
}

/** How far the page, or the messages in it, can be pushed to the side, pixels; 0 when all fits. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate<number>(`Math.max(
    document.documentElement.scrollWidth - innerWidth,
    ...[...document.querySelectorAll('[role=log]')].map((log) => log.scrollWidth - log.clientWidth),
  )`)
}
