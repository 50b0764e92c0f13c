// Files that are not taken: a sentence that says what was read, what is expected and what to do.
import { describe, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { people, startSmall } from '../support/small.ts'
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
    ['说明.pdf', Buffer.from('%PDF-1.7'), '.pdf 文件'],
  ])('%s (%#)', async (name, bytes, words) => {
    await using bot = await startSmall()

    expect((await send(bot, bytes, name)).text).toContain(words)
  })

  test('a file beyond thirty megabytes', async () => {
    await using bot = await startSmall()

    expect((await send(bot, Buffer.alloc(30 * 1024 * 1024 + 1), '名单.xlsx')).text).toContain('超过30MB')
  })
})
