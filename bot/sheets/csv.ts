// Comma-separated text as rows of words: UTF-8 with or without a mark, UTF-16, or GB18030, which is what Chinese
// Excel saves. Imported by bot/sheets/read.ts only.
import { SheetError } from './problem.ts'
import { mostColumns, mostRows } from './sheet.ts'

/** @throws SheetError `encoding` when it is neither, `tooManyLines` */
export function readCsv(bytes: Buffer): string[][] {
  const text = decode(bytes)
  return parse(text, separatorOf(text))
}

function decode(bytes: Buffer): string {
  // What Excel calls Unicode text.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.subarray(0, 4096).includes(0)) throw new SheetError('encoding')
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next one
    }
  }
  throw new SheetError('encoding')
}

/** The one of comma, tab and semicolon that the first lines have most of. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000)
  const count = (sign: string) => head.split(sign).length
  return [',', '\t', ';', '，'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function parse(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  // A quoted cell with doubled quotes inside, or words up to the next separator; then what ends it.
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"[^${separator}\\r\\n]*|([^${separator}\\r\\n]*))(${separator}|\\r\\n?|\\n|$)`,
    'gy',
  )
  for (const [, quoted, plain = '', end] of text.matchAll(cell)) {
    const row = rows.at(-1) ?? []
    if (row.length < mostColumns) row.push(words(quoted?.replaceAll('""', '"') ?? plain))
    if (end === '') break
    if (end !== separator) rows.push([])
    if (rows.length > mostRows + 1) throw new SheetError('tooManyLines')
  }
  return rows
}

/** ="13800000001" is how programs keep Excel from changing a number. */
function words(cell: string): string {
  return (/^="(.*)"$/s.exec(cell.trim())?.[1] ?? cell).trim()
}
