// Lists in and out by the command line.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readTable } from '../../bot/sheets/read.ts'
import { cells, workbook } from '../support/workbooks.ts'

const folder = mkdtempSync(join(tmpdir(), 'anjian-cli-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function anjian(...words: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: `file:${folder}/cli.db`, DATA_DIR: folder }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'bot/cli/main.ts', ...words],
      { env },
      (error, out, err) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, out, err })
      },
    )
  })
}

test('a roster is imported, refused lines named, the second time nothing changes, and it comes out again', async () => {
  const file = join(folder, '名单.xlsx')
  const rows = [
    ['姓名', '科室', '到岗日期'],
    ['张三', '应急办', '2026-01-05'],
    ['李四', '应急办', '2026-02-30'],
  ]
  writeFileSync(file, workbook({ sheet: cells(rows) }))
  await anjian('demo', '--units')
  const run = (...more: readonly string[]) =>
    anjian('import', file, '--unit', '沁水县郑庄镇', '--json', ...more)

  expect(JSON.parse((await run('--dry-run')).out)).toMatchObject({
    added: 1,
    refused: 1,
    sheet: '一',
    unread: [],
  })
  const first = JSON.parse((await run('--out', join(folder, 'checked.xlsx'))).out)
  const second = JSON.parse((await run()).out)
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
