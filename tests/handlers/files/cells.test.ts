// From the words of real cells to values, and what stays words so that it is refused.
import { expect, test } from 'vitest'
import {
  day,
  isBlank,
  month,
  phone,
  span,
  withoutIdentity,
  words,
  years,
  yesNo,
} from '../../../handlers/files/cells.ts'

test.each([
  ['2026-03-05', '2026-03-05'],
  ['2026/3/5', '2026-03-05'],
  ['2026.3.5', '2026-03-05'],
  ['2026。3。5', '2026-03-05'],
  ['2026.03.05.', '2026-03-05'],
  ['２０２６年３月５日', '2026-03-05'],
  ['2026 年 3 月 5 日', '2026-03-05'],
  ['2026年3月5号', '2026-03-05'],
  ['26年3月5日', '2026-03-05'],
  ['98年7月1日', '1998-07-01'],
  ['2026-3-5（周四）', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['2026-03-05 00:00:00', '2026-03-05'],
  ['2026/3/5 18:00', '2026-03-05'],
  ['2026-03-05T08:30:00', '2026-03-05'],
  ['46086', '2026-03-05'],
  ['46086.5', '2026-03-05'],
  ['2026-02-30', '2026-02-30'],
  ['3/5/26', '3/5/26'],
  ['26.3.5', '26.3.5'],
  ['3月5日', '3月5日'],
  ['去年', '去年'],
])('the day %s is read as %s', (cell, expected) => {
  expect(day(cell)).toBe(expected)
})

test.each([
  ['2026年3月', '2026-03-01'],
  ['2026 年 03 月份', '2026-03-01'],
  ['2026.3', '2026-03-01'],
  ['2026.10', '2026-10-01'],
  ['2026-03', '2026-03-01'],
  ['202603', '2026-03-01'],
  ['98年7月', '1998-07-01'],
  ['2026.1', undefined],
  ['2026.13', undefined],
  ['2026', undefined],
  ['2026.3.5', undefined],
  ['46086', undefined],
])('the month %s begins on %s', (cell, expected) => {
  expect(month(cell)).toBe(expected)
})

test.each([
  ['2026.3.4-3.17', '2026-03-04', '2026-03-17'],
  ['2026.3.4—2026.3.17', '2026-03-04', '2026-03-17'],
  ['2026年3月4日至17日', '2026-03-04', '2026-03-17'],
  ['2026-03-04 ～ 2026-03-17', '2026-03-04', '2026-03-17'],
  ['2025/12/28-2026/1/3', '2025-12-28', '2026-01-03'],
])('%s lasts from %s to %s', (cell, from, to) => {
  expect(span(cell)).toEqual({ from, to })
})

test.each(['2026-03-04', '2026.3.4-2.30', '3月4日-3月17日', '2026年3月'])('%s is no span', (cell) => {
  expect(span(cell)).toBeUndefined()
})

test.each([
  ['13800000001', '13800000001'],
  ['１３８０００００００１', '13800000001'],
  ['138-0000-0001', '13800000001'],
  ['138 0000 0001', '13800000001'],
  ['+86 138 0000 0001', '13800000001'],
  ['0356-2222222', '0356-2222222'],
  ['1.3800000001E+10', '13800000001'],
  ['1.38E+10', '1.38E+10'],
  ['无', undefined],
])('the telephone %s is read as %s', (cell, expected) => {
  expect(phone(cell)).toBe(expected)
})

test.each([
  ['3', 3],
  ['３年', 3],
  ['3年半', 3],
  ['3.5年', 3],
  ['5年以上', 5],
  ['多年', '多年'],
])('%s are read as %s whole years', (cell, expected) => {
  expect(years(cell)).toBe(expected)
})

test('yes and no have many words, and what is neither stays a word', () => {
  expect(['是', '√', '专职', '专', '专职人员', '有'].map(yesNo)).toEqual(Array(6).fill(true))
  expect(['否', '兼职', '兼', '×', '不是', '无'].map(yesNo)).toEqual(Array(6).fill(false))
  expect(yesNo('大概')).toBe('大概')
})

test('a line break in a cell is no part of its words', () => {
  expect(words('应急\n办')).toBe('应急办')
  expect(words(' 站长 \r\n（兼） ')).toBe('站长（兼）')
})

test('strokes are how forms say that there is nothing', () => {
  expect(['/', '／', '-', '——', '－', '、', ' '].map(isBlank)).toEqual(Array(7).fill(true))
  expect(['无', '0', '×', '-1'].map(isBlank)).toEqual(Array(4).fill(false))
})

test.each([
  ['张三14052119900101123X'],
  ['张三140521 19900101 1234'],
  ['张三140521-19900101-1234'],
  ['张三１４０５２１１９９００１０１１２３４'],
  ['张三1.40521199001011E+17'],
  ['张三1.4052119900101123E17'],
])('an identity number vanishes from %s', (cell) => {
  expect(withoutIdentity(cell)).toBe('张三（身份证号未保存）')
})

test('a telephone number and other words stay as they are', () => {
  expect(withoutIdentity('电话：13800000001')).toBe('电话：13800000001')
})
