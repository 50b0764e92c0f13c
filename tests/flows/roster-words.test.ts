// Rosters as offices write them: units with their government behind, columns under other names, days without a year.
import { expect, test } from 'vitest'
import { readTable } from '../../bot/sheets/read.ts'
import { people, startSmall } from '../support/small.ts'
import { cells, workbook } from '../support/workbooks.ts'

const send = async (rows: readonly (readonly string[])[]) => {
  await using bot = await startSmall()
  const bytes = workbook({ sheet: cells(rows) })
  const preview = await bot.send(people.clerk, { kind: 'file', bytes, name: '名单.xlsx' })
  const read = readTable('a.xlsx', await bot.file(people.clerk))
  const result = read !== undefined && 'sheets' in read ? (read.sheets[0]?.rows ?? []) : []
  return { preview, reasons: result.slice(1).map((row) => row.slice(-2).join(' ')) }
}

test('a unit with its government behind is that unit, and one that is elsewhere is refused as it was written', async () => {
  const names = [
    '沁水县郑庄镇人民政府',
    '郑庄镇政府',
    '晋城市沁水县郑庄镇',
    '郑庄镇党委政府',
    '泽州县巴公镇人民政府',
  ]
  const { preview, reasons } = await send([
    ['姓名', '工作单位', '工作部门'],
    ...names.map((name, at) => [`张${'一二三四五'.charAt(at)}`, name, '应急办']),
  ])

  expect(preview.text).toContain('新增4，变更0，未采用1')
  expect(preview.text).not.toContain('没有用到的列')
  expect(reasons.at(-1)).toContain('单位读到的是“泽州县巴公镇人民政府”')
})

test('a day without a year is taken as chat does, said on the card and beside the line', async () => {
  const { preview, reasons } = await send([
    ['姓名', '到岗时间'],
    ['张一', '3月2日'],
    ['张二', '昨天'],
    ['张三', '2028年3月2日'],
    ['张四', '近期'],
  ])

  expect(preview.text).toContain('新增2，变更0，未采用2')
  expect(preview.text).toContain('2行的日期没有写明年份')
  expect(reasons[0]).toBe('新增 “3月2日”没有写明年份，按 2026-03-02 计')
  expect(reasons[1]).toContain('按 2026-03-05 计')
  expect(reasons[2]).toContain('已超出一年以后')
  expect(reasons[3]).toContain('读到的是“近期”')
  expect(reasons[3]).not.toContain('一年以后')
})
