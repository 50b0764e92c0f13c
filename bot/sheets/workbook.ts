// A workbook (.xlsx) as sheets of plain words. Imported by bot/sheets/read.ts only.
import type { Sheet } from '../context.ts'
import { SheetError } from './problem.ts'
import { readSheet } from './sheet.ts'
import { dateStyles } from './styles.ts'
import { walkXml } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

/** More sheets than this are not looked at. */
const mostSheets = 30

/** @throws SheetError for everything that is no workbook without macros, password and tricks */
export function readWorkbook(bytes: Buffer): Sheet[] {
  const zip = openZip(bytes)
  if (zip.names.some((name) => /vbaProject|macrosheets/i.test(name))) throw new SheetError('macros')
  if (zip.names.includes('EncryptedPackage')) throw new SheetError('locked')
  const book = zip.text('xl/workbook.xml')
  if (book === undefined) throw new SheetError('damaged')
  const { sheets, from1904 } = readBook(book)
  const paths = targets(zip.text('xl/_rels/workbook.xml.rels'))
  const strings = sharedStrings(zip)
  const dates = dateStyles(zip.text('xl/styles.xml'))
  return sheets.slice(0, mostSheets).flatMap(({ name, relation }) => {
    const xml = zip.text(paths.get(relation) ?? '')
    return xml === undefined ? [] : [{ name, rows: readSheet(xml, { strings, dates, from1904 }) }]
  })
}

type Book = { sheets: { name: string; relation: string }[]; from1904: 'yes' | 'no' }

/** Sheets that are hidden are not what somebody meant to send. */
function readBook(xml: string): Book {
  const book: Book = { sheets: [], from1904: 'no' }
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attribute('date1904') ?? '')) book.from1904 = 'yes'
      if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return
      book.sheets.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '' })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return book
}

function targets(xml: string | undefined): Map<string, string> {
  const found = new Map<string, string>()
  walkXml(xml ?? '', {
    open(name, attribute) {
      const target = attribute('Target') ?? ''
      if (name === 'Relationship')
        found.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
    close: () => undefined,
    text: () => undefined,
  })
  return found
}

/** The words that cells point at. How a word is spoken (rPh) is no part of it. */
function sharedStrings(zip: Zip): string[] {
  const strings: string[] = []
  const at = { text: '', wanted: 'no', spoken: 'no' }
  walkXml(zip.text('xl/sharedStrings.xml') ?? '', {
    open(name) {
      if (name === 'si') at.text = ''
      if (name === 'rPh') at.spoken = 'yes'
      if (name === 't') at.wanted = at.spoken === 'yes' ? 'no' : 'yes'
    },
    close(name) {
      if (name === 'si') strings.push(at.text)
      if (name === 'rPh') at.spoken = 'no'
      if (name === 't') at.wanted = 'no'
    },
    text(text) {
      if (at.wanted === 'yes') at.text += text
    },
  })
  return strings
}
