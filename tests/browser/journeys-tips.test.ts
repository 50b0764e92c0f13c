// A tip goes from a member of the public to the handler and back, in the page, photo included.
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { become, cardTitled, findBot, openCity, press, say, toast } from './city.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A photo from a phone: chosen with the button beside the message. */
async function sendPhoto(page: Page): Promise<void> {
  const belt = { width: 640, height: 480, channels: 3, background: '#7a6a55' } as const
  const buffer = await sharp({ create: belt }).jpeg().toBuffer()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '发图片' }).click()
  await (await chosen).setFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer })
}

test('a tip with a photo has its number at once, its handler accepts it, and the sender sees it', {
  timeout: 90_000,
}, async () => {
  await using city = await openCity(browser)
  const { page } = city
  await become(page, '田小雨')
  await findBot(page)
  await sendPhoto(page)
  await page.getByRole('log').getByText('照片已收到。请用一句话说明在哪里、什么问题').waitFor()
  await say(page, '泽州县子丑煤业三号皮带机没有护罩')
  const receipt = await cardTitled(page, '举报已收到 YH-20260306-001')
  for (const words of ['已收到并编号', '已转：泽州县应急管理局', '已收下照片：1张'])
    await receipt.getByText(words).waitFor()

  await become(page, '陈志强')
  await page.getByRole('region', { name: '会话' }).getByText('1条未读').waitFor()
  await findBot(page)
  const tip = await cardTitled(page, '隐患线索 YH-20260306-001')
  await tip.getByRole('button', { name: '看大图 现场照片' }).waitFor()
  expect(await tip.getByText('田小雨').count()).toBe(0)
  await press(tip, '受理')
  await toast(page, '已受理，举报人会收到通知。').waitFor()
  await tip.getByText('已受理', { exact: true }).waitFor()
  expect(await tip.getByRole('button', { name: '受理', exact: true }).count()).toBe(0)

  await become(page, '田小雨')
  await page.getByRole('region', { name: '会话' }).getByText('1条未读').waitFor()
  await findBot(page)
  await page.getByRole('log').getByText('您的举报 YH-20260306-001 已受理，正在安排核查。').waitFor()
  const followed = await cardTitled(page, '举报 YH-20260306-001')
  await followed.getByText('已受理', { exact: true }).waitFor()
  expect(city.troubles).toEqual([])
})
