// Menu, welcome, and the answer to what nobody understood: made from the tables, never silence.
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../bot/context.ts'
import { type HelpBook, helpCommand, helpPress, welcome } from '../../handlers/help.ts'
import { handle } from '../../handlers/index.ts'
import type { Command } from '../../handlers/route.ts'
import { unknownText } from '../../handlers/unknown.ts'
import { actsOf, asked, cardsOf, expectHarmless, hostile, message, press, wordsOf } from '../support/ctx.ts'
import { addPerson, addPost } from '../support/database.ts'
import { memberCity } from './city.ts'

const command = (word: string, who: Command['who']): Command => ({
  words: [word],
  help: { name: `查${word}`, example: `${word} 沁水县` },
  who,
  inGroups: 'here',
  run: async () => ({}),
})
const book: HelpBook = {
  commands: [
    command('达标', 'bound'),
    command('进度', 'anyone'),
    { ...command('暗号', 'anyone'), help: undefined },
  ],
  reports: [
    {
      kind: 'staffing',
      words: ['报人员变动'],
      hint: '到岗',
      example: '张三3月5日调到应急办',
      who: ['reporter'],
    },
    {
      kind: 'training',
      words: ['登记培训'],
      hint: '学时',
      example: '李四参加培训，80学时',
      who: ['reporter'],
    },
    { kind: 'hazard', words: ['报隐患'], hint: '照片', example: '三号皮带机没有护罩', who: 'anyone' },
  ],
}
const help = helpCommand(() => book)

describe('帮助', () => {
  test.each(['ou_county_leader', 'ou_city_admin'])(
    'gives %s questions that work as they stand',
    async (openId) => {
      await using database = await memberCity()
      const words = wordsOf(
        await asked(database, { openId }, (ctx) => help.run('', message(openId, '帮助'), ctx)),
      )
      for (const question of ['哪些乡镇缺人', '谁快到轮训期', '比上周有什么变化']) {
        expect(words).toContain(question)
        const answer = await asked(database, { openId }, (ctx) => handle(message(openId, question), ctx))
        expect(wordsOf(answer)).not.toContain('没看懂')
      }
    },
  )

  test('shows a member every tile, an example per report and the commands with help', async () => {
    await using database = await memberCity()
    const outcome = await asked(database, { openId: 'ou_clerk' }, (ctx) =>
      help.run('', message('ou_clerk', '帮助'), ctx),
    )
    expect(actsOf(outcome)).toEqual([
      { act: 'report.open', kind: 'staffing' },
      { act: 'report.open', kind: 'training' },
      { act: 'report.open', kind: 'hazard' },
      { act: 'mine.reports' },
      { act: 'standing.show' },
      { act: 'mine.drafts' },
      { act: 'clause.list' },
    ])
    for (const words of ['张三3月5日调到应急办', '三号皮带机没有护罩', '达标 沁水县', '进度 沁水县'])
      expect(wordsOf(outcome)).toContain(words)
    expect(wordsOf(outcome)).not.toContain('暗号')
  })

  test.each(['ou_county_leader', 'ou_county_admin'])(
    'offers %s, who files no lists, only what will open',
    async (openId) => {
      await using database = await memberCity()
      const outcome = await asked(database, { openId }, (ctx) => help.run('', message(openId, '帮助'), ctx))
      expect(actsOf(outcome)).toEqual([
        { act: 'report.open', kind: 'hazard' },
        { act: 'mine.reports' },
        { act: 'standing.show' },
        { act: 'clause.list' },
      ])
    },
  )

  test('shows a stranger only what strangers may do, and how to become a member', async () => {
    await using database = await memberCity()
    const outcome = await asked(database, { openId: 'ou_stranger' }, (ctx) =>
      help.run('', message('ou_stranger', '帮助'), ctx),
    )
    expect(actsOf(outcome)).toEqual([{ act: 'report.open', kind: 'hazard' }, { act: 'mine.reports' }])
    expect(wordsOf(outcome)).toContain('绑定 邀请码')
    expect(wordsOf(outcome)).not.toContain('达标 沁水县')
  })

  test.each(['帮助', '菜单', '?', '？', '你好'])('%s opens it', (word) => {
    expect(help.words).toContain(word)
  })

  test('pressed anywhere comes in private', async () => {
    await using database = await memberCity()
    const outcome = await asked(database, { openId: 'ou_clerk' }, (ctx) =>
      helpPress(() => book).run(press('ou_clerk', { act: 'help.menu' }), ctx),
    )
    expect(outcome.say).toMatchObject([{ to: { openId: 'ou_clerk' } }])
  })
})

describe('somebody who opens the chat', () => {
  const entered = (openId: string, firstTime: boolean) =>
    ({ kind: 'entered', openId, chatId: `oc_${openId}`, firstTime }) as const

  test('for the first time is told what to say', async () => {
    await using database = await memberCity()
    const outcome = await asked(database, { openId: 'ou_clerk' }, (ctx) =>
      welcome(entered('ou_clerk', true), ctx, book),
    )
    for (const { example } of book.reports) expect(wordsOf(outcome)).toContain(example)
    expect(wordsOf(outcome)).not.toContain('匿名')
  })

  test('as a stranger is also told how to bind and who can see a tip', async () => {
    await using database = await memberCity()
    const outcome = await asked(database, { openId: 'ou_stranger' }, (ctx) =>
      welcome(entered('ou_stranger', true), ctx, book),
    )
    for (const words of ['绑定 邀请码', '举报隐患不用绑定', '匿名', '只是保密', '三号皮带机没有护罩'])
      expect(wordsOf(outcome)).toContain(words)
    expect(wordsOf(outcome)).not.toContain('张三3月5日调到应急办')
  })

  test('as a stranger the roster knows is offered the post', async () => {
    await using database = await memberCity()
    await database.transact(async (tx) => {
      await addPerson(tx, 'p1', { name: '吴十' })
      await addPost(tx, 'p1', 'duanshi')
    })
    const asker = { openId: 'ou_stranger', phoneMatch: { personId: 'p1', name: '吴十' } }
    const outcome = await asked(database, asker, (ctx) => welcome(entered('ou_stranger', true), ctx, book))
    expect(actsOf(outcome)).toEqual([{ act: 'bind.phone' }, { act: 'bind.notMe' }])
    expect(wordsOf(outcome)).not.toContain('您还没有绑定单位')
  })

  test('again hears nothing', async () => {
    await using database = await memberCity()
    const outcome = await asked(database, { openId: 'ou_clerk' }, (ctx) =>
      welcome(entered('ou_clerk', false), ctx, book),
    )
    expect(outcome).toEqual({})
  })
})

describe('a text nobody understands', () => {
  const unknown = async (text: string, changes: object = {}, openId = 'ou_clerk') => {
    await using database = await memberCity()
    const work = async (ctx: Ctx) => unknownText(message(openId, text, changes), ctx, book)
    return await asked(database, { openId }, work)
  }

  test.each([
    ['我要看达标的', '达标 沁水县'],
    ['报隐个患', '三号皮带机没有护罩'],
    ['培训的事', '李四参加培训，80学时'],
  ])('%s is near %s', async (text, near) => {
    const lines = wordsOf(await unknown(text)).split('\n')
    expect(lines.find((line) => line.startsWith('- '))).toBe(`- ${near}`)
  })

  test('that is only the name of a unit is answered with what can be asked about it', async () => {
    const words = wordsOf(await unknown('郑庄镇', {}, 'ou_county_leader'))
    for (const question of ['达标', '名单', '缺人']) expect(words).toContain(`${question} 沁水县郑庄镇`)
    expect(wordsOf(await unknown('郑庄镇', {}, 'ou_stranger'))).not.toContain('名单')
  })

  test.each([
    ['foreign', 'xyz'],
    ['empty', ''],
    ['very long', '哦'.repeat(10_000)],
  ])('that is %s still gets three examples and the menu', async (_what, text) => {
    const outcome = await unknown(text)
    expect(wordsOf(outcome).match(/^- /gm)).toHaveLength(3)
    expect(actsOf(outcome)).toContainEqual({ act: 'help.menu' })
  })

  test('is repeated as typed and shortened in private, not at all in a group', async () => {
    expect(wordsOf(await unknown('甲'.repeat(41)))).toContain(`${'甲'.repeat(40)}…`)
    expect(wordsOf(await unknown('乙乙乙', { chatType: 'group' }))).not.toContain('乙乙乙')
  })

  test('that would mention everybody is only shown', async () => {
    const outcome = await unknown(hostile)
    expectHarmless(outcome)
    expect(cardsOf(outcome)).toHaveLength(1)
  })

  test('of a sticker or a voice is answered with what can be read', async () => {
    expect(wordsOf(await unknown('', { messageType: 'audio' }))).toContain('文字、照片和文件')
  })

  test('of a stranger is answered with what strangers may do', async () => {
    const words = wordsOf(await unknown('李四的培训', {}, 'ou_stranger'))
    expect(words).toContain('您还没有绑定单位')
    expect(words).not.toContain('李四参加培训')
    expect(actsOf(await unknown('有人私自开采', {}, 'ou_stranger'))).toContainEqual({
      act: 'report.open',
      kind: 'hazard',
    })
  })
})
