// What the bot stores but cannot read: voice messages, videos, photographed tables. It says so and puts the forms one
// tap away.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { opus } from '../support/recordings.ts'
import { people, sentences, startSmall } from '../support/small.ts'

const voice = { kind: 'audio', bytes: opus(3000), name: '录音.opus' } as const
const rows = (bot: TestApp) => bot.database.transact((tx) => tx.file.findMany())

/** The bytes of the only stored file. */
function onDisk(bot: TestApp): Buffer {
  const folder = join(bot.dataDir, 'files')
  const [name, ...others] = readdirSync(folder)
  expect(others).toEqual([])
  return readFileSync(join(folder, name ?? ''))
}

describe('a voice message', () => {
  test('of a clerk is stored encrypted, said not to be understood, and a tap opens a form', async () => {
    await using bot = await startSmall()

    const answer = await bot.send(people.clerk, voice)

    expect(await rows(bot)).toMatchObject([{ kind: 'file', mime: 'audio/ogg', bytes: voice.bytes.length }])
    expect(onDisk(bot).includes('OpusHead')).toBe(false)
    expect(answer.text).toContain('语音已收到并加密保存，但里面说了什么我听不懂')
    await bot.click(people.clerk, answer, '登记培训')
    const form = bot.last(people.clerk)
    expect(form.messageId).not.toBe(answer.messageId)
    expect(form.text).toContain('培训类型')
  })

  test('of one of the public offers the one form that is open to everybody', async () => {
    await using bot = await startSmall()

    const answer = await bot.send(people.public, voice)

    expect(answer.text).not.toContain('登记培训')
    expect(answer.text).not.toContain('模板')
    await bot.click(people.public, answer, '报隐患')
    expect(bot.last(people.public).text).toContain('什么问题')
  })

  test('after a tip is kept with it, and both sides know that nobody hears it on a card', async () => {
    await using bot = await startSmall()
    await bot.say(people.public, sentences.hazard)

    const answer = await bot.send(people.public, voice)

    expect(answer.text).toMatch(/语音已随举报 YH-\S+ 保存，但经办人在卡片上打不开/)
    expect(bot.last(people.officer).text).toContain('已收下附件（卡片上打不开）：1个')
    expect(bot.last(people.officer).text).not.toContain('照片')
    expect((await rows(bot))[0]?.reportId).not.toBeNull()
  })

  test('in a group is neither kept nor answered, even where the bot hears everything', async () => {
    await using bot = await startSmall()
    bot.feishu.setFaults({ extraScopes: ['im:message.group_msg'] })
    const { chatId } = bot.feishu.createChat({ as: people.clerk, name: '群', openIds: [], withBot: true })
    await bot.settle()
    const before = bot.feishu.messages(chatId).length

    bot.feishu.upload({ as: people.clerk, chatId, kind: 'audio', bytes: voice.bytes, fileName: voice.name })
    await bot.settle()

    expect(bot.feishu.messages(chatId)).toHaveLength(before + 1)
    expect(existsSync(join(bot.dataDir, 'files'))).toBe(false)
  })

  test.each([
    ['of no bytes', new Uint8Array(), '您发的语音是空的'],
    ['of 31 MB', Buffer.alloc(31 * 1024 * 1024), '您发的语音超过30MB'],
  ])('%s is refused by what it is', async (_, bytes, words) => {
    await using bot = await startSmall()

    expect((await bot.send(people.clerk, { ...voice, bytes })).text).toContain(words)
    expect(await rows(bot)).toEqual([])
  })
})

test('a video is stored and answered like a voice message', async () => {
  await using bot = await startSmall()

  const answer = await bot.send(people.clerk, { kind: 'media', bytes: Buffer.alloc(99), name: '现场.mp4' })

  expect(answer.text).toContain('视频已收到并加密保存')
  expect(await rows(bot)).toMatchObject([{ kind: 'file', mime: 'video/mp4' }])
  await bot.click(people.clerk, answer, '报人员变动')
  expect(bot.last(people.clerk).text).toContain('生效日期')
})

test('a photographed table of a member: a tap brings the workbook to fill in, another one the form', async () => {
  await using bot = await startSmall()
  const create = { width: 64, height: 48, channels: 3, background: '#888888' } as const
  const bytes = await sharp({ create }).jpeg().toBuffer()

  const answer = await bot.send(people.clerk, { kind: 'image', bytes, name: '名单.jpg' })

  expect(answer.text).toContain('照片、语音、文档里的名单我读不了')
  expect(await rows(bot)).toMatchObject([{ kind: 'photo', reportId: null }])
  await bot.click(people.clerk, answer, '人员名单模板')
  expect(bot.last(people.clerk).text).toContain('人员名单模板在上面')
  expect((await bot.file(people.clerk)).subarray(0, 2).toString()).toBe('PK')
  await bot.click(people.clerk, answer, '报人员变动')
  expect(bot.last(people.clerk).text).toContain('生效日期')
})

test('a photo of one of the public is answered with a question and the form for tips, to which it is added', async () => {
  await using bot = await startSmall()
  const create = { width: 64, height: 48, channels: 3, background: '#888888' } as const
  const bytes = await sharp({ create }).jpeg().toBuffer()

  const answer = await bot.send(people.public, { kind: 'image', bytes, name: 'a.jpg' })

  expect(answer.text).toContain('请用一句话说明在哪里')
  expect(answer.text).not.toContain('名单')
  await bot.click(people.public, answer, '报隐患')
  const form = { description: '三号皮带机没有护罩' }
  expect((await bot.click(people.public, bot.last(people.public), '提交', form)).toast).toContain('已收到')
  expect(await rows(bot)).toMatchObject([{ kind: 'photo', reportId: 1 }])
})
