// Workbooks made byte by byte, so that tests can make what no program would write: bombs, macros, lies.
import { deflateRawSync, inflateRawSync } from 'node:zlib'

type Parts = {
  /** the rows of the first sheet, as XML */
  sheet: string
  second?: string
  /** the first sheet is hidden */
  hidden?: 'yes'
  strings?: string
  from1904?: 'yes'
  more?: Readonly<Record<string, string>>
  /** what the directory says of the first sheet's size */
  claimedSize?: number
}

const relation = (id: string, target: string) => `<Relationship Id="${id}" Type="x" Target="${target}"/>`

/** An .xlsx with one or two sheets; style 1 is a built-in date, style 2 a Chinese one. */
export function workbook(parts: Parts): Buffer {
  const { sheet, second, hidden, strings = '', from1904, more = {}, claimedSize } = parts
  const sheets = [
    `<sheet name="一" sheetId="1"${hidden === 'yes' ? ' state="hidden"' : ''} r:id="r1"/>`,
    ...(second === undefined ? [] : ['<sheet name="二" sheetId="2" r:id="r2"/>']),
  ]
  return zip(
    {
      'xl/workbook.xml': `<?xml version="1.0"?><workbook><workbookPr${from1904 === 'yes' ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheets/sheet1.xml')}${relation('r2', '/xl/worksheets/sheet2.xml')}</Relationships>`,
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>',
      'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
      ...(second === undefined ? {} : { 'xl/worksheets/sheet2.xml': `<worksheet>${second}</worksheet>` }),
      ...more,
    },
    claimedSize === undefined ? {} : { 'xl/worksheets/sheet1.xml': claimedSize },
  )
}

/** Rows of words as sheet data, with merged areas such as A1:B1. */
export function cells(
  rows: readonly (readonly (string | number)[])[],
  merged: readonly string[] = [],
): string {
  const body = rows.map((row, line) => {
    const inRow = row.map((value, column) => cell(value, `${letters(column)}${line + 1}`))
    return `<row r="${line + 1}">${inRow.join('')}</row>`
  })
  const areas = merged.map((area) => `<mergeCell ref="${area}"/>`).join('')
  return `<sheetData>${body.join('')}</sheetData><mergeCells>${areas}</mergeCells>`
}

function cell(value: string | number, at: string): string {
  if (value === '') return `<c r="${at}"/>`
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  const words = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`
}

/** One file of a zip that the bot wrote, as text. */
export function zipped(bytes: Buffer, name: string): string {
  const directory = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from('504b0506', 'hex')) + 16)
  for (let at = directory; bytes.readUInt32LE(at) === 0x02014b50; ) {
    const length = bytes.readUInt16LE(at + 28)
    if (bytes.toString('utf8', at + 46, at + 46 + length) === name) {
      const local = bytes.readUInt32LE(at + 42)
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      return inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20))).toString()
    }
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  throw new Error(`no ${name}`)
}

function zip(files: Readonly<Record<string, string>>, claimed: Readonly<Record<string, number>>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(content))
    const title = Buffer.from(name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claimed[name] ?? Buffer.byteLength(content), 18)
    head.writeUInt16LE(title.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('504b01021400', 'hex'), head, tail, title)
    locals.push(Buffer.from('504b0304', 'hex'), head, title, packed)
    offset += 30 + title.length + packed.length
  }
  const end = Buffer.alloc(18)
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  end.writeUInt16LE(Object.keys(files).length, 4)
  end.writeUInt16LE(Object.keys(files).length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...directory, Buffer.from('504b0506', 'hex'), end])
}
