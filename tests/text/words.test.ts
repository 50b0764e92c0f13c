// Numerals, lengths of time, clock times, money and the mending of typos.

import { describe, expect, test } from 'vitest'
import { endAfterMonths, isoWeek } from '../../bot/text/dates/calendar.ts'
import { normalise } from '../../bot/text/index.ts'
import { findClocks } from '../../bot/text/numbers/clock.ts'
import { findDurations } from '../../bot/text/numbers/durations.ts'
import { moneyIn } from '../../bot/text/numbers/money.ts'
import { findCounts, PEOPLE, readNumber } from '../../bot/text/numbers/numerals.ts'

test.each([
  ['23', 23],
  ['1,200', 1200],
  ['2.3万', 23_000],
  ['二十三', 23],
  ['十二', 12],
  ['一百零五', 105],
  ['二〇二四', 2024],
  ['俩', 2],
  ['三百', 300],
])('%s reads as %d', (text, value) => {
  expect(readNumber(text)).toBe(value)
})

test('two digits beside each other are names, not a number: 李四二人', () => {
  expect(readNumber('四二')).toBeUndefined()
})

describe('people', () => {
  const count = (text: string) => findCounts(text, PEOPLE).map(({ value, approx }) => [value, approx])

  test('are counted in the words officials use, with the doubt they express', () => {
    expect(count('28人')).toEqual([[28, false]])
    expect(count('三名')).toEqual([[3, false]])
    expect(count('六十来个人')).toEqual([[60, true]])
    expect(count('50多个村民')).toEqual([[50, true]])
    expect(count('大概60人')).toEqual([[60, true]])
  })

  test('are not 人次, 名单 or 人员', () => {
    expect(count('12人次，3名单，2人员')).toEqual([])
  })
})

test.each([
  ['25万元', 250_000],
  ['2.3万元', 23_000],
  ['12万6千元', 126_000],
  ['300000元', 300_000],
  ['二十万', 200_000],
  ['３００元', 300],
])('%s is %d yuan', (text, yuan) => {
  expect(moneyIn(normalise(text))).toBe(yuan)
})

describe('lengths of time', () => {
  test('keep the writer’s words and know months and days', () => {
    expect(findDurations('大概三个月')).toMatchObject([{ text: '大概三个月', months: 3, approx: true }])
    expect(findDurations('都俩月了')).toMatchObject([{ text: '两个月', months: 2 }])
    expect(findDurations('半年')).toMatchObject([{ text: '半年', months: 6 }])
    expect(findDurations('两周')).toMatchObject([{ text: '两周', days: 14 }])
  })

  test('are not months of the calendar, years or days of a date', () => {
    expect(findDurations('3月，2024年，6月30日，这两天')).toEqual([])
  })

  test('of three months from 25 March end on 24 June', () => {
    expect(endAfterMonths('2024-03-25', 3)).toBe('2024-06-24')
  })
})

test('clock times are read with their half of the day', () => {
  expect(findClocks('下午三点左右，凌晨2点半，9:30').map(({ time }) => time)).toEqual([
    '15:00',
    '02:30',
    '09:30',
  ])
})

test('weeks are those of ISO 8601', () => {
  expect(isoWeek('2024-03-20')).toBe('2024-W12')
  expect(isoWeek('2024-12-30')).toBe('2025-W01')
})

test.each([
  ['轮寻', '轮训'],
  ['8学事', '8学时'],
  ['执法政下来了', '执法证下来了'],
  ['有引患', '有隐患'],
  ['举暴', '举报'],
  ['没矿瓦丝', '煤矿瓦斯'],
  ['则州县', '泽州县'],
  ['八公镇', '巴公镇'],
  ['香镇', '乡镇'],
  ['应集办', '应急办'],
  ['安泽险', '安责险'],
  ['黄格员', '网格员'],
  ['調入', '调入'],
])('%s is mended to %s', (wrong, right) => {
  expect(normalise(wrong)).toBe(right)
})

test.each(['学事业单位', '应及时', '十八公里', '通知'])('%s is left alone', (text) => {
  expect(normalise(text)).toBe(text)
})
