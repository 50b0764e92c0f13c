// Dates as officials write and say them. One line is one expression; today is a Wednesday, 2024-03-20.

import { describe, expect, test } from 'vitest'
import { findDates } from '../../bot/text/dates/index.ts'
import { normalise, parseDate } from '../../bot/text/index.ts'

const TODAY = '2024-03-20'
const exact = (day: string) => ({ kind: 'exact', day })
const range = (from: string, to: string) => ({ kind: 'range', from, to })

describe('one exact day', () => {
  test.each([
    ['2024年3月5日', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['3月5日', '2024-03-05'],
    ['3月5号', '2024-03-05'],
    ['3.5', '2024-03-05'],
    ['3/5', '2024-03-05'],
    ['三月五日', '2024-03-05'],
    ['二〇二四年三月五日', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['0305', '2024-03-05'],
    ['24年3月5号', '2024-03-05'],
    ['３月１１日', '2024-03-11'],
    ['3月8曰', '2024-03-08'],
    ['今年三月二十号', '2024-03-20'],
    ['去年12月31日', '2023-12-31'],
    ['今天', '2024-03-20'],
    ['昨天', '2024-03-19'],
    ['昨儿个', '2024-03-19'],
    ['前天', '2024-03-18'],
    ['大前天', '2024-03-17'],
    ['明天', '2024-03-21'],
    ['后天', '2024-03-22'],
    ['上周五', '2024-03-15'],
    ['上个礼拜五', '2024-03-15'],
    ['上上周三', '2024-03-06'],
    ['本周一', '2024-03-18'],
    ['这周五', '2024-03-22'],
    ['下周三', '2024-03-27'],
    ['星期二', '2024-03-19'],
    ['上个月28号', '2024-02-28'],
    ['上月底', '2024-02-29'],
    ['月底', '2024-03-31'],
    ['3月底', '2024-03-31'],
    ['本季度末', '2024-03-31'],
    ['年底', '2024-12-31'],
    ['去年年底', '2023-12-31'],
    ['15号', '2024-03-15'],
    ['三天前', '2024-03-17'],
    ['清明前一天', '2024-04-03'],
    ['2024年2月29日', '2024-02-29'],
  ])('%s', (text, day) => {
    expect(parseDate(text, TODAY)).toEqual(exact(day))
  })

  test('a month and day without a year is the nearest past one, or at most sixty days ahead', () => {
    expect(parseDate('12月25日', '2025-01-06')).toEqual(exact('2024-12-25'))
    expect(parseDate('3月31日', TODAY)).toEqual(exact('2024-03-31'))
    expect(parseDate('9月1日', TODAY)).toEqual(exact('2023-09-01'))
    expect(parseDate('1月5日', '2025-12-30')).toEqual(exact('2026-01-05'))
  })

  test('a planned day lies ahead', () => {
    expect(parseDate('计划9月1日', TODAY)).toEqual(exact('2024-09-01'))
  })

  test('the first working day after a festival knows the holiday and the make-up days', () => {
    expect(parseDate('中秋节后第一个工作日', '2024-09-09')).toEqual(exact('2024-09-18'))
  })

  test('a bare weekday of a finished thing is behind, not ahead', () => {
    expect(parseDate('周五培训的', '2025-04-16')).toEqual(exact('2025-04-11'))
  })

  test('carries the hour that follows, and 24:00 is the next day', () => {
    expect(parseDate('昨天下午三点左右', TODAY)).toEqual({ kind: 'exact', day: '2024-03-19', time: '15:00' })
    expect(parseDate('昨晚十点半', TODAY)).toEqual({ kind: 'exact', day: '2024-03-19', time: '22:30' })
    expect(parseDate('3月19日24:00', TODAY)).toEqual({ kind: 'exact', day: '2024-03-20', time: '00:00' })
  })
})

describe('more than one day', () => {
  test.each([
    ['3月5日-18日', '2024-03-05', '2024-03-18'],
    ['3月18-20日', '2024-03-18', '2024-03-20'],
    ['3/5~3/18', '2024-03-05', '2024-03-18'],
    ['3月1到3月14', '2024-03-01', '2024-03-14'],
    ['2月26-3月8', '2024-02-26', '2024-03-08'],
    ['3.4-3.15', '2024-03-04', '2024-03-15'],
    ['12月20日至1月5日', '2023-12-20', '2024-01-05'],
    ['2023年12月25日—2024年1月5日', '2023-12-25', '2024-01-05'],
    ['上上周三至上周二', '2024-03-06', '2024-03-12'],
    ['下下周一到周五', '2024-04-01', '2024-04-05'],
    ['3月28日到5日', '2024-03-28', '2024-04-05'],
    ['三月上旬', '2024-03-01', '2024-03-10'],
    ['2月下旬', '2024-02-21', '2024-02-29'],
    ['上个月', '2024-02-01', '2024-02-29'],
    ['去年夏天', '2023-06-01', '2023-08-31'],
    ['一季度', '2024-01-01', '2024-03-31'],
    ['国庆后', '2024-10-08', '2024-10-31'],
  ])('%s', (text, from, to) => {
    expect(parseDate(text, TODAY)).toMatchObject(range(from, to))
  })

  test('"before the year" in March means before the Spring Festival', () => {
    expect(parseDate('年前走的', '2026-03-02')).toMatchObject(range('2026-01-01', '2026-02-16'))
  })
})

describe('what is no day', () => {
  test.each(['6月31日', '2月30日', '2023年2月29日', '2024.2.30', '9月31号'])(
    '%s is refused and says so',
    (text) => {
      expect(parseDate(text, TODAY)).toEqual({ kind: 'invalid', read: text, why: `日历上没有${text}这一天` })
    },
  )

  test.each([
    '张三',
    '80学时',
    '3号楼',
    '三号皮带机',
    '近期',
    '2.3万元',
    '第5次',
    '13800000000',
    '泽应急责改〔2024〕15号',
    '',
  ])('%s holds no day', (text) => {
    expect(parseDate(text, TODAY)).toEqual({ kind: 'none' })
  })

  test('numbers with unit words are not taken for days', () => {
    expect(
      findDates(normalise('12人参加，3.5学时，共3/4，25万元，注安师1人'), TODAY).map(({ text }) => text),
    ).toEqual(['3/4'])
  })
})
