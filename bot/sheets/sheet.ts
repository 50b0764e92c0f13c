// One sheet of a workbook: cells as words, merged cells filled, dates as days. Imported by bot/sheets/workbook.ts.
import { SheetError } from './problem.ts'
import { dayOfSerial } from './styles.ts'
import { walkXml } from './xml.ts'

/** A list of a whole prefecture city is below this. */
export const mostRows = 20_000
/** Columns beyond this are not read: sheets are often "used" to their last column. */
export const mostColumns = 60
const longestCell = 500

type Book = {
  readonly strings: readonly string[]
  readonly dates: ReadonlySet<number>
  readonly from1904: 'yes' | 'no'
}

type Cell = { row: number; column: number; type: string; style: number; value: string }

/** Rows from the first line on, empty ones too, so that a row's place is its line number in Excel. */
export function readSheet(xml: string, book: Book): string[][] {
  const rows: string[][] = []
  const merged: string[] = []
  const at = { row: -1, cell: undefined as Cell | undefined, reading: 'no' }
  walkXml(xml, {
    open(name, attribute) {
      at.reading = name === 'v' || name === 't' ? 'yes' : 'no'
      if (name === 'row') at.row = Number(attribute('r') ?? at.row + 2) - 1
      if (name === 'c') at.cell = cellAt(attribute, at.row, at.cell)
      if (name === 'mergeCell') merged.push(attribute('ref') ?? '')
    },
    close(name) {
      if (name === 'c' && at.cell !== undefined) put(rows, at.cell, book)
      at.reading = 'no'
    },
    text(text) {
      if (at.reading === 'yes' && at.cell !== undefined) at.cell.value += text
    },
  })
  for (const area of merged) fill(rows, area)
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? ''))
}

function cellAt(
  attribute: (name: string) => string | undefined,
  row: number,
  before: Cell | undefined,
): Cell {
  const place = placeOf(attribute('r') ?? '')
  const next = before?.row === row ? before.column + 1 : 0
  return {
    row: place?.row ?? row,
    column: place?.column ?? next,
    type: attribute('t') ?? 'n',
    style: Number(attribute('s') ?? -1),
    value: '',
  }
}

/** B3 → row 2, column 1. */
function placeOf(reference: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (letters === undefined || digits === undefined) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

function put(rows: string[][], cell: Cell, book: Book): void {
  const words = wordsOf(cell, book).trim().slice(0, longestCell)
  if (words === '' || cell.column >= mostColumns || cell.row < 0) return
  if (cell.row >= mostRows) throw new SheetError('tooManyLines')
  const row = rows[cell.row] ?? []
  rows[cell.row] = row
  row[cell.column] = words
}

function wordsOf({ type, style, value }: Cell, { strings, dates, from1904 }: Book): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'b':
      return value === '1' ? '是' : '否'
    case 'e':
      return ''
    case 'n':
      return dates.has(style) ? dayOf(value, from1904) : plainNumber(value)
    default:
      // inlineStr, str, and d: an ISO date, whose day is what counts
      return type === 'd' ? value.slice(0, 10) : value
  }
}

function dayOf(value: string, from1904: 'yes' | 'no'): string {
  const serial = Number(value)
  return value !== '' && serial >= 1 && serial < 2_958_466 ? dayOfSerial(serial, from1904) : value
}

/** 13800000001 may stand in the file as 1.3800000001E10; what people see is the whole number. */
function plainNumber(value: string): string {
  const number = Number(value)
  return value !== '' && Number.isSafeInteger(number) ? String(number) : value
}

/** What a merged area shows belongs to each of its cells, such as a unit beside all of its people. */
function fill(rows: string[][], area: string): void {
  const [first = '', last = ''] = area.split(':')
  const from = placeOf(first)
  const to = placeOf(last)
  const words = from === undefined ? undefined : rows[from.row]?.[from.column]
  if (from === undefined || to === undefined || words === undefined) return
  for (let row = from.row; row <= Math.min(to.row, rows.length - 1); row += 1) {
    const cells = rows[row] ?? []
    rows[row] = cells
    for (let column = from.column; column <= Math.min(to.column, mostColumns - 1); column += 1)
      cells[column] ??= words
  }
}
