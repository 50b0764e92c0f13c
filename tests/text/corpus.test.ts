// The message corpus: what officials and citizens write, with the right answer. Thresholds stand one point
// below what is reached, so that a rule that helps one message and breaks three is seen.

import { describe, expect, test } from 'vitest'
import { messagesIn, parseMessage } from './corpus.ts'
import { score } from './scoring.ts'

const messages = messagesIn('fixtures')

describe('the 89 messages of the corpus', () => {
  test('are all there', () => {
    expect(messages).toHaveLength(89)
  })

  test('are understood at least as well as reached so far', () => {
    const reached = score(messages, parseMessage)

    expect(reached.intent).toBeGreaterThanOrEqual(0.99)
    expect(reached.slots).toBeGreaterThanOrEqual(0.99)
    expect(reached.missing).toBeGreaterThanOrEqual(0.99)
  })

  test('score far lower when nothing is understood, so the measure can fail', () => {
    const reached = score(messages, () => ({ intent: 'other', items: [], missing: [] }))

    expect(reached.intent).toBeLessThan(0.1)
    expect(reached.slots).toBe(0)
  })
})
