// Builds the workbooks that the bot sends. Every word is a text cell with the text format, so nothing in it is ever
// taken for a formula, not even after somebody edits the cell. Imported by bot/media.ts and the command line.
import type { NewSheet } from '../context.ts'
import { zipFiles } from './zip-files.ts'

const narrowest = 8
const widest = 48
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packed = 'http://schemas.openxmlformats.org/package/2006'
const typeOf = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Indexes into the cell formats below. */
const style = { number: 0, text: 1, header: 2 } as const
const styles = `${head}<styleSheet ${main}><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F0FE"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs></styleSheet>`

/** The bytes of an .xlsx. The header row stands out and stays in view. */
export function writeWorkbook(sheets: readonly NewSheet[]): Buffer {
  const numbered = sheets.map((sheet, index) => ({ sheet, number: index + 1 }))
  const parts = numbered.map(({ number }) => ({
    type: `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${typeOf}.worksheet+xml"/>`,
    relation: relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`),
  }))
  const types = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOf}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${typeOf}.styles+xml"/>${parts.map((part) => part.type).join('')}`
  const names = numbered.map(
    ({ sheet, number }) =>
      `<sheet name="${escaped(sheet.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31))}" sheetId="${number}" r:id="rId${number}"/>`,
  )
  return zipFiles({
    '[Content_Types].xml': `${head}<Types xmlns="${packed}/content-types">${types}</Types>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${office}"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...parts.map((part) => part.relation),
      relation('rIdStyles', 'styles', 'styles.xml'),
    ]),
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      numbered.map(({ sheet, number }) => [`xl/worksheets/sheet${number}.xml`, sheetXml(sheet)]),
    ),
  })
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
}

function relations(all: readonly string[]): string {
  return `${head}<Relationships xmlns="${packed}/relationships">${all.join('')}</Relationships>`
}

function sheetXml({ header, rows }: NewSheet): string {
  const widths = header.map((_, index) => widthOf([header, ...rows.slice(0, 200)], index))
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
  const lines = rows.map((row, index) => rowXml(row, index + 2, style.text))
  return `${head}<worksheet ${main}><sheetViews>${view}</sheetViews><cols>${columns.join('')}</cols><sheetData>${rowXml(header, 1, style.header)}${lines.join('')}</sheetData></worksheet>`
}

function rowXml(row: readonly (string | number)[], line: number, textStyle: number): string {
  const cells = row.map((value, index) => {
    if (value === '') return ''
    const at = `${letters(index)}${line}`
    return typeof value === 'number'
      ? `<c r="${at}" s="${style.number}"><v>${value}</v></c>`
      : `<c r="${at}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  })
  return `<row r="${line}">${cells.join('')}</row>`
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`
}

/** XML has no place for control characters; one in a name would break the whole file. */
function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** As wide as the widest cell, in characters; Chinese ones take two. */
function widthOf(rows: readonly (readonly (string | number)[])[], index: number): number {
  const widths = rows.map((row) =>
    [...String(row[index] ?? '')].reduce((sum, sign) => sum + (sign > 'ÿ' ? 2 : 1), 2),
  )
  return Math.min(widest, Math.max(narrowest, ...widths))
}
