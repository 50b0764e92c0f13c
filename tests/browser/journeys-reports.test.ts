// A person reports in the page, and the real bot answers: by one sentence, by the form, on a desk and on a phone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { become, cardTitled, colourOf, findBot, openCity, press, say, toast } from './city.ts'
import { sideways } from './stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const limit = 90_000

/** The clerk of 郑庄镇 says one sentence, checks it, saves it, and takes it back; `seen` is asked after each step. */
async function reportAndTakeBack(page: Page, seen: () => Promise<void>): Promise<void> {
  await become(page, '王秀兰')
  await findBot(page)
  await say(page, '张三3月5日从农业办调到应急办，专职，有注安师证')
  const draft = await cardTitled(page, '人员变动：请核对')
  for (const words of ['待确认', '张三', '转岗', '2026-03-05', '应急办', '注册安全工程师'])
    await draft.getByText(words).first().waitFor()
  await seen()

  await press(draft, '保存')
  await toast(page, '已登记 RY-20260306-001').waitFor()
  const receipt = await cardTitled(page, '人员变动已登记')
  await receipt.getByText('专职应急管理人员 2→3人，达到第五条“至少3人”').waitFor()
  expect(await receipt.getByText('RY-20260306-001', { exact: true }).count()).toBe(1)
  expect(await colourOf(receipt)).toBe('green')
  await seen()

  await press(receipt, '撤回')
  const question = page.getByRole('dialog', { name: '撤回这条上报？' })
  await question.getByRole('button', { name: '取消' }).click()
  expect(await page.getByRole('article', { name: '人员变动已撤回' }).count()).toBe(0)
  await press(receipt, '撤回')
  await question.getByRole('button', { name: '确定' }).click()
  const ended = await cardTitled(page, '人员变动已撤回')
  await ended.getByText(/3→2人，降到要求以下/).waitFor()
  expect(await colourOf(ended)).toBe('grey')
  await seen()
}

test('a clerk says one sentence, saves it, reads what it changed, and takes it back', {
  timeout: limit,
}, async () => {
  await using city = await openCity(browser)

  await reportAndTakeBack(city.page, async () => undefined)

  expect(city.troubles).toEqual([])
})

test('on a phone the same is done without scrolling sideways', { timeout: limit }, async () => {
  await using city = await openCity(browser, { screen: 'phone' })

  await reportAndTakeBack(city.page, async () => expect(await sideways(city.page)).toBe(0))

  expect(city.troubles).toEqual([])
})

test('the form of the menu asks for what is missing, and saves the same report', {
  timeout: limit,
}, async () => {
  await using city = await openCity(browser)
  const { page } = city
  await become(page, '王秀兰')
  await findBot(page)
  await page.getByRole('region', { name: '机器人菜单' }).getByRole('button', { name: '报人员变动' }).click()
  const form = await cardTitled(page, '人员变动')

  await press(form, '提交并保存')
  await page.getByRole('alert').getByText('有必填项未填写').waitFor()
  expect(await form.getByText('这一项必填').count()).toBe(3)
  await form.getByLabel('姓名').fill('张三')
  await form.getByRole('combobox', { name: '变动' }).click()
  await form.getByRole('option', { name: '转岗' }).click()
  await form.getByLabel('生效日期').fill('2026-03-05')
  await form.getByRole('combobox', { name: '专职' }).click()
  await form.getByRole('option', { name: '是', exact: true }).click()
  await form.getByRole('button', { name: /^更多/ }).click()
  await form.getByLabel('原科室').fill('农业办')
  await press(form, '提交并保存')

  const receipt = await cardTitled(page, '人员变动已登记')
  await receipt.getByText('RY-20260306-001', { exact: true }).waitFor()
  await receipt.getByText(/2→3人，达到第五条/).waitFor()
  expect(city.troubles).toEqual([])
})

test('an officer reports a course and reads when the next one is due and what to send then', {
  timeout: limit,
}, async () => {
  await using city = await openCity(browser, { day: '2026-03-20' })
  const { page } = city
  await become(page, '李四')
  await findBot(page)

  await say(page, '李四3月4日至17日参加执法资格培训，80学时，考试合格')
  const draft = await cardTitled(page, '培训情况：请核对')
  for (const words of ['2026-03-04', '2026-03-17', '80 学时', '合格'])
    await draft.getByText(words).first().waitFor()
  await press(draft, '保存')

  const receipt = await cardTitled(page, '培训情况已登记')
  await receipt.getByText('PX-20260320-001', { exact: true }).waitFor()
  await receipt.getByText(/下次轮训应在 2029-03-17 前完成/).waitFor()
  await receipt.getByText(/拿到执法证后请再发一句登记/).waitFor()
  expect(city.troubles).toEqual([])
})
