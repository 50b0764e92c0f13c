// Rosters that name the month alone in which somebody came: taken from its first day, and said so before saving.
import { expect, test } from 'vitest'
import { readTable } from '../../bot/sheets/read.ts'
import { people, startSmall } from '../support/small.ts'
import { cells, workbook } from '../support/workbooks.ts'

const roster = workbook({
  sheet: cells([
    ['姓名', '任职时间', '职务'],
    ['王小明', '2024年3月', '科员'],
    ['侯一', '2020.12', '站长'],
    ['李四', '2024.1', '科员'],
  ]),
})

test('a month is taken from its first day, said on the card and beside the line, and is no news the next time', async () => {
  await using bot = await startSmall()
  const send = async () => {
    const preview = await bot.send(people.clerk, { kind: 'file', bytes: roster, name: '名单.xlsx' })
    const read = readTable('a.xlsx', await bot.file(people.clerk))
    const rows = read !== undefined && 'sheets' in read ? (read.sheets[0]?.rows ?? []) : []
    return { preview, reasons: rows.slice(1).map((row) => row.slice(4).join(' ')) }
  }
  const from = () =>
    bot.database.at('2026-03-06', async (store) =>
      (await store.imports.roster(['zhengzhuang'], '2026-03-06')).map((post) => [post.name, post.from]),
    )

  const first = await send()
  expect(first.preview.text).toContain('1名新人的到岗日期只写到月，按当月1日计')
  expect(first.reasons).toEqual([
    '新增 到岗日期只写到月，按 2024-03-01 计',
    '变更 职务 （空）→站长；到岗日期 2020-01-01→2020-12-01',
    expect.stringContaining('未采用 到岗日期读到的是“2024.1”'),
  ])
  await bot.click(people.clerk, first.preview, '保存')
  expect(await from()).toContainEqual(['王小明', '2024-03-01'])

  await bot.database.transact((tx) =>
    tx.post.updateMany({ where: { from: '2024-03-01' }, data: { from: '2024-03-18' } }),
  )
  const again = await send()
  expect(again.preview.text).toContain('没有要保存的内容')
  expect(again.reasons.slice(0, 2).map((words) => words.trim())).toEqual(['无变化', '无变化'])
})
