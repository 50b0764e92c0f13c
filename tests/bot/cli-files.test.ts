// Lists in and out by the command line.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readTable } from '../../bot/sheets/read.ts'
import { commandLine } from '../support/command-line.ts'
import { cells, workbook } from '../support/workbooks.ts'

const { anjian: run, folder, remove } = commandLine()
afterAll(remove)
const anjian = (...words: readonly string[]) => run(words)

test('a roster is imported, refused lines named, the second time nothing changes, and it comes out again', async () => {
  const file = join(folder, '名单.xlsx')
  const rows = [
    ['姓名', '科室', '到岗日期'],
    ['张三', '应急办', '2026-01-05'],
    ['李四', '应急办', '2026-02-30'],
  ]
  writeFileSync(file, workbook({ sheet: cells(rows) }))
  await anjian('demo', '--units')
  const imported = (...more: readonly string[]) =>
    anjian('import', file, '--unit', '沁水县郑庄镇', '--json', ...more)

  expect(JSON.parse((await imported('--dry-run')).out)).toMatchObject({
    added: 1,
    refused: 1,
    sheet: '一',
    unread: [],
  })
  const first = JSON.parse((await imported('--out', join(folder, 'checked.xlsx'))).out)
  const second = JSON.parse((await imported()).out)
  const out = join(folder, 'roster.xlsx')
  const exported = await anjian('export', 'roster', '--unit', '沁水县郑庄镇', '--out', out)

  expect(first).toMatchObject({ added: 1, refused: 1, number: expect.stringMatching(/^RY-/) })
  expect(first.refusals[0].why).toContain('2026-02-30')
  expect(second).toMatchObject({ added: 0, changed: 0, same: 1 })
  expect(second.number).toBeUndefined()
  expect(exported.out).toContain('1 rows')
  const read = readTable('a.xlsx', readFileSync(out))
  expect(read !== undefined && 'sheets' in read ? read.sheets[0]?.rows[1]?.[0] : undefined).toBe('张三')
  expect(readFileSync(join(folder, 'checked.xlsx')).length).toBeGreaterThan(1000)
  for (const written of ['checked.xlsx', 'roster.xlsx'])
    expect(statSync(join(folder, written)).mode & 0o777).toBe(0o600)
}, 120_000)

test('what an import leaves out of a file is named', async () => {
  const file = join(folder, '多余的列.xlsx')
  const rows = [
    ['姓名', '科室', '爱好', '身份证号'],
    ['王五', '应急办', '象棋', '140521199001011234'],
  ]
  writeFileSync(file, workbook({ sheet: cells(rows) }))
  await anjian('demo', '--units')

  const { out } = await anjian('import', file, '--unit', '沁水县郑庄镇', '--dry-run')

  expect(out.trim().split('\n')).toEqual([
    'nothing saved: 1 new, 0 changed, 0 unchanged, 0 refused',
    'column 爱好\tnot used',
    'column 身份证号\tnot stored: identity numbers are not',
    '1 new people without a day of beginning: taken from today',
  ])
}, 120_000)

test('wrong words are answered with how it is used', async () => {
  expect(await anjian('export', 'everything')).toMatchObject({
    status: 2,
    err: expect.stringContaining('anjian export'),
  })
  expect(await anjian('import', 'x.pdf')).toMatchObject({
    status: 2,
    err: expect.stringContaining('anjian import'),
  })
}, 60_000)
