// Talking: what people and the bot say to each other appears, is quoted, recalled, counted and scrolled to.

import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, group, leader } from '../simulator/bot.ts'
import { launchBrowser } from '../support/browser.ts'
import { cardOf, chatLine, messageOn, setStage } from './stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Whether an element lies wholly between the upper and lower edge of the messages. */
async function inView(element: Locator): Promise<boolean> {
  const edge = await element.page().getByRole('log').boundingBox()
  const box = await element.boundingBox()
  if (edge === null || box === null) return false
  return box.y >= edge.y && box.y + box.height <= edge.y + edge.height
}

test('what a person types reaches the bot, and the bot’s words appear without reloading', async () => {
  await using stage = await setStage(browser)
  const chatId = stage.simulator.botChat(clerk)
  const { page, troubles } = await stage.open(clerk, chatId)

  await page.getByLabel('消息内容').fill('郑庄镇新到一名安监员')
  await page.getByLabel('消息内容').press('Enter')
  await page.getByRole('log').getByText('郑庄镇新到一名安监员').waitFor()
  await stage.sendText(clerk, '收到，请核对')
  await page.getByRole('log').getByText('收到，请核对').waitFor()

  await stage.simulator.settled()
  expect(stage.bot.received.map((one) => one.event_type)).toContain('im.message.receive_v1')
  expect(await page.getByLabel('消息内容').inputValue()).toBe('')
  expect(troubles).toEqual([])
})

test('an @ typed in a group becomes a mention of the bot', async () => {
  await using stage = await setStage(browser)
  const { page } = await stage.open(clerk, group)

  await page.getByLabel('消息内容').pressSequentially('@')
  await page.getByLabel('消息内容').pressSequentially('本周情况')
  await page.getByRole('button', { name: '发送' }).click()
  const message = await stage.simulator.messageWhere((one) => one.from === clerk)

  expect(message.mentions).toHaveLength(1)
  await page.getByRole('log').getByText('@安监通 本周情况').waitFor()
})

test('a reply quotes what it answers, and one’s own message can be recalled', async () => {
  await using stage = await setStage(browser)
  const { messageId } = stage.simulator.say({ as: leader, chatId: group, text: '名册报齐了吗' })
  const { page } = await stage.open(clerk, group)

  await messageOn(page, messageId).click({ button: 'right' })
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['回复', '复制'])
  await page.getByRole('menuitem', { name: '回复' }).click()
  await page.getByLabel('消息内容').fill('还差两个')
  await page.getByLabel('消息内容').press('Enter')
  const reply = await stage.simulator.messageWhere((one) => one.from === clerk)
  const line = messageOn(page, reply.messageId)
  await line.getByText('回复 李四：名册报齐了吗').waitFor()
  await line.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '撤回' }).click()

  await page.getByText('你撤回了一条消息').waitFor()
  expect(reply.parentId).toBe(messageId)
})

test('a photo is shown and can be enlarged, a file shows its name and size', async () => {
  await using stage = await setStage(browser)
  const { page, troubles } = await stage.open(clerk, stage.simulator.botChat(clerk))

  await page
    .locator('[data-attach=image]')
    .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PIXEL })
  await page.getByRole('button', { name: '看大图' }).click()
  await page.getByRole('dialog', { name: '图片' }).getByRole('img').waitFor()
  await page.keyboard.press('Escape')
  const roster = { name: '名册.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.alloc(2048) }
  await page.locator('[data-attach=file]').setInputFiles(roster)
  await page
    .getByRole('link', { name: /名册\.xlsx/ })
    .getByText('2 KB')
    .waitFor()

  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(troubles).toEqual([])
})

test('a picture that cannot be opened is said to be one', async () => {
  await using stage = await setStage(browser)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))

  const picture = { name: '现场.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }
  await page.locator('[data-attach=image]').setInputFiles(picture)

  await page.getByRole('log').getByText('[这张图片打不开]').waitFor()
})

test('a message in another chat raises its badge, and opening the chat clears it', async () => {
  await using stage = await setStage(browser)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))
  const line = chatLine(page, group)

  stage.simulator.say({ as: leader, chatId: group, text: '开会' })
  await line.getByText('1条未读').waitFor()
  await line.click()
  await page.getByRole('main', { name: '沁水县安监群' }).getByText('开会').waitFor()
  await chatLine(page, stage.simulator.botChat(clerk)).click()

  await line.getByText('1条未读').waitFor({ state: 'detached' })
})

test('a new message scrolls into view, but not away from what somebody reads further up', async () => {
  await using stage = await setStage(browser)
  for (let at = 1; at <= 40; at += 1) stage.simulator.say({ as: leader, chatId: group, text: `第${at}句` })
  const { page } = await stage.open(clerk, group)
  const log = page.getByRole('log')

  await expect.poll(() => inView(log.getByText('第40句'))).toBe(true)
  stage.simulator.say({ as: leader, chatId: group, text: '最新一句' })
  await expect.poll(() => inView(log.getByText('最新一句'))).toBe(true)
  await log.getByText('第1句', { exact: true }).scrollIntoViewIfNeeded()
  stage.simulator.say({ as: leader, chatId: group, text: '又一句' })
  await log.getByText('又一句').waitFor({ state: 'attached' })
  await expect.poll(() => inView(log.getByText('第1句', { exact: true }))).toBe(true)
  await page.getByRole('button', { name: '回到最新消息' }).click()
  await expect.poll(() => inView(log.getByText('又一句'))).toBe(true)
})

test('the menu of the bot and the button that finds it reach the bot', async () => {
  await using stage = await setStage(browser)
  const { page } = await stage.open(clerk, '')

  await page.getByRole('button', { name: '找机器人' }).click()
  await page.getByRole('region', { name: '机器人菜单' }).getByRole('button', { name: '帮助' }).click()
  await expect
    .poll(() => stage.bot.received.map((one) => one.event_type))
    .toContain('application.bot.menu_v6')

  expect(stage.bot.received.map((one) => one.event_type)).toContain(
    'im.chat.access_event.bot_p2p_chat_entered_v1',
  )
})

test('a card higher than the screen is read from its head, and what comes after it is followed', async () => {
  await using stage = await setStage(browser)
  const lines = Array.from({ length: 60 }, (_, at) => ({ tag: 'markdown', content: `第${at + 1}行` }))
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))
  const log = page.getByRole('log')

  await stage.sendCard(clerk, cardOf('一张很长的卡片', lines))
  await expect.poll(() => inView(log.getByText('一张很长的卡片'))).toBe(true)
  await stage.sendText(clerk, '还有一句')
  await expect.poll(() => inView(log.getByText('还有一句'))).toBe(true)
})

test('one’s own words are shown wherever one was reading', async () => {
  await using stage = await setStage(browser)
  for (let at = 1; at <= 40; at += 1) stage.simulator.say({ as: leader, chatId: group, text: `第${at}句` })
  const { page } = await stage.open(clerk, group)
  const log = page.getByRole('log')
  await log.getByText('第1句', { exact: true }).scrollIntoViewIfNeeded()

  await page.getByLabel('消息内容').fill('收到')
  await page.getByLabel('消息内容').press('Enter')

  await expect.poll(() => inView(log.getByText('收到', { exact: true }))).toBe(true)
})
