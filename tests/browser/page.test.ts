// The page as a whole: whom to be, the clock, the drawer, refusals, and the phone.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSimulator } from '../../simulator/simulator.ts'
import { emptyWorld } from '../../simulator/world.ts'
import { clerk, group, leader, startMs, world } from '../simulator/bot.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { cardOf, chatLine, closePage, plain, setStage, sideways } from './stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

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

  expect(await page.getByRole('main').isVisible()).toBe(false)
  expect(await sideways(page)).toBe(0)
  await chatLine(page, group).tap()
  await page.getByRole('article', { name: '一张很宽的卡片' }).waitFor()
  expect(await sideways(page)).toBe(0)
  expect(await page.getByRole('region', { name: '会话' }).isVisible()).toBe(false)
  await page.getByRole('button', { name: '返回会话列表' }).tap()
  await page.getByRole('button', { name: /换个人/ }).tap()
  await page.getByRole('navigation', { name: '扮演谁' }).waitFor()
  expect(await sideways(page)).toBe(0)
})
