// The messenger around the cards: chats, saying, replying, recalling, files, the clock, the drawer, the phone.

import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSimulator } from '../../simulator/simulator.ts'
import { emptyWorld } from '../../simulator/world.ts'
import { clerk, group, leader, startMs, world } from '../simulator/bot.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { cardOf, chatLine, closePage, messageOn, plain, setStage } from './stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** How far the page, or the messages in it, can be pushed to the side. */
const SIDEWAYS = `Math.max(
  document.documentElement.scrollWidth - innerWidth,
  ...[...document.querySelectorAll('[role=log]')].map((log) => log.scrollWidth - log.clientWidth),
)`

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

test('switching the person shows that person’s chats and changes the address', async () => {
  await using stage = await setStage(browser)
  await stage.sendText(leader, '只给李四')
  const { page } = await stage.open(clerk, '')

  await page.getByRole('navigation', { name: '扮演谁' }).getByRole('button', { name: /李四/ }).click()
  await page.getByText('只给李四').waitFor()

  expect(new URL(page.url()).hash).toBe(`#/as/${leader}`)
  expect(await page.title()).toBe('李四 · 本地飞书')
})

test('an address without a person plays the first one there is', async () => {
  await using stage = await setStage(browser)
  const { page } = await openPage(browser, stage.simulator.url, 'desk')

  await page.getByRole('button', { name: '张三，换个人' }).waitFor()
  await closePage(page)
})

test('the page waits for people when it is opened before there are any', async () => {
  await using simulator = await startSimulator({
    port: 0,
    host: '127.0.0.1',
    now: () => startMs,
    world: emptyWorld,
  })
  const { page } = await openPage(browser, simulator.url, 'desk')

  await page.getByRole('alert').getByText('打不开本地飞书').waitFor()
  simulator.addWorld(world)
  await page.getByRole('button', { name: '张三，换个人' }).waitFor()
  await closePage(page)
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

test('the clock goes to next Monday nine o’clock at a press', async () => {
  await using stage = await setStage(browser)
  const { page } = await stage.open(clerk, '')
  const clock = page.getByRole('region', { name: '模拟时间' })

  await clock.getByText('11月23日 周一').waitFor()
  await clock.getByRole('button', { name: '快进到下周一 09:00' }).click()

  await clock.getByText('11月30日 周一').waitFor()
})

test('the drawer lists requests and events with their JSON', async () => {
  await using stage = await setStage(browser)
  await stage.sendText(clerk, '您好')
  const { page } = await stage.open(clerk, '')

  await page.getByRole('button', { name: '请求与事件' }).click()
  const drawer = page.getByRole('complementary', { name: '请求与事件' })
  await drawer.getByRole('button', { name: /POST \/open-apis\/im\/v1\/messages/ }).click()

  await drawer.locator('pre').first().getByText('您好').waitFor()
})

test('a refusal of the server is shown as a sentence', async () => {
  await using stage = await setStage(browser)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))

  await stage.simulator.close()
  await page.getByLabel('消息内容').fill('还在吗')
  await page.getByLabel('消息内容').press('Enter')

  await page.getByRole('alert').getByText('连不上本地飞书').waitFor()
  expect(await page.getByLabel('消息内容').inputValue()).toBe('还在吗')
})

test('on a phone one pane is seen at a time and nothing scrolls sideways', async () => {
  await using stage = await setStage(browser)
  const columns = Array.from({ length: 8 }, (_, at) => ({
    name: `c${at}`,
    display_name: `第${at}列`,
    data_type: 'text',
  }))
  const row = Object.fromEntries(columns.map((column) => [column.name, '很长的一格文字内容']))
  await stage.sendCard(
    group,
    cardOf('一张很宽的卡片', [
      { tag: 'markdown', content: `a${'很长'.repeat(80)} ${'x'.repeat(300)}` },
      { tag: 'table', columns, rows: [row] },
      { tag: 'input', name: 'i', width: 'fill', placeholder: plain('填写') },
    ]),
  )
  const { page } = await stage.open(clerk, '', 'phone')
  const sideways = () => page.evaluate<number>(SIDEWAYS)

  expect(await page.getByRole('main').isVisible()).toBe(false)
  expect(await sideways()).toBe(0)
  await chatLine(page, group).tap()
  await page.getByRole('article', { name: '一张很宽的卡片' }).waitFor()
  expect(await sideways()).toBe(0)
  expect(await page.getByRole('region', { name: '会话' }).isVisible()).toBe(false)
  await page.getByRole('button', { name: '返回会话列表' }).tap()
  await page.getByRole('button', { name: /换个人/ }).tap()
  await page.getByRole('navigation', { name: '扮演谁' }).waitFor()
  expect(await sideways()).toBe(0)
})
