// What speaks of tips and tells none is answered, and nothing is stored.
import { describe, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { people, sentences, startSmall } from '../support/small.ts'
import { nothing, stored } from './plain-words.ts'

const { clerk, officer, public: witness } = people

const wishes = ['我想举报', '举报隐患', '我要匿名举报', '有隐患要反映']
const questions = ['举报流程', '举报电话是多少', '举报奖励怎么拿', '举报材料交哪里', '你好我想咨询举报']
const others = [
  '最近有什么举报',
  '什么算重大隐患',
  '我的举报',
  '我报的隐患',
  '谢谢你们处理了我的举报',
  '不是举报，我就问问',
  '我没举报',
  '3月5日开了隐患排查会',
  '组织了隐患排查',
  '导出举报',
]

describe('nothing is stored of', () => {
  test('what says that somebody wants to tell something: place and trouble are asked for', async () => {
    await using bot = await startSmall()
    for (const who of [clerk, witness])
      for (const text of wishes)
        expect((await bot.say(who, text)).text, text).toContain('请说明在哪里、什么问题')

    expect(await stored(bot)).toEqual(nothing)
  })

  test('questions about how tips are made, which are answered with the rules and the telephone', async () => {
    await using bot = await startSmall()
    for (const who of [clerk, witness])
      for (const text of questions) expect((await bot.say(who, text)).text, text).toContain('12350')

    expect(await stored(bot)).toEqual(nothing)
  })

  test('thanks, denials, meetings, inspections, exports and words about the own tip', async () => {
    await using bot = await startSmall()
    for (const who of [clerk, witness]) for (const text of others) await bot.say(who, text)

    expect(await stored(bot)).toEqual(nothing)
  })

  test('complaints of an officer, which go past the office complained of', async () => {
    await using bot = await startSmall()
    for (const text of ['你们执法大队那个人来我店里查完还拿走两条烟', '县应急局的人检查收红包'])
      expect((await bot.say(witness, text)).text, text).toContain('电话12388')

    expect(await stored(bot)).toEqual(nothing)
  })

  test('a resident who found nothing', async () => {
    await using bot = await startSmall()
    for (const text of ['没有发现隐患', '本周无隐患', '今天查隐患没发现问题'])
      expect((await bot.say(witness, text)).text).toContain('好的')

    expect(await stored(bot)).toEqual(nothing)
  })
})

test('what tells something wrong somewhere is stored at once, whatever is asked beside it', async () => {
  await using bot = await startSmall()
  const told = [
    sentences.hazard,
    '巴公镇加油站消防通道堵死了，举报有奖吗',
    '举报子丑煤业把瓦斯探头包住了，谢谢',
    '郑庄镇甲村路边电线掉下来了，没人管吗',
  ]
  for (const text of told) {
    const before = bot.all(witness).length
    await bot.say(witness, text)
    const [receipt, answer] = bot.all(witness).slice(before)
    expect(receipt?.text).toContain('举报已收到')
    if (text.endsWith('有奖吗')) expect(answer?.text).toContain('举报奖励的规定')
  }

  expect(await stored(bot)).toMatchObject({ tips: told.length })
})

describe('what was sent before a tip', () => {
  const pdf = { kind: 'file', bytes: Buffer.from('%PDF-1.4'), name: '总结.pdf' } as const

  test('is part of it when it is a recording, and never when it is a document', async () => {
    await using bot = await startSmall()
    await bot.send(witness, pdf)
    await bot.send(witness, { kind: 'audio', bytes: Buffer.from('OggS'), name: '' })
    await bot.say(witness, sentences.hazard)

    expect(await files(bot)).toEqual([['audio/ogg', true]])
    expect(bot.last(officer).text).toContain('已收下附件（卡片上打不开）：1个')
  })

  test('is no part of it when a document comes after it', async () => {
    await using bot = await startSmall()
    await bot.say(witness, sentences.hazard)
    const answer = await bot.send(witness, pdf)

    expect(answer.text).not.toContain('已随举报')
    expect(await files(bot)).toEqual([])
  })

  /** Kind of every stored file, and whether a report has it. */
  function files(bot: TestApp): Promise<[string, boolean][]> {
    return bot.database.transact(async (tx) => {
      const rows = await tx.file.findMany({ orderBy: { createdAt: 'asc' } })
      return rows.map(({ mime, reportId }): [string, boolean] => [mime, reportId !== null])
    })
  }
})
