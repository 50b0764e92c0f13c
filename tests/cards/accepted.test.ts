/** The local Feishu, which refuses what the platform refuses, takes every card the kit can build. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { card, md, rankingChart, text, trendChart } from '../../bot/cards/index.ts'
import { validateCard } from '../../simulator/cards/validate.ts'
import { hostileText } from './reading.ts'
import { SAMPLES } from './samples.ts'

const surroundings = {
  imageKeys: new Set(['img_v3_demo']),
  openIds: new Set(['ou_clerk1', 'ou_a', 'ou_b']),
}

function refusal(built: unknown): unknown {
  return validateCard(JSON.parse(JSON.stringify(built)), surroundings)
}

describe.each(Object.entries(SAMPLES))('the card %s', (_name, sample) => {
  test('is taken', () => {
    expect(refusal(sample('郑庄镇'))).toBeUndefined()
  })

  test("is taken with any stranger's text in it", () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        expect(refusal(sample(typed))).toBeUndefined()
      }),
    )
  })
})

test('a card without rows, points and bars is taken', () => {
  const empty = card({
    title: '',
    state: 'ended',
    summary: '',
    elements: [
      text(md``),
      trendChart({ title: '', unit: '', points: [] }),
      rankingChart({ title: '', unit: '', bars: [] }),
    ],
  })

  expect(refusal(empty)).toBeUndefined()
})

test('a mention of somebody the app does not know is refused, so the check above can fail', () => {
  expect(validateCard(SAMPLES.confirm('郑庄镇'), { ...surroundings, openIds: new Set() })).toMatchObject({
    code: 100290,
  })
})
