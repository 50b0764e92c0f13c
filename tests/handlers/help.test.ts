// Menu and welcome, made from the tables.
import { describe, expect, test } from 'vitest'
import { helpCommand, helpPress, welcome } from '../../handlers/help.ts'
import { handle } from '../../handlers/index.ts'
import { actsOf, asked, message, press, wordsOf } from '../support/ctx.ts'
import { addPerson, addPost } from '../support/database.ts'
import { memberCity } from './city.ts'
import { book } from './small-book.ts'

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
