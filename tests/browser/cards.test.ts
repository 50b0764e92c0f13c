// Cards in the page: every component is drawn, by its role and with its words.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, leader } from '../simulator/bot.ts'
import { launchBrowser } from '../support/browser.ts'
import { allComponents } from './sample-cards.ts'
import { cardOf, messageOn, setStage } from './stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('every component of a card is drawn, by its role and with its words', async () => {
  await using stage = await setStage(browser)
  const id = await stage.sendCard(clerk, allComponents(leader))
  const { page, troubles } = await stage.open(clerk, stage.simulator.botChat(clerk))
  const card = messageOn(page, id).getByRole('article', { name: '全部组件' })
  await card.waitFor()

  expect(await card.locator('header').getAttribute('data-template')).toBe('indigo')
  expect(await card.locator('header [data-tag=text_tag]').textContent()).toBe('草稿')
  await card.getByText('第 1 步 / 共 2 步').waitFor()
  await card.getByRole('heading', { name: '标题', level: 2 }).waitFor()
  await card.getByRole('listitem').getByText('一项').waitFor()
  await card.getByText('@李四').waitFor()
  await card.getByText('2026年7月20日').waitFor()
  expect(await card.locator('[data-tag=number_tag]').textContent()).toBe('7')
  expect(await card.getByText('下降').getAttribute('style')).toContain('--red-600')
  expect(await card.locator('[data-tag=div]').getByText('**不是粗体**').count()).toBe(1)
  expect(await card.locator('[data-tag=person]').textContent()).toContain('李四')
  expect(await card.locator('[data-tag=hr]').count()).toBe(1)
  expect(await card.locator('[data-tag=column]').count()).toBe(3)
  expect(await card.locator('[data-tag=overflow]').getByRole('button', { name: '更多' }).count()).toBe(1)
  const cells = await card.getByRole('table').getByRole('cell').allTextContents()
  expect(cells.slice(0, 5)).toEqual(['北山镇', '¥1,234.50', '2026-07-20', '逾期需督办', '明细'])
  expect(cells[5]).toContain('李四')
  expect(await card.getByRole('columnheader').allTextContents()).toEqual([
    '单位',
    '经费',
    '日期',
    '状态',
    '链接',
    '责任人',
  ])
  expect(await card.locator('.unknown').count()).toBe(0)
  expect(troubles).toEqual([])
})

test('a chart is drawn on a canvas, under the name of its title', async () => {
  await using stage = await setStage(browser)
  const values = [
    { week: '27周', rate: 93.7 },
    { week: '28周', rate: 91.3 },
  ]
  const spec = { type: 'bar', title: { text: '按时率' }, data: { values }, xField: 'week', yField: 'rate' }
  const id = await stage.sendCard(
    clerk,
    cardOf('周报', [{ tag: 'chart', aspect_ratio: '2:1', chart_spec: spec }]),
  )
  const { page, troubles } = await stage.open(clerk, stage.simulator.botChat(clerk))

  const chart = messageOn(page, id).getByRole('img', { name: '按时率' })
  await chart.locator('canvas').first().waitFor()
  await messageOn(page, id).hover()
  await page.getByRole('button', { name: '放大图表' }).click()
  await page.getByRole('dialog').locator('canvas').first().waitFor()

  expect(troubles).toEqual([])
})

test('a table turns its pages', async () => {
  await using stage = await setStage(browser)
  const columns = [{ name: 'u', display_name: '单位', data_type: 'text' }]
  const rows = Array.from({ length: 7 }, (_, at) => ({ u: `第${at + 1}个` }))
  const id = await stage.sendCard(clerk, cardOf('名单', [{ tag: 'table', page_size: 5, columns, rows }]))
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))
  const table = messageOn(page, id)

  expect(await table.getByRole('cell').count()).toBe(5)
  await table.getByRole('button', { name: '下一页' }).click()

  expect(await table.getByRole('cell').allTextContents()).toEqual(['第6个', '第7个'])
})
