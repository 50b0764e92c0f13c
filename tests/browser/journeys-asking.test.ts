// What people ask the bot in the page: their reports, how far one is, how a county stands; what it does not understand,
// and what it says in groups.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { become, cardTitled, findBot, openCity, openGroup, press, say } from './city.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const limit = 90_000

test('a clerk finds the own report in the list, opens it, and asks how far it is', {
  timeout: limit,
}, async () => {
  await using city = await openCity(browser)
  const { page } = city
  await become(page, '王秀兰')
  await findBot(page)
  await say(page, '张三3月5日从农业办调到应急办，专职，有注安师证')
  await press(await cardTitled(page, '人员变动：请核对'), '保存')
  await cardTitled(page, '人员变动已登记')

  await page.getByRole('region', { name: '机器人菜单' }).getByRole('button', { name: '我的上报' }).click()
  const list = await cardTitled(page, '我的上报')
  await list.getByText('张三 转岗 2026-03-05').waitFor()
  await press(list, '看详情')
  await expect.poll(() => page.getByRole('article', { name: '人员变动已登记' }).count()).toBe(2)
  await say(page, '进度 RY-20260306-001')
  const progress = await cardTitled(page, '进度 RY-20260306-001')

  await progress.getByText(/保存，计入达标情况/).waitFor()
  expect(city.troubles).toEqual([])
})

test('a county leader sees how the county stands, goes down to a unit and back', {
  timeout: limit,
}, async () => {
  await using city = await openCity(browser)
  const { page } = city
  await become(page, '刘明远')
  await findBot(page)

  await say(page, '达标 沁水县')
  const county = await cardTitled(page, '沁水县 达标情况')
  await county.getByText(/^第五条·专职应急人员不少于3名 \d+\/\d+/).waitFor()
  await press(county, '查看')
  const unit = await cardTitled(page, /^沁水县.+ 达标情况$/)
  await unit.getByText('不达标', { exact: true }).first().waitFor()
  expect(await page.getByRole('article', { name: '沁水县 达标情况', exact: true }).count()).toBe(0)
  await press(unit, '返回沁水县')

  await cardTitled(page, '沁水县 达标情况')
  expect(city.troubles).toEqual([])
})

test('what the bot does not understand is answered with three things to say and the menu', {
  timeout: limit,
}, async () => {
  await using city = await openCity(browser)
  const { page } = city
  await become(page, '王秀兰')
  await findBot(page)

  await say(page, '今天天气不错')
  const answer = await cardTitled(page, '没看懂这句话')
  expect(await answer.getByRole('listitem').count()).toBe(3)
  await answer.getByText('打开菜单').click()

  const menu = await cardTitled(page, '安监通能做什么')
  for (const tile of ['报人员变动', '登记培训', '报隐患', '我的上报', '达标情况'])
    await menu.getByText(tile, { exact: true }).waitFor()
  expect(city.troubles).toEqual([])
})

test('in a group the bot speaks when it is mentioned, and of people only in private', {
  timeout: limit,
}, async () => {
  await using city = await openCity(browser)
  const { page } = city
  const group = '郑庄镇应急工作群'
  await become(page, '王秀兰')
  await openGroup(page, group)
  const ofBot = page.getByRole('log').locator('[data-from=bot]')

  await say(page, '达标')
  await say(page, '@达标')
  const standing = await cardTitled(page, '沁水县郑庄镇 达标情况')
  await standing.getByText('专职应急管理人员 2人，至少3人，还差1人').waitFor()
  expect(await ofBot.count()).toBe(1)
  await say(page, '@张三3月5日从农业办调到应急办，专职，有注安师证')
  await page.getByRole('log').getByText('涉及个人和单位明细，已私信您。').waitFor()
  expect(await page.getByRole('article', { name: '人员变动：请核对' }).count()).toBe(0)
  await findBot(page)

  await cardTitled(page, '人员变动：请核对')
  expect(city.troubles).toEqual([])
})
