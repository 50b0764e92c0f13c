// Files that are no lists, or harmful: bombs, macros, passwords, rubbish.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../bot/sheets/read.ts'
import { cells, workbook } from '../../support/workbooks.ts'
import { problemOf } from './reading.ts'

describe('what is refused', () => {
  test('a workbook that inflates to far more than lists do is a bomb, however small it is', () => {
    const bytes = workbook({ sheet: `<row r="1">${' '.repeat(60_000_000)}</row>` })

    expect(bytes.length).toBeLessThan(200_000)
    expect(problemOf('a.xlsx', bytes)).toBe('bomb')
  })

  test('a directory that lies about sizes does not help a bomb', () => {
    const bytes = workbook({ sheet: ' '.repeat(60_000_000), claimedSize: 100 })

    expect(problemOf('a.xlsx', bytes)).toBe('bomb')
  })

  test('thousands of entries are a bomb', () => {
    const many = Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`x/${at}.xml`, '']))

    expect(problemOf('a.xlsx', workbook({ sheet: cells([['姓名']]), more: many }))).toBe('bomb')
  })

  test('macros are refused by content and by name', () => {
    const bytes = workbook({ sheet: cells([['姓名']]), more: { 'xl/vbaProject.bin': 'x' } })

    expect(problemOf('a.xlsx', bytes)).toBe('macros')
    expect(problemOf('a.xlsm', workbook({ sheet: cells([['姓名']]) }))).toBe('macros')
  })

  test('old Excel, a password and rubbish are told apart', () => {
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])

    expect(problemOf('a.xls', compound)).toBe('oldExcel')
    expect(problemOf('a.et', compound)).toBe('oldExcel')
    expect(problemOf('a.xls', Buffer.from('<html><table></table></html>'))).toBe('oldExcel')
    expect(problemOf('a.xlsx', locked)).toBe('locked')
    expect(problemOf('a.xlsx', Buffer.from('not a zip'))).toBe('damaged')
    expect(problemOf('a.xlsx', workbook({ sheet: cells([['姓名']]) }).subarray(0, 300))).toBe('damaged')
  })

  test('an empty sheet and more lines than a city has are said so', () => {
    const tail = '<row r="20001"><c r="A20001" t="inlineStr"><is><t>x</t></is></c></row>'

    expect(problemOf('a.xlsx', workbook({ sheet: '' }))).toBe('noCells')
    expect(problemOf('a.xlsx', workbook({ sheet: tail }))).toBe('tooManyLines')
  })

  test.each(['a.ods', 'a.numbers', 'a.xlsb'])('%s is a table of another kind, whatever is in it', (name) => {
    expect(problemOf(name, workbook({ sheet: cells([['姓名']]) }))).toBe('oldExcel')
  })

  test('a file of another kind is no table at all', () => {
    expect(readTable('说明.pdf', Buffer.from('%PDF-1.7'))).toBeUndefined()
  })

  // What takes quadratic time on these does not end within the test's time limit.
  test.each(['<!--', '<a "', '<![CDATA[', '<!', "<a b='", '&#'])(
    'megabytes of broken XML, %j over and over, are read to their end',
    (part) => {
      expect(problemOf('a.xlsx', workbook({ sheet: part.repeat(400_000) }))).toBe('noCells')
    },
  )

  test('any bytes give an answer and never a throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.xlsx', 'a.csv', 'a.xls'),
        (bytes, name) => {
          readTable(name, Buffer.from(bytes))
          readTable(
            name,
            Buffer.concat([Buffer.from('504b0304', 'hex'), bytes, Buffer.from('504b0506', 'hex'), bytes]),
          )
        },
      ),
    )
  })
})
