// Who is due for retraining: names and days in private, for one's own unit and those below, the overdue first.
import { describe, expect, test } from 'vitest'
import type { MessageIn } from '../../../bot/context.ts'
import { trainingDue } from '../../../handlers/queries/due.ts'
import { handleMessage } from '../../../handlers/say.ts'
import { asked, expectHarmless, message, press, wordsOf } from '../../support/ctx.ts'
import { addPerson, addPost, type TestDatabase } from '../../support/database.ts'
import { memberCity } from '../city.ts'

/** 郑庄镇: 郑一 trained in May 2021 (due on 10 May 2024), 郑二 in 2021 too but in February, 郑三 last year. */
async function trainedTown(): Promise<TestDatabase> {
  const database = await memberCity()
  await database.transact(async (tx) => {
    const trained = { 郑一: '2021-05-10', 郑二: '2021-02-20', 郑三: '2023-06-30' }
    for (const [name, endDate] of Object.entries(trained)) {
      await addPerson(tx, name)
      await addPost(tx, name, 'zhengzhuang')
      const recordedAt = new Date('2023-07-01')
      const session = {
        unitId: 'zhengzhuang',
        kind: 'rotation',
        endDate,
        startDate: endDate,
        days: 10,
        hours: 80,
      }
      const { id } = await tx.trainingSession.create({ data: { ...session, recordedAt } })
      await tx.trainingRecord.create({ data: { sessionId: id, personId: name, result: 'pass', recordedAt } })
    }
  })
  await database.at('2024-03-18', (store) =>
    store.records.addNilReport({
      topic: 'staffing',
      period: '2024-W12',
      onDate: '2024-03-18',
      reportId: 1,
      unitId: 'zhengzhuang',
    }),
  )
  await database.at('2024-03-20', (store) => store.findings.evaluateAll('2024-03-20'))
  return database
}

const say = (database: TestDatabase, openId: string, text: string, changes: Partial<MessageIn> = {}) =>
  asked(database, { openId }, (ctx) => handleMessage(message(openId, text, changes), ctx))

describe('轮训到期', () => {
  test.each(['轮训到期', '谁该轮训了', '我们镇谁该轮训了？'])(
    '"%s" names who is overdue first, then who soon will be',
    async (text) => {
      await using database = await trainedTown()

      const outcome = await say(database, 'ou_clerk', text)

      expectHarmless(outcome)
      const words = wordsOf(outcome)
      expect(words).toContain('郑二 2024年2月20日到期，已逾期29天')
      expect(words).toContain('郑一 2024年5月10日到期，还有51天')
      expect(words.indexOf('郑二')).toBeLessThan(words.indexOf('郑一'))
      expect(words).not.toContain('郑三')
    },
  )

  test('a leader of the county gets those of a township by its name', async () => {
    await using database = await trainedTown()

    expect(wordsOf(await say(database, 'ou_county_leader', '郑庄镇谁该轮训了'))).toContain(
      '郑二 2024年2月20日',
    )
  })

  test('the county as a whole says of which unit each is', async () => {
    await using database = await trainedTown()

    const words = wordsOf(await say(database, 'ou_county_leader', '轮训到期'))

    expect(words).toContain('郑二（沁水县郑庄镇） 2024年2月20日到期')
  })

  test('another township learns nobody', async () => {
    await using database = await trainedTown()

    const words = wordsOf(await say(database, 'ou_neighbour', '轮训到期 郑庄镇'))

    expect(words).toContain('您不能查看沁水县郑庄镇')
    expect(words).not.toContain('郑二')
  })

  test('a button for the unit names people to who may read it, and refuses everybody else', async () => {
    await using database = await trainedTown()
    const pressed = (openId: string) =>
      asked(database, { openId }, (ctx) =>
        trainingDue.press.run(press(openId, { act: 'query.due', unit: 'zhengzhuang' }), ctx),
      )

    expect(wordsOf(await pressed('ou_county_leader'))).toContain('郑二 2024年2月20日')
    const refusal = wordsOf(await pressed('ou_neighbour'))
    expect(refusal).toContain('您不能查看这个单位')
    expect(refusal).not.toContain('郑二')
  })

  test('in a group nothing is named: the answer is private and says so', async () => {
    await using database = await trainedTown()

    const { say: said = [] } = await say(database, 'ou_clerk', '谁该轮训了', { chatType: 'group' })

    expect(said[0]).toMatchObject({ to: { chatId: 'oc_group' }, text: '涉及个人和单位明细，已私信您。' })
    expect(said.slice(1).map((one) => 'to' in one && one.to)).toEqual([{ openId: 'ou_clerk' }])
  })

  test('nobody bound is told nobody', async () => {
    await using database = await trainedTown()

    expect(wordsOf(await say(database, 'ou_stranger', '谁该轮训了'))).not.toContain('郑二')
  })

  test('with nobody due it says so', async () => {
    await using database = await memberCity()

    expect(wordsOf(await say(database, 'ou_clerk', '轮训到期'))).toContain('90天内没有人到期')
  })
})
