// What of a model's answer is fit to be shown: only empty required fields of the draft it was asked about, only what
// the schema takes, only words that were said, only to the sender.
import { expect, test } from 'vitest'
import { confirmedType } from '../../../handlers/reports/index.ts'
import { advised, questionAbout } from '../../../handlers/reports/suggest.ts'
import { asked, expectHarmless, wordsOf } from '../../support/ctx.ts'
import type { TestDatabase } from '../../support/database.ts'
import { memberCity } from '../city.ts'
import { draftReport } from '../filed.ts'

const rawText = '调入一个人，姓李名四那个，<at id=all></at>，开春后到的'
const open = { rawText, items: [{ changeType: 'transferIn' }] }

const answered = (database: TestDatabase, answer: object, changes: object = {}, openId = 'ou_clerk') =>
  asked(database, { openId }, (ctx) =>
    advised(
      {
        kind: 'advice',
        openId,
        about: { of: 'draft', reportId: 1, revision: 1 },
        answer: JSON.stringify(answer),
        ...changes,
      },
      ctx,
    ),
  )

test('a day the model read is shown in a form, marked as a suggestion', async () => {
  await using database = await memberCity()
  await draftReport(database, open)

  const outcome = await answered(database, { '0.effectiveDate': '2024-03-05' })

  expectHarmless(outcome)
  expect(wordsOf(outcome)).toContain('建议')
  expect(JSON.stringify(outcome)).toContain('2024-03-05')
})

test('a name nobody said is left out, beside a day that is kept', async () => {
  await using database = await memberCity()
  await draftReport(database, open)

  const said = JSON.stringify(
    await answered(database, { '0.person': '王五', '0.effectiveDate': '2024-03-05' }),
  )

  expect(said).not.toContain('王五')
  expect(said).toContain('2024-03-05')
})

test.each([
  ['a field that is filled', { '0.changeType': 'retire' }],
  ['another item', { '1.effectiveDate': '2024-03-05' }],
  ['a day that does not exist', { '0.effectiveDate': '2024-02-30' }],
  ['nothing', {}],
])('an answer about %s shows nothing', async (_, answer) => {
  await using database = await memberCity()
  await draftReport(database, open)

  expect(await answered(database, answer)).toEqual({})
})

test('nothing is shown when the draft was changed since, or to anybody but its sender', async () => {
  await using database = await memberCity()
  const draft = await draftReport(database, open)
  const answer = { '0.effectiveDate': '2024-03-05' }

  expect(await answered(database, answer, {}, 'ou_neighbour')).toEqual({})
  await database.at('2024-03-20', (store) => store.reports.change(draft, { items: [{}, ...draft.items] }))
  expect(await answered(database, answer)).toEqual({})
})

test('the question names what is open and masks numbers of people; a text about a tip stays on this host', async () => {
  await using database = await memberCity()
  const draft = await draftReport(database, { ...open, rawText: '调入一个人，电话13812345678' })
  const type = confirmedType('staffing')
  const about = (rawTextOf: string) =>
    type &&
    questionAbout(
      type,
      { ...draft, rawText: rawTextOf },
      { openId: 'ou', today: '2024-03-20', others: 'none' },
    )

  expect(about(draft.rawText)).toMatchObject({
    holds: 'report',
    about: { of: 'draft', reportId: draft.id, revision: 1 },
  })
  expect(about(draft.rawText)?.text).toContain('0.effectiveDate')
  expect(about(draft.rawText)?.text).not.toContain('13812345678')
  expect(about('调入一个人，有人匿名反映他无证')).toMatchObject({ holds: 'maybeTip' })
})
