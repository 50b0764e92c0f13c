// Headers of two rows: titles of groups above those of their columns, beside titles that stand for both rows.
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../bot/sheets/read.ts'
import { readList } from '../../../handlers/files/lines.ts'
import { cells, workbook } from '../../support/workbooks.ts'

type Rows = readonly (readonly string[])[]
const read = (rows: Rows) => readList([{ name: '一', rows }], '2026-03-06')
const merged = (rows: Rows, areas: readonly string[]) => {
  const file = readTable('a.xlsx', workbook({ sheet: cells(rows, areas) }))
  return file !== undefined && 'sheets' in file ? readList(file.sheets, '2026-03-06') : undefined
}
const valuesIn = (list: ReturnType<typeof read>) => list?.lines.map((line) => line.values)

const grouped: Rows = [
  ['郑庄镇应急人员花名册', '', '', '', '', '', ''],
  ['序号', '基本情况', '', '任职情况', '', '联系\n方式', '身份证'],
  ['', '姓 名', '性别', '职务', '到岗\n日期', '手机', '号码'],
  ['1', '张三', '男', '站长', '2026.3.5', '13800000001', '140521199001011234'],
]
const person = {
  person: '张三',
  role: '站长',
  effectiveDate: '2026-03-05',
  phone: '13800000001',
}

describe('a header of two rows', () => {
  test.each([
    ['merged', merged(grouped, ['A1:G1', 'A2:A3', 'B2:C2', 'D2:E2'])],
    ['without merging, as in CSV', read(grouped)],
  ])('is read with its groups %s, and its lines begin below both', (_, list) => {
    expect(list?.lines).toEqual([{ line: 4, values: person, wrong: [], notes: [] }])
    expect(list?.shown.header).toEqual(['序号', '姓 名', '性别', '职务', '到岗日期', '手机'])
    expect(list?.unknown).toEqual(['性别'])
    expect(list?.identity).toEqual(['号码'])
  })

  test('may hold a column in its upper row alone', () => {
    const rows: Rows = [
      ['姓名', '科室', '联系方式', ''],
      ['', '', '手机', '办公电话'],
      ['张三', '应急办', '13800000001', '2222222'],
      ['', '应急办', '13800000002', ''],
    ]

    expect(read(rows)?.lines).toEqual([
      {
        line: 3,
        values: { person: '张三', department: '应急办', phone: '13800000001' },
        wrong: [],
        notes: [],
      },
      expect.objectContaining({ line: 4, wrong: [expect.stringContaining('缺“姓名”')] }),
    ])
  })

  test.each([
    ['培训时间', '起', '止'],
    ['培训起止时间', '自', '至'],
    ['起止日期', '起', '止'],
    ['培训时间', '开始', '结束'],
  ])('%s over %s and %s is the first and the last day', (group, from, to) => {
    const rows: Rows = [
      ['序号', '姓名', '培训类型', group, '', '成绩'],
      ['', '', '', from, to, ''],
      ['1', '李四', '轮训', '2026-03-04', '2026-03-17', '92'],
    ]
    const list = merged(rows, ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'])

    expect(list?.type.kind).toBe('trainingList')
    expect(list?.lines.map(({ line, values }) => [line, values['startDate'], values['endDate']])).toEqual([
      [3, '2026-03-04', '2026-03-17'],
    ])
    expect(read(rows)?.lines).toEqual(list?.lines)
    expect(list?.shown.header).toEqual([
      '序号',
      '姓名',
      '培训类型',
      `${group}${from}`,
      `${group}${to}`,
      '成绩',
    ])
    expect(read([list?.shown.header ?? [], ...rows.slice(2)])?.lines[0]?.values).toEqual(
      list?.lines[0]?.values,
    )
  })

  test('names a title that stands twice with its group, and takes the first of them', () => {
    const rows: Rows = [
      ['姓名', '全日制教育', '', '在职教育', ''],
      ['', '学历', '专业', '学历', '专业'],
      ['张三', '大专', '采矿', '本科', '法学'],
    ]
    const list = merged(rows, ['A1:A2', 'B1:C1', 'D1:E1'])

    expect(valuesIn(list)).toEqual([{ person: '张三', education: '大专', major: '采矿' }])
    expect(list?.shown.header).toEqual([
      '姓名',
      '全日制教育学历',
      '全日制教育专业',
      '在职教育学历',
      '在职教育专业',
    ])
  })

  test('gives no meaning to what stands below a title that has one', () => {
    const rows: Rows = [
      ['姓名', '培训类型', '开始日期', '结束日期', '考试情况', ''],
      ['', '', '', '', '证书编号', '成绩'],
      ['李四', '轮训', '2026-03-04', '2026-03-17', 'A-1', '92'],
    ]

    expect(read(rows)?.lines[0]?.values).not.toHaveProperty('passed')
  })

  test('that is repeated on each page is no line, neither of its rows', () => {
    const [, upper = [], lower = [], line = []] = grouped
    const again = [upper, lower, line, upper, lower, line]

    expect(read(again)?.lines.map(({ line: place }) => place)).toEqual([3, 6])
  })

  test('is not made of a header and its first line, nor of a remark and a header', () => {
    const rows: Rows = [
      ['填报人李四', '填报人李四', '填报人李四', '填报人李四'],
      ['姓名', '科室', '专职', ''],
      ['', '', '专职', '站长'],
      ['张三', '', '专职', '站长'],
    ]
    const list = read(rows)

    expect(list?.lines.map(({ line }) => line)).toEqual([3, 4])
    expect(list?.shown.header).toEqual(['姓名', '科室', '专职'])
  })
})

test.each([
  ['培训时间（起）', '培训时间（止）'],
  ['培训时间\n起', '培训时间\n止'],
  ['开始 时间', '结束\r\n时间'],
])('a single row may say %j and %j', (from, to) => {
  const rows: Rows = [
    ['姓 名', from, to],
    ['李四', '2026-03-04', '2026-03-17'],
  ]

  expect(valuesIn(read(rows))).toEqual([{ person: '李四', startDate: '2026-03-04', endDate: '2026-03-17' }])
})

test('an identity column is known by its title however it is spaced', () => {
  const list = read([
    ['姓名', '科室', '身 份\n证 号'],
    ['张三', '应急办', '14052119900101123'],
  ])

  expect(list?.identity).toEqual(['身 份证 号'])
  expect(list?.shown.rowOf(2)).toEqual(['张三', '应急办'])
})
