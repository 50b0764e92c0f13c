// Which townships and departments lack people, and what changed since last week: counts, for the asker's level.
import { describe, expect, test } from 'vitest'
import type { MessageIn } from '../../../bot/context.ts'
import { handleMessage } from '../../../handlers/say.ts'
import { asked, message, wordsOf } from '../../support/ctx.ts'
import { addPerson, addPost, addStaff, type TestDatabase } from '../../support/database.ts'
import { bindGroup, memberCity } from '../city.ts'

/** 郑庄镇 has two of three, 端氏镇 four; as pictured on Monday of last week, 11 March 2024. */
async function pictured(): Promise<TestDatabase> {
  const database = await memberCity()
  await database.transact(async (tx) => {
    await addStaff(tx, 'zhengzhuang', 2)
    await addStaff(tx, 'duanshi', 4)
  })
  await database.at('2024-03-11', async (store) => {
    for (const unitId of ['zhengzhuang', 'duanshi'])
      await store.records.addNilReport({
        topic: 'staffing',
        period: '2024-W11',
        onDate: '2024-03-11',
        reportId: 1,
        unitId,
      })
    await store.findings.evaluateAll('2024-03-11')
    await store.snapshots.write('2024-03-11')
  })
  await database.at('2024-03-20', (store) => store.findings.evaluateAll('2024-03-20'))
  return database
}

const say = (database: TestDatabase, openId: string, text: string, changes: Partial<MessageIn> = {}) =>
  asked(database, { openId }, (ctx) => handleMessage(message(openId, text, changes), ctx))

describe('缺人', () => {
  test.each(['缺人', '哪些乡镇缺人', '我们县哪些乡镇人手不够'])(
    '"%s" tells the county which township lacks how many, and the sum',
    async (text) => {
      await using database = await pictured()

      const words = wordsOf(await say(database, 'ou_county_leader', text))

      expect(words).toContain('沁水县 缺人情况')
      expect(words).toContain('郑庄镇 专职应急管理人员 2人，至少3人，还差1人')
      expect(words).toMatch(/1人\n共缺/)
      expect(words).not.toContain('端氏镇')
    },
  )

  test('the bureau of the county sees the whole county', async () => {
    await using database = await pictured()

    expect(wordsOf(await say(database, 'ou_officer', '哪些乡镇缺人'))).toContain('郑庄镇 专职应急管理人员')
  })

  test('it may stand in a group, and names nobody', async () => {
    await using database = await pictured()
    await bindGroup(database)

    const outcome = await say(database, 'ou_county_leader', '哪些乡镇缺人', { chatType: 'group' })

    expect((outcome.say ?? []).map((one) => 'to' in one && one.to)).toEqual([
      { replyTo: 'om_ou_county_leader', chatId: 'oc_group' },
    ])
    expect(wordsOf(outcome)).not.toContain('zhengzhuang-p')
  })

  test('a clerk sees the own township only', async () => {
    await using database = await pictured()

    expect(wordsOf(await say(database, 'ou_clerk', '缺人 沁水县'))).toContain('您不能查看沁水县')
    expect(wordsOf(await say(database, 'ou_clerk', '我们镇还缺几个人'))).toContain('还差1人')
  })
})

describe('变化', () => {
  const third = (database: TestDatabase) =>
    database.at('2024-03-20', async (store, tx) => {
      await addPerson(tx, '第三人')
      await addPost(tx, '第三人', 'zhengzhuang')
      await store.findings.evaluateAll('2024-03-20')
    })

  test.each(['变化', '本周有什么变化', '跟上周比有什么变化？'])(
    '"%s" says what became better since the picture of last week',
    async (text) => {
      await using database = await pictured()
      await third(database)

      const words = wordsOf(await say(database, 'ou_county_leader', text))

      expect(words).toContain('与2024年3月11日周报相比')
      expect(words).toContain('沁水县郑庄镇 第五条·专职应急人员不少于3名：不达标→达标，缺人1→0')
      expect(words).not.toContain('端氏镇')
    },
  )

  test('a clerk gets the changes of the own township', async () => {
    await using database = await pictured()
    await third(database)

    const words = wordsOf(await say(database, 'ou_clerk', '本周变化'))

    expect(words).toContain('不达标→达标，缺人1→0')
    expect(words).toContain('变好 1项')
    expect(words).not.toContain('家')
  })

  test('a unit that is only near its limit now is told as such, summed up for the level above', async () => {
    await using database = await pictured()
    await database.transact((tx) =>
      tx.unit.update({ where: { id: 'duanshi' }, data: { townshipClass: 'A' } }),
    )
    await database.at('2024-03-20', (store) => store.findings.evaluateAll('2024-03-20'))

    const words = wordsOf(await say(database, 'ou_city_admin', '变化'))

    expect(words).toContain('沁水县 第五条·专职应急人员不少于3名：1个单位由达标变为临界')
  })

  test('a unit by name in a free wording is that unit', async () => {
    await using database = await pictured()

    expect(wordsOf(await say(database, 'ou_city_admin', '沁水县这周有什么变化'))).toContain('沁水县 本周变化')
  })

  test('with nothing changed it says so, and without a picture why there is no answer', async () => {
    await using database = await pictured()
    await using empty = await memberCity()

    expect(wordsOf(await say(database, 'ou_county_leader', '变化'))).toContain('没有变化')
    expect(wordsOf(await say(empty, 'ou_county_leader', '变化'))).toContain('上周还没有周报数据')
  })
})
