// From a sheet to lines: which row is the header, which column is what, and the values of every row below it.
import type { Sheet } from '../../bot/context.ts'
import { fieldProblems } from '../reports/define.ts'
import { withoutIdentity } from './cells.ts'
import type { Column, Line, ListType } from './define.ts'
import { listTypes } from './lists.ts'

export type ReadList = {
  readonly type: ListType
  readonly lines: readonly Line[]
  /** the columns of the file as they stand, without those of identity numbers, to send back */
  readonly shown: { readonly header: readonly string[]; rowOf(line: number): readonly string[] }
  /** columns that were not understood, and those that are not kept */
  readonly unknown: readonly string[]
  readonly identity: readonly string[]
}

/** A title and some remarks may stand above the header. */
const mostAbove = 30
const identityHead = /身份证|公民身份|证件号码/

type Found = { type: ListType; sheet: Sheet; row: number; at: ReadonlyMap<string, number> }

/** Reads the sheet whose header fits a list best; undefined when none does. */
export function readList(sheets: readonly Sheet[]): ReadList | undefined {
  const found = sheets
    .flatMap((sheet) => sheet.rows.slice(0, mostAbove).flatMap((cells, row) => fits(sheet, cells, row)))
    .sort((one, other) => other.at.size - one.at.size)[0]
  if (found === undefined) return undefined
  const { type, sheet, row, at } = found
  const header = (sheet.rows[row] ?? []).map((head) => head.trim())
  const columns = header.map((head, column) => ({ head, column })).filter(({ head }) => head !== '')
  const known = new Set(at.values())
  const isIdentity = (head: string) => identityHead.test(head)
  const kept = columns.filter(({ head }) => !isIdentity(head))
  return {
    type,
    lines: linesBelow(found),
    shown: {
      header: kept.map(({ head }) => head),
      rowOf: (line) => kept.map(({ column }) => withoutIdentity(sheet.rows[line - 1]?.[column] ?? '')),
    },
    unknown: kept
      .filter(({ column, head }) => !known.has(column) && !/^序号?$|^编号$/.test(head))
      .map(({ head }) => head),
    identity: columns.filter(({ head }) => isIdentity(head)).map(({ head }) => head),
  }
}

function fits(sheet: Sheet, cells: readonly string[], row: number): Found[] {
  return listTypes.flatMap((type) => {
    const at = columnsAt(type.columns, cells)
    const isThis = type.needs.some((names) => names.every((name) => at.has(name)))
    return isThis && at.size >= 2 ? [{ type, sheet, row, at }] : []
  })
}

/** Whole words first; then a head that contains the words, such as 联系电话（手机）. No column is used twice. */
function columnsAt(columns: readonly Column[], cells: readonly string[]): Map<string, number> {
  const heads = cells.map(plainHead)
  const at = new Map<string, number>()
  const used = new Set<number>()
  for (const exact of ['yes', 'no'] as const) {
    for (const column of columns) {
      if (at.has(column.name)) continue
      const words = [column.field.label, ...column.heads].map(plainHead)
      const place = heads.findIndex(
        (head, index) =>
          !used.has(index) && head !== '' && !identityHead.test(head) && matches(head, words, exact),
      )
      if (place < 0) continue
      at.set(column.name, place)
      used.add(place)
    }
  }
  return at
}

function matches(head: string, words: readonly string[], exact: 'yes' | 'no'): boolean {
  return exact === 'yes'
    ? words.includes(head)
    : words.some((word) => word.length >= 3 && head.includes(word))
}

function plainHead(head: string): string {
  return head
    .normalize('NFKC')
    .replace(/\([^)]*\)|[\s*:·。,、/]/g, '')
    .toLowerCase()
}

function linesBelow({ type, sheet, row, at }: Found): Line[] {
  const { columns } = type
  const header = sheet.rows[row] ?? []
  return sheet.rows.slice(row + 1).flatMap((cells, index): Line[] => {
    if (isNoLine(cells, header, at)) return []
    const values = valuesOf(columns, cells, at)
    return [{ line: row + index + 2, values, wrong: wrongIn(columns, values) }]
  })
}

function valuesOf(
  columns: readonly Column[],
  cells: readonly string[],
  at: ReadonlyMap<string, number>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const { name, read } of columns) {
    const cell = withoutIdentity(cells[at.get(name) ?? -1] ?? '').trim()
    if (cell === '') continue
    const value = read(cell)
    if (!Array.isArray(value) || value.length > 0) values[name] = value
  }
  return values
}

/** Empty rows, sums and remarks at the end, section titles merged over the row, a header repeated on each page. */
function isNoLine(
  cells: readonly string[],
  header: readonly string[],
  at: ReadonlyMap<string, number>,
): boolean {
  const known = [...at.values()].map((column) => cells[column] ?? '').filter((cell) => cell !== '')
  const name = cells[at.get('person') ?? -1] ?? ''
  const first = cells.find((cell) => cell !== '') ?? ''
  if (
    known.length === 0 ||
    /^(合计|小计|总计|共计)/.test(name) ||
    /^(合计|小计|总计|填表|制表|备注[:：]|注[:：]|说明[:：])/.test(first)
  )
    return true
  const isTitle = known.length > 2 && new Set(known).size === 1
  return isTitle || name === header[at.get('person') ?? -1]
}

function wrongIn(columns: readonly Column[], values: Readonly<Record<string, unknown>>): string[] {
  const fields = Object.fromEntries(columns.map((column) => [column.name, column.field]))
  const missing = columns.filter((column) => column.field.required && values[column.name] === undefined)
  const needed = missing.filter((column) => !optional.has(column.name))
  return [
    ...needed.map((column) => `缺“${column.field.label}”，请补上（${column.field.expect}）。`),
    ...fieldProblems({ fields }, values).map((problem) =>
      problem.sentence.replace('请改正后再提交', '请改正后重发'),
    ),
  ]
}

/** Required of a single report, but not of a list: a newcomer without a day counts from the day of import. */
const optional = new Set(['effectiveDate'])
