// A tip whose handling is over: who corrects it, and what is told.
import { expect, test } from 'vitest'
import { handle } from '../../../handlers/index.ts'
import { actsOf, asked, expectHarmless, hostile, message, press, wordsOf } from '../../support/ctx.ts'
import type { TestDatabase } from '../../support/database.ts'
import { memberCity } from '../city.ts'
import { filedTip } from '../filed.ts'

async function refusedTip(database: TestDatabase) {
  const tip = await filedTip(database, 'YH-20240320-001')
  await database.at('2024-03-20', (store) =>
    store.tips.decide(tip.id, { status: 'refused', by: 'ref', reason: '没有这个皮带机' }),
  )
  return tip
}

const types = (database: TestDatabase, openId: string, text: string) =>
  asked(database, { openId }, (ctx) => handle(message(openId, text), ctx))

test('the question for the reason carries what is to be corrected', async () => {
  await using database = await memberCity()
  const { id } = await refusedTip(database)

  const outcome = await types(database, 'ou_stranger', '地点写错了，是五号井口')

  expect(wordsOf(outcome)).toContain('具体地点：未填 → 五号井口')
  expect(actsOf(outcome)).toEqual([{ act: 'tip.correct', id }])
})

test.each(['ou_officer', 'ou_clerk', 'ou_city_admin'])(
  '%s cannot correct it with a forged press',
  async (openId) => {
    await using database = await memberCity()
    const { id } = await refusedTip(database)

    const forged = press(openId, { act: 'tip.correct', id }, { form: { target: '别的厂', reason: '随便' } })
    const outcome = await asked(database, { openId }, (ctx) => handle(forged, ctx))

    expect(outcome.toast?.content).toContain('没有权限')
    expect(
      await database.at('2024-03-20', async (store) => (await store.tips.byId(id))?.content),
    ).toMatchObject({
      target: '子丑煤业',
    })
  },
)

test('hostile words in a correction stay words', async () => {
  await using database = await memberCity()
  await filedTip(database, 'YH-20240320-001')

  expectHarmless(await types(database, 'ou_stranger', `地点写错了，是${hostile}`))
})
