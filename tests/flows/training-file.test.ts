// Training lists, templates and exports as files.
import { describe, expect, test } from 'vitest'
import { readTable } from '../../bot/sheets/read.ts'
import type { TestApp } from '../support/app.ts'
import { people, startSmall } from '../support/small.ts'
import { cells, workbook } from '../support/workbooks.ts'

const xlsx = (rows: readonly (readonly (string | number)[])[]) => workbook({ sheet: cells(rows) })
const send = (bot: TestApp, bytes: Buffer, name = '培训.xlsx', as: string = people.clerk) =>
  bot.send(as, { kind: 'file', bytes, name })
const sheets = async (bot: TestApp, as: string = people.clerk) => {
  const read = readTable('a.xlsx', await bot.file(as))
  return read !== undefined && 'sheets' in read ? read.sheets : []
}
const records = (bot: TestApp) =>
  bot.database.transact((tx) =>
    tx.trainingRecord.findMany({
      where: { voidedAt: null },
      include: { session: true, person: true },
      orderBy: { id: 'asc' },
    }),
  )

const head = ['培训结束时间', '姓名', '培训班次', '开班时间', '考试成绩', '考核结果']
const list = [
  head,
  ['2026.3.5', '侯一', '全员轮训班', '2026-02-20', 88, '通过'],
  ['2026年3月5日', '侯二', '轮训', '2026/2/20', '', ''],
  ['2026-03-05', '路人', '轮训', '2026-02-20', '', ''],
  ['2026-02-01', '侯二', '轮训', '2026-02-20', '', ''],
  ['', '侯二', '轮训', '2026-02-20', '', ''],
] as const

describe('a training list', () => {
  test('is saved line by line, with a reason for what is not', async () => {
    await using bot = await startSmall()

    const preview = await send(bot, xlsx(list))
    const reasons = (await sheets(bot))[0]?.rows.slice(1).map((row) => row.at(-1))
    await bot.click(people.clerk, preview, '保存')

    expect(preview.text).toContain('新增2，变更0，未采用3')
    expect(reasons?.slice(2)).toEqual([
      expect.stringContaining('没有“路人”'),
      expect.stringContaining('结束早于开始'),
      expect.stringContaining('缺“结束日期”'),
    ])
    const saved = await records(bot)
    expect(
      saved.map((row) => [row.person.name, row.session.kind, row.session.startDate, row.result, row.score]),
    ).toEqual([
      ['侯一', 'rotation', '2026-02-20', 'pass', 88],
      ['侯二', 'rotation', '2026-02-20', null, null],
    ])
    expect(new Set(saved.map((row) => row.sessionId)).size).toBe(1)
  })

  test('reads as its file and counts among drafts and reports, and 撤回 names it', async () => {
    await using bot = await startSmall()
    const preview = await send(bot, xlsx(list))

    const drafts = await bot.say(people.clerk, '草稿')
    const notYet = await bot.say(people.clerk, '撤回')
    await bot.click(people.clerk, preview, '保存')
    const mine = await bot.say(people.clerk, '我的上报')
    const progress = await bot.say(people.clerk, '进度 PX-20260306-001')

    expect(drafts.text).toContain('培训.xlsx：新增2，变更0，未采用3')
    expect(notYet.text).toContain('最近一条是培训名单 培训.xlsx，还没有保存')
    for (const shown of [mine, progress]) expect(shown.text).toContain('培训.xlsx：新增2，变更0，未采用3')
    expect(mine.text).not.toMatch(/等\d项/)
  })

  test('sent again changes nothing; a new result changes one line, and can be taken back', async () => {
    await using bot = await startSmall()
    await bot.click(people.clerk, await send(bot, xlsx(list)), '保存')

    expect((await send(bot, xlsx(list))).text).toContain('新增0，变更0')
    const better = xlsx([head, ['2026-03-05', '侯二', '轮训', '2026-02-20', 91, '合格']])
    const receipt = await bot.click(people.clerk, await send(bot, better), '保存')
    expect((await records(bot)).map((row) => row.score)).toEqual([88, 91])

    await bot.click(people.clerk, receipt, '撤回')
    expect((await records(bot)).map((row) => row.score)).toEqual([88, null])
  })

  test('that is long in the list of own reports can be taken back from there', async () => {
    await using bot = await startSmall()
    await bot.click(people.clerk, await send(bot, xlsx(list)), '保存')

    const mine = await bot.say(people.clerk, '我的上报')
    expect(mine.text).toContain('培训名单')
    await bot.click(people.clerk, mine, '撤回')

    expect(await records(bot)).toEqual([])
  })

  test('left as a draft can be taken up again', async () => {
    await using bot = await startSmall()
    await send(bot, xlsx(list))

    const drafts = await bot.say(people.clerk, '草稿')
    await bot.click(people.clerk, drafts, '继续')
    await bot.click(people.clerk, bot.last(people.clerk), '保存')

    expect(await records(bot)).toHaveLength(2)
  })

  test('whose people changed since the preview is not saved at all', async () => {
    await using bot = await startSmall()
    await bot.click(people.clerk, await send(bot, xlsx(list)), '保存')
    const better = xlsx([head, ['2026-03-05', '侯二', '轮训', '2026-02-20', 91, '合格']])
    const first = await send(bot, better)
    const second = await send(bot, better)
    await bot.click(people.clerk, second, '保存')

    const late = await bot.click(people.clerk, first, '保存')

    expect(late.toast).toContain('没有保存')
    expect((await records(bot)).map((row) => row.score)).toEqual([88, 91])
  })
})

describe('templates and exports', () => {
  test.each(['人员', '培训'])(
    'the template of %s has headers, an example line and notes, and reads back as that list',
    async (word) => {
      await using bot = await startSmall()

      await bot.say(people.clerk, `模板 ${word}`)
      const [first, notes] = await sheets(bot)
      const preview = await send(bot, await bot.file(people.clerk))

      expect(first?.rows).toHaveLength(2)
      expect(notes?.name).toBe('填写说明')
      expect(notes?.rows.flat().join('')).toContain('身份证号不需要填')
      expect(preview.text).toContain(word === '人员' ? '人员名单：请核对' : '培训名单：请核对')
      // Left in by many who fill it in: nobody of that name shall be in post for it.
      expect(preview.text).toContain('新增0，变更0，未采用1')
      expect(preview.text).toContain('这是模板里的例子')
    },
  )

  test('a roster that is exported is unchanged when it comes back', async () => {
    await using bot = await startSmall()

    await bot.say(people.clerk, '导出 名单')
    const exported = await bot.file(people.clerk)
    const preview = await send(bot, exported)

    expect((await sheets(bot))[0]?.rows).toHaveLength(3)
    expect(preview.text).toContain('新增0，变更0，未采用0')
  })

  test('trainings and standing are exported for those who may read the unit', async () => {
    await using bot = await startSmall()
    await bot.click(people.clerk, await send(bot, xlsx(list)), '保存')

    await bot.say(people.clerk, '导出 培训')
    expect((await sheets(bot))[0]?.rows.slice(1).map((row) => row[0])).toEqual(['侯一', '侯二'])
    await bot.say(people.clerk, '导出 达标')
    const standing = (await sheets(bot))[0]?.rows ?? []
    expect(standing.flat().join('')).toContain('沁水县郑庄镇')
    // The words of the cards.
    expect(standing.map((row) => row[2])).toContain('缺数据')
  })

  test('nobody exports a unit beside their own, and strangers export nothing', async () => {
    await using bot = await startSmall()

    expect((await bot.say(people.bagong, '导出 名单 沁水县郑庄镇')).text).toContain('不能导出沁水县郑庄镇')
    expect((await bot.say(people.public, '导出 名单')).text).toContain('绑定')
  })

  test('names that look like formulas leave as text', async () => {
    await using bot = await startSmall()
    await send(
      bot,
      xlsx([
        ['姓名', '职务', '科室'],
        ['赵甲', '=1+1', '@SUM(1)'],
      ]),
    )
    await bot.click(people.clerk, bot.last(people.clerk), '保存')

    await bot.say(people.clerk, '导出 名单')

    const row = (await sheets(bot))[0]?.rows.find((cells) => cells[0] === '赵甲')
    expect(row).toContain('=1+1')
    expect((await bot.file(people.clerk)).includes('<f>')).toBe(false)
  })
})
