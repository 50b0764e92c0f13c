// A photo on a card that is pressed: the answer to the press shows it by the key the platform knows.
import sharp from 'sharp'
import { expect, test } from 'vitest'
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
