// Workbooks of several sheets, the checked workbook sent back mended, and tables of one column.
import { expect, test } from 'vitest'
import { readTable } from '../../bot/sheets/read.ts'
import { writeWorkbook } from '../../bot/sheets/write.ts'
import type { TestApp } from '../support/app.ts'
import { people, startSmall } from '../support/small.ts'

const send = (bot: TestApp, bytes: Buffer) =>
  bot.send(people.clerk, { kind: 'file', bytes, name: '名单.xlsx' })
const checked = async (bot: TestApp) => {
  const read = readTable('a.xlsx', await bot.file(people.clerk))
  return read !== undefined && 'sheets' in read ? (read.sheets[0]?.rows ?? []) : []
}
const header = ['姓名', '科室', '职务']

test('of several sheets the one that says most is read, and what was not read is said', async () => {
  await using bot = await startSmall()
  const file = writeWorkbook([
    { name: '空表', header: [...header, '手机'], rows: [] },
    { name: '郑庄镇', header, rows: [['张三', '应急办', '科员']] },
    { name: '龙港镇', header: ['姓名', '科室'], rows: [['李四', '应急办']] },
    { name: '统计', header: ['单位', '人数'], rows: [['郑庄镇', 1]] },
    ...Array.from({ length: 8 }, (_, at) => ({ name: `说明${at}`, header: ['甲'], rows: [] })),
    { name: '端氏镇', header, rows: [['王五', '应急办', '科员']] },
  ])

  const preview = await send(bot, file)

  expect(preview.text).toContain('新增1，变更0，未采用0')
  expect(preview.text).toContain('读的是工作表“郑庄镇”。“端氏镇、龙港镇”里也有名单，这次没有读')
})

test('a single sheet is read without a word about sheets', async () => {
  await using bot = await startSmall()

  const preview = await send(bot, writeWorkbook([{ name: '一', header, rows: [['张三', '应急办', '']] }]))

  expect(preview.text).not.toContain('工作表')
})

test('the checked workbook can be mended and sent back as it is', async () => {
  await using bot = await startSmall()
  await send(
    bot,
    writeWorkbook([
      {
        name: '一',
        header,
        rows: [
          ['张3', '应急办', '科员'],
          ['李四', '应急办', ''],
        ],
      },
    ]),
  )
  const [titles = [], first = [], ...rest] = await checked(bot)
  const mended = first.map((cell) => (cell === '张3' ? '张三' : cell))

  const preview = await send(
    bot,
    writeWorkbook([{ name: '核对结果', header: titles, rows: [mended, ...rest] }]),
  )

  expect(preview.text).toContain('新增2，变更0，未采用0')
  expect(preview.text).not.toContain('没有用到的列')
  expect((await checked(bot))[0]).toEqual(['原行号', ...header, '结果', '原因'])
})

test('a column of names alone is no list, and what else is wanted is said', async () => {
  await using bot = await startSmall()

  const { text } = await send(bot, writeWorkbook([{ name: '一', header: ['姓名'], rows: [['张三']] }]))

  expect(text).toContain('人员名单要有“姓名”列和至少一列别的')
  expect(text).toContain('培训名单要有“姓名”和“培训类型”列')
})
