// The demo city with the real bot at work and the page open in it, and what a person does on the page: everything is
// found by what stands there. What the journeys stand on.
import type { Browser, Locator, Page } from 'playwright-core'
import { openPage, type Screen } from '../support/browser.ts'
import { demoDay, startDemo } from '../support/demo.ts'
import { closePage } from './stage.ts'

export type City = AsyncDisposable & {
  page: Page
  /** errors of the page; none is the rule */
  troubles: string[]
}

type Opening = {
  screen?: Screen
  /** the day it is when the page opens; the demo's own Friday, 6 March 2026, when absent. Always 10:00. */
  day?: string
  /** `asleep` when absent: only the journey of Monday wants what happens by the clock */
  jobs?: 'asleep' | 'awake'
}

const atTen = (day: string) => Date.parse(`${day}T10:00:00+08:00`)

/** Opens the page as the first person there is. The clock runs, and the page's button moves it for the bot too. */
export async function openCity(browser: Browser, opening: Opening = {}): Promise<City> {
  const { screen = 'desk', day = demoDay, jobs = 'asleep' } = opening
  const asleep = jobs === 'asleep' ? { jobs: [] } : {}
  const bot = await startDemo({ at: `${demoDay}T10:00`, time: 'running', ...asleep })
  if (day !== demoDay) bot.clock.set(atTen(day))
  const { page, troubles } = await openPage(browser, bot.feishu.url, screen)
  await page.getByRole('button', { name: /，换个人$/ }).waitFor()
  return {
    page,
    troubles,
    async [Symbol.asyncDispose]() {
      await closePage(page)
      await bot[Symbol.asyncDispose]()
    },
  }
}

/** Plays this person from now on, from whatever is on the screen. */
export async function become(page: Page, name: string): Promise<void> {
  const people = page.getByRole('navigation', { name: '扮演谁' })
  const changing = page.getByRole('button', { name: /，换个人$/ })
  if (!(await people.isVisible())) {
    if (!(await changing.isVisible())) await page.getByRole('button', { name: '返回会话列表' }).click()
    await changing.click()
  }
  await people.getByRole('button', { name }).click()
  await page.getByRole('button', { name: `${name}，换个人` }).waitFor()
}

/** Opens the private chat with the bot. */
export async function findBot(page: Page): Promise<void> {
  await page.getByRole('button', { name: '找机器人' }).click()
  await page.getByRole('main', { name: '安监通' }).waitFor()
}

export async function openGroup(page: Page, name: string): Promise<void> {
  await page.getByRole('region', { name: '会话' }).getByRole('button', { name }).click()
  await page.getByRole('main', { name }).waitFor()
}

/** Types and sends; what begins with @ mentions the bot in a group, as the page makes it. */
export async function say(page: Page, text: string): Promise<void> {
  const box = page.getByLabel('消息内容')
  await box.pressSequentially(text)
  await box.press('Enter')
}

/** The newest card with this title in the open chat, once it is there. */
export async function cardTitled(page: Page, title: string | RegExp): Promise<Locator> {
  const name = typeof title === 'string' ? { name: title, exact: true } : { name: title }
  const card = page.getByRole('log').getByRole('article', name).last()
  await card.waitFor()
  return card
}

/** Presses a button of a card by its words. */
export function press(card: Locator, label: string): Promise<void> {
  return card.getByRole('button', { name: label, exact: true }).first().click()
}

/** The colour of a card's head: green, grey, … */
export function colourOf(card: Locator): Promise<string | null> {
  return card.locator('header').getAttribute('data-template')
}

/** The line that appears at the top for a moment. */
export function toast(page: Page, words: string | RegExp): Locator {
  return page.getByRole('status').getByText(words)
}
