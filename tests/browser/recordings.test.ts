// Voice messages and videos on the page: attached, drawn, played.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk } from '../simulator/bot.ts'
import { launchBrowser } from '../support/browser.ts'
import { opus, wave } from '../support/recordings.ts'
import { setStage } from './stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const attach = (page: Page, name: string, buffer: Buffer) =>
  page.locator('[data-attach=audio]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

test('an attached recording goes out as a voice message and is drawn with its seconds', async () => {
  await using stage = await setStage(browser)
  const { page, troubles } = await stage.open(clerk, stage.simulator.botChat(clerk))

  await attach(page, '录音.opus', opus(12_300))
  const bubble = page.getByRole('log').getByRole('button', { name: '语音 12秒' })
  await bubble.getByText('12″').waitFor()

  const message = await stage.simulator.messageWhere((one) => one.from === clerk)
  expect(message.type).toBe('audio')
  expect(JSON.parse(message.content)).toMatchObject({ duration: 12_300 })
  expect(troubles).toEqual([])
})

test('what the browser knows is measured by it, and plays when the bubble is pressed', async () => {
  await using stage = await setStage(browser)
  const { page, troubles } = await stage.open(clerk, stage.simulator.botChat(clerk))

  await attach(page, '录音.mp3', wave(65_000))
  const bubble = page.getByRole('log').getByRole('button', { name: '语音 65秒' })
  await bubble.getByText('1′05″').waitFor()
  await bubble.click()

  await expect.poll(() => bubble.getAttribute('aria-pressed')).toBe('true')
  await bubble.click()
  await expect.poll(() => bubble.getAttribute('aria-pressed')).toBe('false')
  expect(troubles).toEqual([])
})

test('a video goes out as one', async () => {
  await using stage = await setStage(browser)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))
  const video = { name: '现场.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(3000) }

  await page.locator('[data-attach=image]').setInputFiles(video)

  const message = await stage.simulator.messageWhere((one) => one.from === clerk)
  expect(message.type).toBe('media')
  await page.getByRole('log').getByLabel('张三发的视频').waitFor()
})
