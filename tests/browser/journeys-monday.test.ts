// Monday morning in the page: its button moves the clock, every group gets the week of its own level, everybody at most
// one list of what to mind, and the buttons lead on.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { become, cardTitled, findBot, openCity, openGroup, press, toast } from './city.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const limit = 120_000

/** The leader of the city presses the button and waits for the first card in the city's group. */
async function jumpToMonday(page: Page): Promise<void> {
  await become(page, '郭志华')
  await page.getByRole('button', { name: '快进到下周一 09:00' }).click()
  await page.getByRole('region', { name: '模拟时间' }).getByText('3月9日 周一').waitFor()
}

/** Every chart of the card is drawn. */
async function expectCharts(card: Locator, titles: readonly RegExp[]): Promise<void> {
  for (const name of titles) await card.getByRole('img', { name }).locator('canvas').first().waitFor()
}

test('on Monday city, county and township read their own week, and the buttons lead down', {
  timeout: limit,
}, async () => {
  await using city = await openCity(browser, { jobs: 'awake' })
  const { page } = city
  await jumpToMonday(page)

  await openGroup(page, '晋城市安全监管能力建设')
  const week = await cardTitled(page, '晋城市 安全监管能力周报')
  await week.getByText(/^达标 \d+\/117 家/).waitFor()
  await expectCharts(week, [/^近\d周达标率/, /^各县（市、区）达标单位占比/])
  await week.getByText('最需要补的5家').waitFor()
  await press(week, '全部单位')
  await toast(page, '已私信您，请到与我的单聊里查看。').waitFor()

  await openGroup(page, '沁水县安全监管工作群')
  const county = await cardTitled(page, '沁水县 安全监管能力周报')
  await expectCharts(county, [/^近\d周达标率/, /^各单位达标条款占比/])
  await county.getByRole('button', { name: '查看' }).first().click()

  await findBot(page)
  const units = await cardTitled(page, '晋城市 全部单位')
  await units.getByText('沁水县', { exact: true }).waitFor()
  await cardTitled(page, /^沁水县.+ 达标情况$/)

  await become(page, '王秀兰')
  await openGroup(page, '郑庄镇应急工作群')
  const todo = await cardTitled(page, '沁水县郑庄镇 本周待办')
  await todo.getByText(/专职应急管理人员 2人，至少3人，还差1人/).waitFor()
  await expectCharts(todo, [/^近\d周达标条款占比/])
  expect(city.troubles).toEqual([])
})

test('everybody gets one list of what to mind, and 已知悉 is kept on it', { timeout: limit }, async () => {
  await using city = await openCity(browser, { jobs: 'awake' })
  const { page } = city
  await jumpToMonday(page)

  await become(page, '王秀兰')
  await findBot(page)
  const digest = await cardTitled(page, '提醒 3月9日')
  expect(await page.getByRole('article', { name: /^提醒/ }).count()).toBe(1)
  await digest.getByText(/专职应急管理人员不足/).waitFor()
  await press(digest, '已知悉')

  await toast(page, /^已记录：知悉\d+项$/).waitFor()
  await digest
    .getByText(/已知悉/)
    .first()
    .waitFor()
  expect(await digest.getByRole('button', { name: '已知悉' }).count()).toBe(0)
  expect(city.troubles).toEqual([])
})
