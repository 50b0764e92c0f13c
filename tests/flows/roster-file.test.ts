// A roster sent as a file: read, compared, sent back with reasons, saved on one tap, taken back under one number.
import { describe, expect, test } from 'vitest'
import { readTable } from '../../bot/sheets/read.ts'
import type { TestApp } from '../support/app.ts'
import { people, startSmall } from '../support/small.ts'
import { cells, workbook } from '../support/workbooks.ts'

const head = ['序号', '身份证号', '姓 名', '所在科室', '是否专职', '任职时间', '联系电话', '备注']
const id = '140521199001011234'
const roster = [
  ['沁水县郑庄镇应急管理人员花名册'],
  head,
  [1, id, '侯一', '应急办', '专职', 46086, '', ''],
  [2, '', '王小明', '应急办', '是', '2026年3月2日', '13800000001', '新来的'],
  [3, '', '李 四', '农业办', '否', '2026.2.30', '', ''],
  [4, '', '王小明', '应急办', '是', '2026/3/2', '', ''],
  ['合计', '', 4],
] as const
type Rows = readonly (readonly (string | number)[])[]
const xlsx = (rows: Rows) => workbook({ sheet: cells(rows, rows === roster ? ['A1:H1'] : []) })
const send = (bot: TestApp, bytes: Buffer, name = '花名册.xlsx') =>
  bot.send(people.clerk, { kind: 'file', bytes, name })
const sheetOf = async (bot: TestApp) => {
  const read = readTable('a.xlsx', await bot.file(people.clerk))
  return read !== undefined && 'sheets' in read ? (read.sheets[0]?.rows ?? []) : []
}
const inPost = (bot: TestApp) =>
  bot.database.at('2026-03-06', async (store) =>
    (await store.people.inPost(['zhengzhuang'], '2026-03-06')).map((post) =>
      `${post.name} ${post.department ?? ''}`.trim(),
    ),
  )

describe('a roster as a workbook', () => {
  test('is previewed with counts, sent back with a reason in the last column of each refused line, and saved', async () => {
    await using bot = await startSmall()

    const preview = await send(bot, xlsx(roster))
    expect(preview.text).toContain('新增1，变更1，未采用2')
    expect(await inPost(bot)).toEqual(['侯一', '侯二'])
    const result = await sheetOf(bot)
    expect(result[0]).toEqual([
      '原行号',
      '序号',
      '姓 名',
      '所在科室',
      '是否专职',
      '任职时间',
      '联系电话',
      '备注',
      '结果',
      '原因',
    ])
    expect(result.slice(1).map((row) => [row[0], row[8]])).toEqual([
      ['3', '变更'],
      ['4', '新增'],
      ['5', '未采用'],
      ['6', '未采用'],
    ])
    expect(result[3]?.at(-1)).toContain('2026.2.30')
    expect(result[4]?.at(-1)).toContain('第4行')

    const receipt = await bot.click(people.clerk, preview, '保存')
    expect(receipt.toast).toBe('已导入 RY-20260306-001')
    expect(await inPost(bot)).toEqual(['侯一 应急办', '侯二', '王小明 应急办'])
  })

  test('sent again changes nothing', async () => {
    await using bot = await startSmall()
    await bot.click(people.clerk, await send(bot, xlsx(roster)), '保存')

    const again = await send(bot, xlsx(roster))

    expect(again.text).toContain('没有要保存的内容')
    expect((await sheetOf(bot)).slice(1).map((row) => row[8])).toEqual([
      '无变化',
      '无变化',
      '未采用',
      '未采用',
    ])
  })

  test('is taken back as one, also what it changed', async () => {
    await using bot = await startSmall()
    const receipt = await bot.click(people.clerk, await send(bot, xlsx(roster)), '保存')

    const ended = await bot.click(people.clerk, receipt, '撤回')

    expect(ended.toast).toBe('已撤回 RY-20260306-001')
    expect(await inPost(bot)).toEqual(['侯一', '侯二'])
  })

  test('keeps no identity number, neither in the database nor in what is sent back', async () => {
    await using bot = await startSmall()

    const preview = await send(bot, xlsx(roster))

    expect(preview.text).toContain('身份证号')
    expect(preview.text).toContain('不保存')
    expect(JSON.stringify(await sheetOf(bot))).not.toContain(id)
    const drafts = await bot.database.at('2026-03-06', (store) => store.reports.byId(1))
    expect(drafts?.items.length).toBe(3)
    expect(JSON.stringify(drafts)).not.toContain(id)
    expect(await bot.database.transact((tx) => tx.file.count())).toBe(0)
  })

  test('is read in any order of columns, as CSV in GB18030 as well', async () => {
    await using bot = await startSmall()
    const gb = Buffer.from('bfc6cad22cd0d5c3fb0d0ad3a6bcb1b0ec2cc0eecbc40d0a', 'hex')

    const preview = await send(bot, gb, '名单.csv')
    await bot.click(people.clerk, preview, '保存')

    expect(await inPost(bot)).toEqual(['侯一', '侯二', '李四 应急办'])
    expect(preview.text).toContain('从今天起算')
  })

  test('is not saved twice from two previews, nor again for somebody who comes next month', async () => {
    await using bot = await startSmall()
    const coming = xlsx([
      ['姓名', '到岗日期'],
      ['赵甲', '2026-04-01'],
    ])
    const first = await send(bot, coming)
    const second = await send(bot, coming)
    await bot.click(people.clerk, second, '保存')

    expect((await bot.click(people.clerk, first, '保存')).toast).toContain('没有保存')
    expect((await send(bot, coming)).text).toContain('没有要保存的内容')
    expect(
      await bot.database.transact((tx) => tx.post.count({ where: { voidedAt: null, from: '2026-04-01' } })),
    ).toBe(1)
  })

  test('can be given up: nothing was written', async () => {
    await using bot = await startSmall()

    const ended = await bot.click(people.clerk, await send(bot, xlsx(roster)), '取消')

    expect(ended.text).toContain('没有写入任何内容')
    expect(await inPost(bot)).toEqual(['侯一', '侯二'])
  })

  test('of somebody who belongs to no unit is not taken', async () => {
    await using bot = await startSmall()

    const answer = await bot.send(people.public, { kind: 'file', bytes: xlsx(roster), name: '花名册.xlsx' })

    expect(answer.text).toContain('没有绑定单位')
  })

  test('with a unit that is not below the sender is refused line by line', async () => {
    await using bot = await startSmall()

    await send(
      bot,
      xlsx([
        ['姓名', '单位'],
        ['张三', '巴公镇'],
        ['李四', '郑庄村'],
      ]),
    )

    const result = await sheetOf(bot)
    expect(result.slice(1).map((row) => row[3])).toEqual(['未采用', '新增'])
    expect(result[1]?.at(-1)).toContain('不是沁水县郑庄镇或其下级')
  })
})
