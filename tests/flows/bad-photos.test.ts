// Photos that cannot be kept: refused with a sentence, and the tip after them is stored.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mostFileBytes } from '../../bot/media.ts'
import { people, sentences, startSmall } from '../support/small.ts'
import { nothing, stored } from './plain-words.ts'

const { public: witness } = people

describe('a photo', () => {
  const megabytes = mostFileBytes / 1024 / 1024
  const bad: [string, 'image' | 'file', Uint8Array, RegExp][] = [
    ['of no bytes', 'image', new Uint8Array(), /图片是空的（0字节），没有存下来。请重新拍摄或选择后再发/],
    [
      'of 60 MB',
      'image',
      Buffer.alloc(60 * 1024 * 1024),
      new RegExp(`图片超过${megabytes}MB，没有存下来。请`),
    ],
    [
      'that is none',
      'image',
      Buffer.from('GIF89a, or so it says'),
      /不是能打开的照片，没有存下来。请发JPG、PNG等格式/,
    ],
    [
      'cut off in the middle',
      'image',
      Buffer.from('ffd8ffe000104a46494600010100', 'hex'),
      /不是能打开的照片/,
    ],
    [
      'sent as a file of 60 MB',
      'file',
      Buffer.alloc(60 * 1024 * 1024),
      new RegExp(`“a.jpg”超过${megabytes}MB，没有存下来`),
    ],
    ['sent as a file of no bytes', 'file', new Uint8Array(), /“a.jpg”是空的（0字节），没有存下来/],
  ]

  test.each(bad)(
    '%s is refused with a sentence, and the tip after it is stored without',
    async (_, kind, bytes, sentence) => {
      await using bot = await startSmall()

      const { text } = await bot.send(witness, { kind, bytes, name: 'a.jpg' })
      expect(text).toMatch(sentence)
      expect(await stored(bot)).toEqual(nothing)
      expect(existsSync(join(bot.dataDir, 'files')) ? readdirSync(join(bot.dataDir, 'files')) : []).toEqual(
        [],
      )

      const receipt = await bot.say(witness, sentences.hazard)
      expect(receipt.text).toContain('已收到')
      expect(await stored(bot)).toMatchObject({ tips: 1, files: 0, troubles: 0 })
    },
  )

  test('that was taken back before it was fetched is said to be gone', async () => {
    await using bot = await startSmall()
    const chatId = bot.feishu.botChat(witness)
    const bytes = Buffer.from('never read')
    bot.feishu.setFaults({ delayPushesMs: 1 })
    const { messageId } = bot.feishu.upload({ as: witness, chatId, kind: 'image', bytes, fileName: 'a.jpg' })

    bot.feishu.recall({ as: witness, messageId })
    await bot.settle()

    expect(bot.last(witness).text).toMatch(/已经取不到了，没有存下来。请重新发送/)
    expect(await stored(bot)).toEqual(nothing)
  })
})
