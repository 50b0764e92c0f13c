// A photo on its way through the bot: kept once, and shown on a pressed card by the key the platform knows.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { handle } from '../../handlers/index.ts'
import { people, sentences, startSmall } from '../support/small.ts'

const { public: sender, officer: handler } = people

test('a handler accepts a tip with a photo, and the pressed card keeps the photo', async () => {
  await using bot = await startSmall()
  const grey = { width: 64, height: 48, channels: 3, background: '#888888' } as const
  const bytes = await sharp({ create: grey }).jpeg().toBuffer()
  await bot.send(sender, { kind: 'image', bytes, name: '现场.jpg' })
  await bot.say(sender, sentences.hazard)

  const pressed = await bot.click(handler, bot.last(handler), '受理')

  expect(pressed.toast).toBe('已受理，举报人会收到通知。')
  expect(pressed.text).toContain('已受理')
  const card = await bot.feishu.messageWhere((message) => message.messageId === pressed.messageId)
  expect(card.content).toMatch(/"img_key":"img_/)
})

test('a photo whose message has to be worked on twice is kept once', async () => {
  let tries = 0
  await using bot = await startSmall({
    async handle(inbound, ctx) {
      tries += 1
      if (tries === 1) throw new Error('not now')
      return await handle(inbound, ctx)
    },
  })
  const create = { width: 64, height: 48, channels: 3, background: '#888888' } as const

  await bot.send(sender, { kind: 'image', bytes: await sharp({ create }).jpeg().toBuffer(), name: 'a.jpg' })
  await bot.pass(2)

  expect(tries).toBe(2)
  expect(bot.last(sender).text).toContain('照片已收到')
  expect(readdirSync(join(bot.dataDir, 'files'))).toHaveLength(1)
  expect(await bot.database.transact((tx) => tx.file.count())).toBe(1)
})
