// How a message is typed does not change what it says.
import { describe, expect, test } from 'vitest'
import { traditionalPairs } from '../../bot/text/form/traditional.ts'
import { messagesIn, parseMessage } from './corpus.ts'
import type { Message } from './scoring.ts'

/** The corpus and every sixth message of our own: the rest adds time, not kinds. */
const messages = [...messagesIn('fixtures'), ...messagesIn('messages').filter((_, index) => index % 6 === 0)]
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
