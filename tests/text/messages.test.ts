// Our own messages, each with its whole right answer: other wordings, counties, months and mistakes than the
// corpus has. A change of a rule shows every line of messages/*.jsonl that it changes.

import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { filesIn, messagesIn, messagesOf, parseMessage } from './corpus.ts'

test('there are at least three hundred messages, all different', () => {
  const messages = messagesIn('messages')
  const different = new Set(messages.map(({ text, sender }) => `${sender.unit} ${text}`))

  expect(messages.length).toBeGreaterThanOrEqual(300)
  expect(different.size).toBe(messages.length)
})

// A test a file and not a line: thousands of tests take longer than what they try.
test.each(filesIn('messages'))('every message of %s is understood as written down', (file) => {
  const read = messagesOf('messages', file).map(({ id, text, expect: right, ...at }) => ({
    right: { id, text, ...right },
    // As the command line prints it: without slots that are undefined.
    read: { id, text, ...JSON.parse(JSON.stringify(parseMessage({ text, ...at }))) },
  }))
  const wrong = read.filter((one) => !isDeepStrictEqual(one.read, one.right))

  expect(read.length).toBeGreaterThan(0)
  expect(wrong.map((one) => one.read)).toEqual(wrong.map((one) => one.right))
})
