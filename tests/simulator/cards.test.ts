// Strict validation of cards: what Feishu would refuse is refused with its inner code, what it takes is taken.

import { describe, expect, test } from 'vitest'
import { problemMessage } from '../../simulator/cards/problem.ts'
import { validateCard } from '../../simulator/cards/validate.ts'
import { badContent } from './bad-content.ts'
import { badStructure } from './bad-structure.ts'
import { clientFor, group, refusalOf, simulate } from './bot.ts'
import { card, chart, md, surroundings } from './card-parts.ts'
import { goodCards } from './good-cards.ts'

describe('a card is refused', () => {
  test.each([...badStructure, ...badContent])('for %s', (_name, bad, code, says) => {
    const problem = validateCard(bad, surroundings)

    expect(problem?.code).toBe(code)
    if (says !== undefined && problem !== undefined) expect(problemMessage(problem)).toContain(says)
  })
})

describe('a card is taken', () => {
  test.each(goodCards)('with %s', (_name, good) => {
    expect(validateCard(good, surroundings)).toBeUndefined()
  })
})

test('the answer to a bad card has the inner code and the way to the place in its message', async () => {
  await using simulator = await simulate()
  const content = JSON.stringify(card(md('a'), chart({ axes: null })))

  const call = clientFor(simulator).im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'interactive', content },
  })

  expect(await refusalOf(call)).toMatchObject({
    status: 400,
    code: 230099,
    msg: 'Failed to create card content, ext=ErrCode: 200550; ErrPath: ROOT -> body -> elements -> [1](tag: chart); ErrMsg: chart spec is invalid; ErrorValue: - axes: Invalid type. Given: null; ',
  })
})
