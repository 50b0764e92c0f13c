// From a sheet to lines: which rows below the header are lines, and the values of each.
import type { Sheet } from '../../bot/context.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { fieldProblems } from '../reports/define.ts'
import { isBlank, withoutIdentity } from './cells.ts'
import type { Column, Line, ListType } from './define.ts'
import { findHeaders, type Header, plain } from './header.ts'
import { noLineBelow } from './no-line.ts'

/** Titles of the columns that the checked workbook adds; it may come back, mended. */
export const ownTitles = ['原行号', '结果', '原因'] as const

export type ReadList = {
  readonly type: ListType
  /** the sheet that was read, and others that hold lists too */
  readonly sheet: string
  readonly unread: readonly string[]
  readonly lines: readonly Line[]
  /** the columns of the file as they stand, without those of identity numbers, to send back */
  readonly shown: { readonly header: readonly string[]; rowOf(line: number): readonly string[] }
  /** columns that were not understood, and those that are not kept */
  readonly unknown: readonly string[]
  readonly identity: readonly string[]
}

/** Reads the sheet with lines whose header fits a list best; undefined when no sheet has a header. */
export function readList(sheets: readonly Sheet[], today: LocalDate): ReadList | undefined {
  const found = findHeaders(sheets).map((header) => ({ header, lines: linesBelow(header, today) }))
  const filled = found.filter(({ lines }) => lines.length > 0)
  const [best] = [...filled, ...found]
  if (best === undefined) return undefined
  const { type, sheet, at, titles, identity } = best.header
  const ours: readonly string[] = ownTitles.every((title) => titles.includes(title)) ? ownTitles : []
  const columns = titles
    .map((title, column) => ({ title, column }))
    .filter(({ title }) => title !== '' && !ours.includes(title))
  const known = new Set(at.values())
  const kept = columns.filter(({ column }) => !identity.has(column))
  return {
    type,
    sheet: sheet.name,
    unread: filled.slice(1).map(({ header }) => header.sheet.name),
    lines: best.lines,
    shown: {
      header: kept.map(({ title }) => title),
      rowOf: (line) => kept.map(({ column }) => withoutIdentity(sheet.rows[line - 1]?.[column] ?? '')),
    },
    unknown: kept
      .filter(({ column, title }) => !known.has(column) && !/^序号?$|^编号$/.test(plain(title)))
      .map(({ title }) => title),
    identity: columns.filter(({ column }) => identity.has(column)).map(({ title }) => title),
  }
}

function linesBelow(header: Header, today: LocalDate): Line[] {
  const { type, sheet, row, at } = header
  const isNoLine = noLineBelow(header)
  return sheet.rows.slice(row + 1).flatMap((cells, index): Line[] => {
    if (isNoLine(cells)) return []
    const { values, notes } = valuesOf({ type, at }, cells, today)
    const wrong = isExample(type.columns, cells, at) ? [exampleWords] : wrongIn(type.columns, values)
    return [{ line: row + index + 2, values, wrong, notes }]
  })
}

const exampleWords = '这是模板里的例子，没有采用。填好后请把这一行删去。'

/** The line of the template that shows how to fill it in, left where it was; a short list may say the same by chance. */
function isExample(
  columns: readonly Column[],
  cells: readonly string[],
  at: ReadonlyMap<string, number>,
): boolean {
  const present = columns.filter(({ name }) => at.has(name))
  return (
    present.length > columns.length / 2 &&
    present.every(({ name, example }) => (cells[at.get(name) ?? -1] ?? '') === example)
  )
}

/** What a column says itself comes before what another one says besides. */
function valuesOf(
  { type, at }: Pick<Header, 'type' | 'at'>,
  cells: readonly string[],
  today: LocalDate,
): Pick<Line, 'values' | 'notes'> {
  const values: Record<string, unknown> = {}
  const besides: Record<string, unknown> = {}
  const notes: string[] = []
  for (const { name, read, also } of type.columns) {
    const cell = withoutIdentity(cells[at.get(name) ?? -1] ?? '').trim()
    if (isBlank(cell)) continue
    const value = read(cell, { today, values })
    if (value !== undefined && (!Array.isArray(value) || value.length > 0)) values[name] = value
    const more = also?.(cell, { today, values })
    Object.assign(besides, more?.values)
    if (more?.note !== undefined) notes.push(more.note)
  }
  return { values: { ...besides, ...values }, notes }
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
