// Properties of understanding: any text gets an answer, the same one every time.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jinchengGazetteer, normalise, parse } from '../../bot/text/index.ts'
import { longestMessages, parseMessage } from './corpus.ts'

const FRAGMENTS = [
  '张三',
  '李四',
  '小王',
  '3月5日',
  '2月30日',
  '昨天',
  '调到',
  '退休',
  '轮训',
  '隐患',
  '举报',
  '应急办',
  '泽州县',
  '巴公镇',
  '煤矿',
  '80学时',
  '28人',
  '不对',
  '，',
  '。',
  '\n',
  '\t',
  '（',
  '《',
  '1.',
  '第',
  '有',
  '没',
  '吗？',
  '一',
  '万',
  '执法证',
  '丙丁煤矿',
  '13800000000',
  '２',
]

describe('any text', () => {
  const context = { today: '2024-03-20', gazetteer: jinchengGazetteer }
  const senders = fc.constantFrom(
    { unit: null, role: null },
    { unit: '泽州县巴公镇', role: '应急办' },
    { unit: '高平市应急管理局', role: '执法大队' },
    { unit: '某公司', role: '' },
    { unit: '', role: '\u0000' },
  )
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join('')),
  )

  test('gets an intent, items and missing slots, and is never an error', () => {
    fc.assert(
      fc.property(anyText, senders, (text, sender) => {
        const parsed = parse(text, { ...context, sender })
        expect(parsed.intent).toMatch(/^[a-z]+$/)
        expect(Array.isArray(parsed.items) && Array.isArray(parsed.missing)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('gets the same answer every time', () => {
    fc.assert(
      fc.property(anyText, senders, (text, sender) => {
        const once = parse(text, { ...context, sender })
        expect(parse(text, { ...context, sender })).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })

  test('is normalised once and for all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
      { numRuns: 500 },
    )
  })

  // How long it takes stands in `npm run bench`; what takes quadratic time does not end within this test's time limit.
  test.each(longestMessages.map((text) => ({ start: text.slice(0, 4), text })))(
    'of one part over and over is read to its end: $start',
    ({ text }) => {
      const sender = { unit: '泽州县巴公镇', role: '' }
      expect(parse(text, { ...context, sender }).intent).toMatch(/^[a-z]+$/)
    },
  )
})

describe('a date with its year', () => {
  test('is the same day whatever today is', () => {
    const day = fc.date({ min: new Date('2021-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, day, (told, today) => {
        const iso = told.toISOString().slice(0, 10)
        const [year, month, date] = iso.split('-').map(Number)
        const text = `张三${year}年${month}月${date}日退休`
        const parsed = parseMessage({
          text,
          today: today.toISOString().slice(0, 10),
          sender: { unit: '泽州县巴公镇', role: '' },
        })
        expect(parsed.items[0]?.['effectiveDate']).toBe(iso)
      }),
      { numRuns: 300 },
    )
  })
})
