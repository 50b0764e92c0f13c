// What may hold a tip is asked about on this host only: neither kept for an address elsewhere nor sent to one.
import { describe, expect, test } from 'vitest'
import type { Adviser } from '../../bot/adviser.ts'
import type { Question } from '../../bot/context.ts'
import { adviceOn, putQuestion } from '../../bot/question.ts'
import { freshDatabase, noon, testVault } from '../support/database.ts'

const now = noon('2026-03-06')
const question: Question = {
  openId: 'ou_clerk',
  about: { of: 'draft', reportId: 1, revision: 1 },
  text: '什么时候',
  holds: 'report',
}
const adviser = (place: Adviser['place']): Adviser => ({ place, ask: async (text) => `答：${text}` })

describe.each([
  ['report', 'here', 1],
  ['report', 'elsewhere', 1],
  ['maybeTip', 'here', 1],
  ['maybeTip', 'elsewhere', 0],
] as const)('a question that holds a %s, with a model %s', (holds, place, kept) => {
  test(`is kept ${kept} times, due after the answer of the rules`, async () => {
    await using database = await freshDatabase()

    await database.transact((tx) =>
      putQuestion(
        tx,
        { key: 'om_1', question: { ...question, holds } },
        { vault: testVault, now, adviser: adviser(place) },
      ),
    )

    const rows = await database.transact((tx) => tx.trigger.findMany())
    expect(rows.map(({ key, dueAt }) => [key, dueAt.getTime() > now])).toEqual(
      kept ? [['ask:om_1', true]] : [],
    )
  })

  test(`is answered ${kept} times`, async () => {
    const body = { question: { ...question, holds }, askedAt: now }

    const advice = await adviceOn(body, { adviser: adviser(place), now })

    expect(advice === undefined ? 0 : 1).toBe(kept)
  })
})

test('without a model nothing is kept, and what waited from before is not asked', async () => {
  await using database = await freshDatabase()

  await database.transact((tx) =>
    putQuestion(tx, { key: 'om_1', question }, { vault: testVault, now, adviser: undefined }),
  )

  expect(await database.transact((tx) => tx.trigger.count())).toBe(0)
  expect(await adviceOn({ question, askedAt: now }, { adviser: undefined, now })).toBeUndefined()
})

test('a question that waited over a minute is of no use any more', async () => {
  const late = { adviser: adviser('here'), now: now + 61_000 }

  expect(await adviceOn({ question, askedAt: now }, late)).toBeUndefined()
})
