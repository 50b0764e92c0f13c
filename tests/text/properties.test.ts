// Properties of understanding: any text gets an answer, and how a message is typed does not change what it says.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { traditionalPairs } from '../../bot/text/form/traditional.ts'
import { jinchengGazetteer, normalise, parse } from '../../bot/text/index.ts'
import { longestMessages, messagesIn, parseMessage } from './corpus.ts'
import type { Message } from './scoring.ts'

/** The corpus and every third message of our own: the rest adds time, not kinds. */
const messages = [...messagesIn('fixtures'), ...messagesIn('messages').filter((_, index) => index % 3 === 0)]
/** Greetings and thanks are padding themselves; padding around them is not the point. */
const reports = messages.filter(({ expect: { intent } }) => !/greeting|ack|other|help/.test(intent))

const RETOLD = new Set(['description', 'reason', 'subject', 'measures'])

/** Everything but the facts retold in the writer's own words, which keep the writer's line breaks. */
function understood(message: Message): unknown {
  const { intent, items, missing } = parseMessage(message)
  const slots = items.map((item) => Object.entries(item).filter(([name]) => !RETOLD.has(name)))
  return { intent, slots, missing }
}

/** Each report with what is understood of it as it was typed. */
const asTyped = reports.map((message) => ({ message, read: JSON.stringify(understood(message)) }))

function unchanged(rewrite: (text: string) => string): void {
  const changed = asTyped.filter(({ message, read }) => {
    return JSON.stringify(understood({ ...message, text: rewrite(message.text) })) !== read
  })
  expect(changed.map(({ message: { id, text } }) => `${id} ${rewrite(text)}`)).toEqual([])
}

const traditional = new Map(traditionalPairs.map(([before, after]) => [after, before]))
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
      { numRuns: 1500 },
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

describe('the way a message is typed', () => {
  test.each([
    ['a greeting before', (text: string) => `各位领导好！${text}`],
    ['a greeting and a preface', (text: string) => `您好，汇报一下：${text}`],
    ['the closing words of a report', (text: string) => `${text}。特此报告。`],
    ['thanks after', (text: string) => `${text}。谢谢！`],
    ['praise after', (text: string) => `${text}，辛苦了`],
  ])('with %s says the same', (_, rewrite) => unchanged(rewrite))

  test('with full-width digits says the same', () =>
    unchanged((text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))))

  test('with spaces around marks and after numbers says the same', () => {
    unchanged((text) => `  ${text.replace(/([，。；：])/g, '$1 ')}  `)
    unchanged((text) => text.replace(/(\d)(?=[月日号人名学年])/g, '$1 '))
  })

  test('with line breaks after sentences, also those of Windows, says the same', () => {
    unchanged((text) => `\n${text.replace(/。(?!$)/g, '。\n')}\n`)
    unchanged((text) => text.replace(/\n/g, '\r\n'))
  })

  test('in traditional characters says the same', () =>
    unchanged((text) => [...text].map((char) => traditional.get(char) ?? char).join('')))

  test('with invisible characters in it says the same', () =>
    unchanged((text) => text.replace(/，/g, '，\u200b')))
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
