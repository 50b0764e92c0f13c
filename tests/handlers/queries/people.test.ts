// Who is in post, how many they are, and how somebody can be reached: answered as asked, names and telephones in private.
import { describe, expect, test } from 'vitest'
import type { MessageIn } from '../../../bot/context.ts'
import { handleMessage } from '../../../handlers/say.ts'
import { asked, message, wordsOf } from '../../support/ctx.ts'
import { addPerson, addPost, type TestDatabase } from '../../support/database.ts'
import { bindGroup, memberCity } from '../city.ts'

/** 郑庄镇 has 郑十一 (full time) and 郑十二, the bureau 王五, the neighbour 巴公镇 another 郑十一. */
async function staffed(): Promise<TestDatabase> {
  const database = await memberCity()
  await database.transact(async (tx) => {
    await addPerson(tx, 'p11', { name: '郑十一', phone: '13800000011' })
    await addPerson(tx, 'p12', { name: '郑十二' })
    await addPerson(tx, 'p5', { name: '王五', phone: '13800000005' })
    await addPerson(tx, 'other', { name: '郑十一', phone: '13800000099' })
    const staff = { roleCode: 'townshipStaff', from: '2023-01-01' } as const
    await addPost(tx, 'p11', 'zhengzhuang', { ...staff, fullTime: true })
    await addPost(tx, 'p12', 'zhengzhuang', { ...staff, fullTime: false })
    await addPost(tx, 'p5', 'bureau', { roleCode: 'enforcementOfficer', from: '2023-01-01' })
    await addPost(tx, 'other', 'bagong', staff)
  })
  return database
}

const say = (database: TestDatabase, openId: string, text: string, changes: Partial<MessageIn> = {}) =>
  asked(database, { openId }, (ctx) => handleMessage(message(openId, text, changes), ctx))

const inGroup = { chatType: 'group' } as const
const targets = (outcome: Awaited<ReturnType<typeof say>>) =>
  (outcome.say ?? []).flatMap((one) => ('to' in one ? [one.to] : []))

describe('名单', () => {
  test.each(['名单', '人员名单', '郑庄镇人员名单', '谁是站长'])('"%s" lists who is in post', async (text) => {
    await using database = await staffed()

    const words = wordsOf(await say(database, 'ou_clerk', text))

    expect(words).toContain('沁水县郑庄镇 在岗名单')
    expect(words).toMatch(/乡镇专业应急管理人员 2人[\s\S]*郑十一 专职[\s\S]*郑十二/)
    expect(words).not.toContain('王五')
  })

  test('asked in a group it comes in private', async () => {
    await using database = await staffed()

    const outcome = await say(database, 'ou_clerk', '名单', inGroup)

    expect(targets(outcome)[1]).toEqual({ openId: 'ou_clerk' })
    expect(targets(outcome)).toHaveLength(2)
  })

  test('of a unit beside the own one is not shown', async () => {
    await using database = await staffed()

    expect(wordsOf(await say(database, 'ou_clerk', '名单 巴公镇'))).toContain('您不能查看')
  })

  test('is not taken for the answer to what an open draft asks', async () => {
    await using database = await staffed()
    await say(database, 'ou_clerk', '我镇成立了应急办，文号郑政发〔2024〕5号')

    expect(wordsOf(await say(database, 'ou_clerk', '名单'))).toContain('在岗名单')
  })
})

describe('人数', () => {
  test.each(['我们镇有几个人', '人数'])('"%s" is answered with the number', async (text) => {
    await using database = await staffed()

    const words = wordsOf(await say(database, 'ou_clerk', text))

    expect(words).toContain('沁水县郑庄镇 在岗人数')
    expect(words).toContain('乡镇专业应急管理人员 2人，其中专职1人')
  })

  test('a county is asked for by name, and counts may stand in a group', async () => {
    await using database = await staffed()
    await bindGroup(database)

    const outcome = await say(database, 'ou_county_leader', '沁水县有多少人', inGroup)

    expect(wordsOf(outcome)).toContain('沁水县 在岗人数')
    expect(wordsOf(outcome)).toContain('执法人员 1人')
    expect(wordsOf(outcome)).not.toContain('郑十一')
    expect(targets(outcome)).toEqual([{ replyTo: 'om_ou_county_leader', chatId: 'oc_group' }])
  })
})

describe('查电话', () => {
  test.each(['郑十一电话多少', '郑十一的手机号', '查一下郑十一的联系方式', '查电话 郑十一'])(
    '"%s" tells the clerk the telephone of a colleague, and is audited',
    async (text) => {
      await using database = await staffed()

      const outcome = await say(database, 'ou_clerk', text)

      expect(wordsOf(outcome)).toContain('13800000011')
      expect(wordsOf(outcome)).not.toContain('13800000099')
      expect(outcome.audit).toEqual({ action: 'person.phoneSeen', subject: 'person:p11' })
    },
  )

  test('somebody elsewhere and somebody unknown get the same answer', async () => {
    await using database = await staffed()

    const elsewhere = wordsOf(await say(database, 'ou_clerk', '王五电话多少'))
    const unknown = wordsOf(await say(database, 'ou_clerk', '赵六六电话多少'))

    expect(elsewhere).toContain('在岗名单没有“王五”')
    expect(unknown.replace('赵六六', '王五').replace('赵六六', '王五')).toBe(elsewhere)
  })

  test('in a group the number comes in private', async () => {
    await using database = await staffed()

    const outcome = await say(database, 'ou_clerk', '郑十一电话多少', inGroup)

    expect(targets(outcome)[1]).toEqual({ openId: 'ou_clerk' })
    expect(JSON.stringify(outcome.say?.[0])).not.toContain('138')
  })

  test('somebody unbound learns how to be bound, and who reported is refused as ever', async () => {
    await using database = await staffed()

    expect(wordsOf(await say(database, 'ou_stranger', '郑十一电话多少'))).toContain('您还没有绑定单位')
    expect(wordsOf(await say(database, 'ou_clerk', '举报人电话多少'))).toContain('这个要求不能办')
  })
})
