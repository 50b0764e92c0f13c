// Our own messages, each with its whole right answer: other wordings, counties, months and mistakes than the
// corpus has. One line of messages/*.jsonl is one test; a change of a rule shows what else it changes.

import { describe, expect, test } from 'vitest'
import { messagesIn, parseMessage } from './corpus.ts'

const messages = messagesIn('messages')

test('there are at least three hundred messages, all different', () => {
  const different = new Set(messages.map(({ text, sender }) => `${sender.unit} ${text}`))

  expect(messages.length).toBeGreaterThanOrEqual(300)
  expect(different.size).toBe(messages.length)
})

describe.each(messages)('$id $text', (message) => {
  test('is understood as written down', () => {
    expect(parseMessage(message)).toEqual(message.expect)
  })
})
