// Lists whose header has two rows, with titles of groups above those of the columns: read, sent back, saved.
import { expect, test } from 'vitest'
import { readTable } from '../../bot/sheets/read.ts'
import { people, startSmall } from '../support/small.ts'
import { cells, workbook } from '../support/workbooks.ts'

const roster = workbook({
  sheet: cells(
    [
      ['郑庄镇应急管理人员花名册'],
      ['序号', '基本情况', '', '', '任职情况', '', '联系方式'],
      ['', '姓 名', '性别', '身份证号', '职务', '到岗\n日期', '手机'],
      [1, '王小明', '男', '140521199001011234', '科员', 46083, 13800000001],
      [2, '侯一', '女', '', '站长', '', ''],
    ],
    ['A1:G1', 'A2:A3', 'B2:D2', 'E2:F2'],
  ),
})
const trainings = workbook({
  sheet: cells(
    [
      ['序号', '姓名', '培训类型', '培训时间', '', '考试'],
      ['', '', '', '起', '止', '成绩'],
      [1, '侯一', '轮训', 46085, 46098, 92],
      [2, '侯二', '轮训', '2026.3.4', '2026.2.30', 90],
    ],
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'],
  ),
})

test('lists with groups in their header are read, sent back with their titles, and saved', async () => {
  await using bot = await startSmall()
  const send = async (bytes: Buffer, name: string) => {
    const preview = await bot.send(people.clerk, { kind: 'file', bytes, name })
    const read = readTable('a.xlsx', await bot.file(people.clerk))
    return { preview, sheet: read !== undefined && 'sheets' in read ? (read.sheets[0]?.rows ?? []) : [] }
  }

  const first = await send(roster, '花名册.xlsx')
  expect(first.preview.text).toContain('新增1，变更1，未采用0')
  expect(first.preview.text).toContain('“身份证号”列不保存')
  const head = ['原行号', '序号', '姓 名', '性别', '职务', '到岗日期', '手机', '结果', '原因']
  expect(first.sheet.map((row) => row.slice(0, 9))).toEqual([
    head,
    ['4', '1', '王小明', '男', '科员', '46083', '13800000001', '新增'],
    ['5', '2', '侯一', '女', '站长', '', '', '变更', '职务 （空）→站长'],
  ])
  await bot.click(people.clerk, first.preview, '保存')
  const posts = await bot.database.at('2026-03-06', (store) =>
    store.imports.roster(['zhengzhuang'], '2026-03-06'),
  )
  expect(posts.map(({ name, title, from }) => [name, title, from])).toContainEqual([
    '王小明',
    '科员',
    '2026-03-02',
  ])

  const second = await send(trainings, '轮训.xlsx')
  expect(second.preview.text).toContain('新增1，变更0，未采用1')
  expect(second.sheet[0]).toEqual([
    '原行号',
    '序号',
    '姓名',
    '培训类型',
    '培训时间起',
    '培训时间止',
    '成绩',
    '结果',
    '原因',
  ])
  expect(second.sheet[2]?.at(-1)).toContain('2026.2.30')
  await bot.click(people.clerk, second.preview, '保存')
  const sessions = await bot.database.transact((tx) => tx.trainingSession.findMany())
  expect(sessions.map(({ startDate, endDate }) => [startDate, endDate])).toEqual([
    ['2026-03-04', '2026-03-17'],
  ])
})
