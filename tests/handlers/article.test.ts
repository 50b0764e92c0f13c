// The words of the document, with the numbers that stand in them.
import { describe, expect, test } from 'vitest'
import { articleAnswer, clause } from '../../handlers/article.ts'
import { articles } from '../../policy/document.ts'
import { asked, expectHarmless, hostile, message, wordsOf } from '../support/ctx.ts'
import { freshDatabase } from '../support/database.ts'

const said = async (text: string, rest: string) => {
  await using database = await freshDatabase()
  return await asked(database, { openId: 'ou_1' }, (ctx) => clause.run(rest, message('ou_1', text), ctx))
}

describe('条款', () => {
  test.each([
    ['条款 5', '5'],
    ['条款 五', '五'],
    ['条款五', '五'],
    ['第五条', ''],
    ['第5条', ''],
    ['第五条写了什么', '写了什么'],
  ])('%s shows article 5 with its citation', async (text, rest) => {
    const words = wordsOf(await said(text, rest))
    for (const part of ['第五条 充实安全监管力量', '晋市政办〔2021〕10号', '- 至少配备3—5名专业应急管理人员'])
      expect(words).toContain(part)
  })

  test.each([
    ['条款 17', '17'],
    ['条款 零', '零'],
    ['条款', ''],
    ['条款 x', hostile],
  ])('%s lists what there is', async (text, rest) => {
    const outcome = await said(text, rest)
    expect(wordsOf(outcome)).toContain('第十六条 强化安全生产追责问责')
    expectHarmless(outcome)
  })

  test('an article that there is not is named as it was read', async () => {
    expect(wordsOf(await said('第99条', ''))).toContain('读到的是“第99条”，文件只有第一条到第十六条')
  })

  test('every article fits into a card', async () => {
    for (const { number, heading } of articles)
      expect(wordsOf(await said(`条款 ${number}`, String(number)))).toContain(heading)
  })

  test('in a group answers there', async () => {
    await using database = await freshDatabase()
    const asking = message('ou_1', '条款 5', { chatType: 'group' })
    const outcome = await asked(database, { openId: 'ou_1' }, (ctx) => clause.run('5', asking, ctx))
    expect(outcome.say).toMatchObject([{ to: { replyTo: asking.messageId, chatId: 'oc_group' } }])
  })
})

describe('a question in free text', () => {
  test.each(['请问第七条对培训有什么要求', '第7条怎么说的？'])('%s is answered', (text) => {
    expect(wordsOf(articleAnswer(message('ou_1', text)) ?? {})).toContain('第七条 加强监管人员培训')
  })

  test.each(['按第五条张三调到应急办', '今天培训了', `第五条${'写'.repeat(60)}`])('%s is none', (text) => {
    expect(articleAnswer(message('ou_1', text))).toBeUndefined()
  })
})
