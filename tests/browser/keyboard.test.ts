// Everything by keys: opening a chat, writing, going through a form on a card, leaving a list without choosing.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk } from '../simulator/bot.ts'
import { launchBrowser } from '../support/browser.ts'
import { cardOf, plain, setStage } from './stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const options = Array.from({ length: 10 }, (_, at) => ({
  text: plain(`第${at + 1}类`),
  value: `kind${at + 1}`,
}))
const form = {
  tag: 'form',
  name: 'training',
  elements: [
    { tag: 'select_static', name: 'kind', placeholder: plain('培训类型'), options },
    { tag: 'date_picker', name: 'day', placeholder: plain('开始日期') },
    {
      tag: 'button',
      name: 'send',
      form_action_type: 'submit',
      text: plain('提交'),
      behaviors: [{ type: 'callback', value: { act: 'x' } }],
    },
  ],
}

/** Presses Tab, or Shift+Tab, until what is focused has this name. */
async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key)
    const found = await page.evaluate<boolean>(
      `[document.activeElement.ariaLabel, document.activeElement.textContent].some((words) => words?.includes('${name}'))
        && document.activeElement !== document.body`,
    )
    if (found) return
  }
  throw new Error(`${name} is not reached`)
}

test('a chat opened by keys is written in at once', async () => {
  await using stage = await setStage(browser)
  stage.simulator.botChat(clerk)
  const { page } = await stage.open(clerk, '')

  await tabTo(page, '找机器人')
  await page.keyboard.press('Enter')
  await page.getByLabel('消息内容').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('help')
  await page.keyboard.press('Enter')

  await page.getByRole('log').getByText('help').waitFor()
})

test('on a phone the keyboard does not cover the chat that was opened', async () => {
  await using stage = await setStage(browser)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk), 'phone')

  await page.getByLabel('消息内容').waitFor()

  expect(await page.getByLabel('消息内容').and(page.locator(':focus')).count()).toBe(0)
})

test('a form is filled and sent by keys; a list that was left gives its place back', async () => {
  await using stage = await setStage(browser)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))
  await stage.sendCard(clerk, cardOf('登记培训', [form]))
  await page.getByRole('combobox', { name: '培训类型' }).waitFor()

  await tabTo(page, '培训类型', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: '第1类' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: '培训类型' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  // The order of day, month and year is the browser's; the year ends the typing either way.
  await page.keyboard.type('11052026')
  await tabTo(page, '提交')
  await page.keyboard.press('Enter')

  await stage.simulator.settled()
  await expect.poll(stage.lastAction).toMatchObject({
    form_value: { kind: 'kind2', day: expect.stringMatching(/^2026-\d\d-\d\d/) },
  })
})
