// Files that are not taken: a sentence that says what was read, what is expected and what to do.
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { people, sentences, startSmall } from '../support/small.ts'
import { cells, workbook } from '../support/workbooks.ts'

const xlsx = (rows: readonly (readonly (string | number)[])[]) => workbook({ sheet: cells(rows) })
const send = (bot: TestApp, bytes: Buffer, name: string) =>
  bot.send(people.clerk, { kind: 'file', bytes, name })

describe('what is not read is said so', () => {
  test.each([
    ['名单.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '另存为'],
    ['名单.xlsm', xlsx([['姓名', '科室']]), '宏'],
    [
      '名单.xlsx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      '密码',
    ],
    ['名单.xlsx', Buffer.from('这不是表格'), '打不开'],
    ['名单.xlsx', workbook({ sheet: ' '.repeat(60_000_000) }), '大得不正常'],
    ['名单.xlsx', workbook({ sheet: '' }), '没有内容'],
    [
      '名单.xlsx',
      xlsx([
        ['甲', '乙'],
        ['1', '2'],
      ]),
      '没有认出表头',
    ],
    ['名单.xlsx', xlsx([['姓名', '科室']]), '下面没有名单行'],
  ])('%s (%#)', async (name, bytes, words) => {
    await using bot = await startSmall()

    expect((await send(bot, bytes, name)).text).toContain(words)
  })

  test.each(['说明.pdf', '名单.docx', '资料.zip', '更新.exe', '脚本.js', '没有后缀'])(
    '%s is of a type that is not taken: nothing is stored, nothing joins the tip just filed',
    async (name) => {
      await using bot = await startSmall()
      await bot.say(people.clerk, sentences.hazard)

      const answer = await send(bot, Buffer.from('MZ'), name)

      expect(answer.text).toContain(`您发的“${name}”是我不能接收的文件类型，没有保存`)
      expect(answer.text).toContain('.xlsx、.csv')
      expect(await bot.database.transact((tx) => tx.file.count())).toBe(0)
    },
  )

  test('a photo and a video that are sent as files join the tip just filed', async () => {
    await using bot = await startSmall()
    await bot.say(people.clerk, sentences.hazard)
    const create = { width: 64, height: 48, channels: 3, background: '#888888' } as const

    const photo = await send(bot, await sharp({ create }).jpeg().toBuffer(), '现场.JPG')
    expect(photo.text).toContain('照片已加到举报')
    expect((await send(bot, Buffer.alloc(99), '现场.mp4')).text).toContain('已随举报')
    const kinds = await bot.database.transact((tx) => tx.file.findMany({ orderBy: { kind: 'desc' } }))
    expect(kinds.map((file) => file.kind)).toEqual(['photo', 'file'])
  })

  test('a file beyond thirty megabytes', async () => {
    await using bot = await startSmall()

    expect((await send(bot, Buffer.alloc(30 * 1024 * 1024 + 1), '名单.xlsx')).text).toContain('超过30MB')
  })
})
