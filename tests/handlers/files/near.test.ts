// Days without a year in lists: the day that chat would read, and for an end the first one after the beginning.
import { expect, test } from 'vitest'
import { readList } from '../../../handlers/files/lines.ts'

const lineOf = (head: readonly string[], cells: readonly string[]) =>
  readList([{ name: '一', rows: [head, cells] }], '2026-03-06')?.lines[0]

test.each([
  ['3月2日', '2026-03-02'],
  ['３月２号', '2026-03-02'],
  ['三月二日', '2026-03-02'],
  ['3/2', '2026-03-02'],
  ['12月30日', '2025-12-30'],
  ['去年12月30日', '2025-12-30'],
  ['昨天', '2026-03-05'],
  ['上周五', '2026-02-27'],
])('somebody came on %s, which is %s, and the line says so', (cell, expected) => {
  const line = lineOf(['姓名', '到岗日期'], ['张三', cell])

  expect(line).toMatchObject({ values: { effectiveDate: expected, nearDay: true }, wrong: [] })
  expect(line?.notes).toEqual([`“${cell}”没有写明年份，按 ${expected} 计`])
})

test('a month without a year is the nearest one, from its first day', () => {
  expect(lineOf(['姓名', '到岗日期'], ['张三', '12月'])?.values).toMatchObject({
    effectiveDate: '2025-12-01',
    monthOnly: true,
  })
})

test.each(['2月30日', '3.2', '近期', '3月上旬', '3月2日或3日'])(
  '%s is no day: the line is refused with what was read, and not with another reason',
  (cell) => {
    expect(lineOf(['姓名', '到岗日期'], ['张三', cell])?.wrong).toEqual([
      expect.stringContaining(`读到的是“${cell}”`),
    ])
  },
)

test.each([
  ['3月4日', '3月17日', '2026-03-04', '2026-03-17'],
  ['2025-03-04', '3月17日', '2025-03-04', '2025-03-17'],
  ['2025年12月28日', '1月3日', '2025-12-28', '2026-01-03'],
  ['12月28日', '1月3日', '2025-12-28', '2026-01-03'],
])('a training from %s to %s is from %s to %s', (start, end, from, to) => {
  expect(
    lineOf(['姓名', '培训', '开始', '结束', '学时'], ['侯一', '轮训', start, end, '80'])?.values,
  ).toMatchObject({ startDate: from, endDate: to, hours: 80 })
})

test('both days of a training may stand in one cell without a year', () => {
  const line = lineOf(['姓名', '培训', '培训时间'], ['侯一', '轮训', '3月4日-17日'])

  expect(line?.values).toMatchObject({ startDate: '2026-03-04', endDate: '2026-03-17' })
})
