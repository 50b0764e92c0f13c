// Presses on cards: each sends exactly what the platform would send, and the answer is shown.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, group } from '../simulator/bot.ts'
import { launchBrowser } from '../support/browser.ts'
import { reportForm, singles } from './sample-cards.ts'
import { cardOf, chatLine, messageOn, plain, setStage } from './stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const saved = { toast: { type: 'success', content: '已保存' } }

test('submitting a form sends its values with the zone of picked times, and shows the bot’s toast', async () => {
  await using stage = await setStage(browser, () => saved)
  const id = await stage.sendCard(clerk, reportForm)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))
  const card = messageOn(page, id)

  await card.getByRole('combobox', { name: '报送单位' }).click()
  await page.getByRole('option', { name: '城东街道办' }).click()
  await card.getByLabel('发生时间').fill('2026-07-21T08:05')
  await card.getByLabel('情况说明').fill('水位 3.4 米\n继续观察')
  await card.getByRole('combobox', { name: '隐患类别' }).click()
  await page.getByRole('option', { name: '停电' }).click()
  await page.keyboard.press('Escape')
  await card.getByRole('checkbox', { name: '属实' }).check()
  await card.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('status').getByText('已保存').waitFor()

  expect(stage.lastAction()).toEqual({
    tag: 'button',
    name: 'btn_submit',
    value: { act: 'draft.review', draft: 'd_7f3a', rev: 3 },
    timezone: 'Asia/Shanghai',
    form_value: {
      unit_id: 'u101',
      happened_at: '2026-07-21 08:05 +0800',
      summary_text: '水位 3.4 米\n继续观察',
      kinds: ['h1', 'h2'],
      owner: '',
      agree: true,
    },
  })
})

test('a form with something required missing is not sent, and says what is missing and goes there', async () => {
  await using stage = await setStage(browser, () => saved)
  const id = await stage.sendCard(clerk, reportForm)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))
  const card = messageOn(page, id)

  await card.getByLabel('情况说明').fill('  ')
  await card.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('alert').getByText('有必填项未填写').waitFor()
  await card.getByText('这一项必填').waitFor()
  expect(await card.getByLabel('情况说明').getAttribute('aria-invalid')).toBe('true')
  expect(await card.locator(':focus').inputValue()).toBe('  ')
  await card.getByRole('button', { name: '还原' }).click()

  expect(await card.getByLabel('情况说明').inputValue()).toBe('河西泵站水位 3.2 米')
  expect(stage.lastAction()).toBeUndefined()
})

test.each(singles)('outside a form, $what sends $action', async ({ element, act, action }) => {
  await using stage = await setStage(browser, () => saved)
  const id = await stage.sendCard(
    clerk,
    cardOf('单个组件', [{ tag: 'markdown', content: '责任人' }, element]),
  )
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))

  await act(messageOn(page, id))
  await page.getByRole('status').getByText('已保存').waitFor()

  expect(stage.lastAction()).toEqual(action)
})

test('a button with a question asks it first: no sends nothing, yes sends the value', async () => {
  await using stage = await setStage(browser, () => saved)
  const button = {
    tag: 'button',
    text: plain('撤回'),
    confirm: { title: plain('撤回这条登记？'), text: plain('结论会改为未达标。') },
    behaviors: [{ type: 'callback', value: { act: 'undo' } }],
  }
  const id = await stage.sendCard(clerk, cardOf('回执', [button]))
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))
  const dialog = page.getByRole('dialog', { name: '撤回这条登记？' })

  await messageOn(page, id).getByRole('button', { name: '撤回' }).click()
  await dialog.getByText('结论会改为未达标。').waitFor()
  await dialog.getByRole('button', { name: '取消' }).click()
  expect(await dialog.count()).toBe(0)
  await messageOn(page, id).getByRole('button', { name: '撤回' }).click()
  await dialog.getByRole('button', { name: '确定' }).click()
  await page.getByRole('status').getByText('已保存').waitFor()

  const presses = stage.bot.received.filter((one) => one.event_type === 'card.action.trigger')
  expect(presses.map((one) => one['action'])).toEqual([{ tag: 'button', value: { act: 'undo' } }])
})

test('a link shows its address instead of going there, and sends nothing', async () => {
  await using stage = await setStage(browser)
  const open = [{ type: 'open_url', default_url: 'https://gov.example.cn/list?unit=1' }]
  const id = await stage.sendCard(
    clerk,
    cardOf('名单', [{ tag: 'button', text: plain('打开名单'), behaviors: open }]),
  )
  const { page, troubles } = await stage.open(clerk, stage.simulator.botChat(clerk))

  await messageOn(page, id).getByRole('button', { name: '打开名单' }).click()
  await page
    .getByRole('dialog', { name: '打开链接' })
    .getByText('https://gov.example.cn/list?unit=1')
    .waitFor()

  expect(stage.lastAction()).toBeUndefined()
  expect(troubles).toEqual([])
})

test('the card the bot answers with replaces the old one for everybody who sees it', async () => {
  const receipt = cardOf('已登记', [{ tag: 'markdown', content: '编号 JC-0231' }])
  await using stage = await setStage(browser, () => ({ ...saved, card: { type: 'raw', data: receipt } }))
  const id = await stage.sendCard(clerk, reportForm)
  const first = await stage.open(clerk, stage.simulator.botChat(clerk))
  const second = await stage.open(clerk, stage.simulator.botChat(clerk))

  await messageOn(first.page, id).getByRole('button', { name: '下一步' }).click()

  await messageOn(first.page, id).getByText('编号 JC-0231').waitFor()
  await messageOn(second.page, id).getByText('编号 JC-0231').waitFor()
  expect(await messageOn(second.page, id).getByRole('button', { name: '下一步' }).count()).toBe(0)
})

test('while the bot has not answered the card is locked, and silence shows the platform’s number', async () => {
  await using stage = await setStage(browser, () => new Promise(() => undefined))
  const id = await stage.sendCard(clerk, reportForm)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))
  const submit = messageOn(page, id).getByRole('button', { name: '下一步' })

  await submit.click()
  await submit.and(page.locator('[aria-busy=true]')).waitFor()
  await submit.click({ force: true })
  await messageOn(page, id).getByRole('alert').getByText('200341').waitFor()

  expect(await submit.getAttribute('aria-disabled')).toBe('false')
  expect(stage.bot.received.filter((one) => one.event_type === 'card.action.trigger')).toHaveLength(1)
})

test('what was typed into a form is still there after looking at another chat', async () => {
  await using stage = await setStage(browser)
  const id = await stage.sendCard(clerk, reportForm)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))

  await messageOn(page, id).getByLabel('情况说明').fill('写了一半')
  await chatLine(page, group).click()
  await page.getByRole('main', { name: '沁水县安监群' }).waitFor()
  await chatLine(page, stage.simulator.botChat(clerk)).click()

  expect(await messageOn(page, id).getByLabel('情况说明').inputValue()).toBe('写了一半')
})
