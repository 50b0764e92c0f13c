// How a number was computed: measured, asked, where each parameter comes from, and the rows behind it.
import { describe, expect, test } from 'vitest'
import type { MessageIn } from '../../../bot/context.ts'
import { computedPresses } from '../../../handlers/queries/computed.ts'
import { handleMessage } from '../../../handlers/say.ts'
import { documentParameters } from '../../../policy/parameters.ts'
import { actsOf, asked, expectHarmless, message, press, sentPrivately, wordsOf } from '../../support/ctx.ts'
import { addPerson, addPost, addStaff, type TestDatabase } from '../../support/database.ts'
import { bindGroup, memberCity } from '../city.ts'

async function staffed(): Promise<TestDatabase> {
  const database = await memberCity()
  await database.transact(async (tx) => {
    await addStaff(tx, 'zhengzhuang', 1)
    await addPerson(tx, 'z', { name: '郑十一' })
    await addPost(tx, 'z', 'zhengzhuang', { from: '2023-03-01' })
    await addPerson(tx, 'officer', { name: '王十二' })
    const officer = { roleCode: 'enforcementOfficer', postKind: 'enforcement', from: '2022-01-01' }
    await addPost(tx, 'officer', 'bureau', officer)
  })
  await database.at('2024-03-20', (store) => store.findings.evaluateAll('2024-03-20'))
  return database
}

const say = (database: TestDatabase, openId: string, text: string, changes: Partial<MessageIn> = {}) =>
  asked(database, { openId }, (ctx) => handleMessage(message(openId, text, changes), ctx))

describe('怎么算', () => {
  test.each(['怎么算 专职应急人员', '怎么算 A05-5', '我们镇的专职人员是怎么算出来的？'])(
    '"%s" shows the measure, the words of the document with their date, the settings and the people',
    async (text) => {
      await using database = await staffed()

      const outcome = await say(database, 'ou_clerk', text)

      expectHarmless(outcome)
      const words = wordsOf(outcome)
      for (const part of [
        '专职应急管理人员 2人，至少3人，还差1人',
        '3人（第五条“至少配备3—5名专业应急管理人员”，2021年4月20日起）',
        'C类乡镇专职应急人员目标：3人（本市设定，2021年4月20日起）',
        '用到的记录 2条',
        '郑十一 乡镇专业应急管理人员，2023年3月1日起',
        '截至2024-03-20',
      ])
        expect(words).toContain(part)
    },
  )

  test('the other reading of the wording stands beside the one used', async () => {
    await using database = await staffed()

    const words = wordsOf(await say(database, 'ou_officer', '怎么算 A06-5'))

    expect(words).toContain('第六条“相关学历、职业资格和实践经验”的理解：具备其一')
    expect(words).toMatch(/三项齐备：0\/1人/)
  })

  test('without a clause the clauses of the own unit are offered, and a press shows one', async () => {
    await using database = await staffed()

    const offered = await say(database, 'ou_clerk', '这个数怎么算的')
    const acts = actsOf(offered)
    const chosen = acts.find((act) => act['clause'] === 'A05-5')
    const shown = await asked(database, { openId: 'ou_clerk' }, async (ctx, tx) => {
      await sentPrivately(tx, 'ou_clerk')
      const show = computedPresses.find(({ act }) => act === 'computed.show')
      return show?.run(press('ou_clerk', { act: 'computed.show', ...chosen }), ctx) ?? {}
    })

    expect(acts.length).toBeGreaterThan(3)
    expect(acts.every((act) => act['unit'] === 'zhengzhuang')).toBe(true)
    expect(wordsOf(shown)).toContain('郑十一 乡镇专业应急管理人员')
  })

  test('an article with several clauses offers those', async () => {
    await using database = await staffed()

    const clauses = actsOf(await say(database, 'ou_clerk', '第五条怎么算的')).map((act) => act['clause'])

    expect(clauses).toContain('A05-5')
    expect(clauses.every((clause) => String(clause).startsWith('A05-'))).toBe(true)
  })

  test('of a county it is the sum over its units, and a press opens one that falls short', async () => {
    await using database = await staffed()

    const outcome = await say(database, 'ou_county_leader', '怎么算 专职应急人员')
    const words = wordsOf(outcome)
    const opening = { act: 'computed.unit', unit: 'zhengzhuang', clause: 'A05-5' }
    const one = await asked(database, { openId: 'ou_county_leader' }, async (ctx) => {
      const opens = computedPresses.find(({ act }) => act === 'computed.unit')
      return (await opens?.run(press('ou_county_leader', opening), ctx)) ?? {}
    })

    expect(words).toContain('0/2个单位达标，不达标1个，缺数据1个')
    expect(words).toContain('3人（第五条“至少配备3—5名专业应急管理人员”，2021年4月20日起）')
    expect(actsOf(outcome)).toEqual([opening])
    expect(wordsOf(one)).toContain('专职应急管理人员 2人，至少3人，还差1人')
  })

  test('without a clause a leader chooses among those of the units below', async () => {
    await using database = await staffed()

    const outcome = await say(database, 'ou_county_leader', '怎么算')

    expect(actsOf(outcome)).toContainEqual({ act: 'computed.show', unit: 'qinshui', clause: 'A05-5' })
  })

  test('in a group the rows are counted, not named', async () => {
    await using database = await staffed()
    await bindGroup(database)

    const words = wordsOf(await say(database, 'ou_clerk', '怎么算 A05-5', { chatType: 'group' }))

    expect(words).toContain('用到的记录 2条')
    expect(words).not.toContain('郑十一')
  })

  test('who may not read the unit gets neither the number nor the people, by word or by press', async () => {
    await using database = await staffed()
    const value = { act: 'computed.show', unit: 'zhengzhuang', clause: 'A05-5' }

    const said = await say(database, 'ou_neighbour', '怎么算 专职应急人员 郑庄镇')
    const pressed = await asked(
      database,
      { openId: 'ou_neighbour' },
      async (ctx) =>
        (await computedPresses
          .find(({ act }) => act === value.act)
          ?.run(press('ou_neighbour', value), ctx)) ?? {},
    )

    expect(wordsOf(said)).toContain('您不能查看沁水县郑庄镇')
    expect(wordsOf(pressed)).toContain('您不能查看这个单位')
    expect(`${wordsOf(said)}${wordsOf(pressed)}`).not.toMatch(/郑十一|还差/)
  })

  test('every number of the document that a finding of the city rests on can be cited', async () => {
    await using database = await staffed()
    const cited = new Set(documentParameters.map(({ id }) => id))

    const findings = await database.at('2024-03-20', async (store) => {
      const units = await store.units.tree('city')
      return store.findings.of(units.map(({ id }) => id))
    })

    const used = findings.flatMap((finding) => finding.used).filter(({ source }) => source === 'document')
    expect(used.length).toBeGreaterThan(5)
    expect(used.filter(({ id }) => !cited.has(id))).toEqual([])
  })
})
