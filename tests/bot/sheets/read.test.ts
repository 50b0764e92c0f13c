// Workbooks and CSV as people send them, made here byte by byte or by the writer of the bot.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeWorkbook } from '../../../bot/sheets/write.ts'
import { cells, workbook, zipped } from '../../support/workbooks.ts'
import { problemOf, rowsOf } from './reading.ts'

describe('a workbook', () => {
  test('is read with its line numbers: an empty line stays a line', () => {
    const bytes = workbook({ sheet: cells([['姓名'], [], ['张三']]) })

    expect(rowsOf('名单.xlsx', bytes)).toEqual([['姓名'], [], ['张三']])
  })

  test('gives what is shared by merged cells to each of them', () => {
    const sheet = cells(
      [
        ['郑庄镇', '张三'],
        ['', '李四'],
      ],
      ['A1:A2'],
    )

    expect(rowsOf('名单.xlsx', workbook({ sheet }))).toEqual([
      ['郑庄镇', '张三'],
      ['郑庄镇', '李四'],
    ])
  })

  test('shows a number with a date format as its day, also counted from 1904, and others as they are', () => {
    const sheet = '<row r="1"><c r="A1" s="1"><v>46086</v></c><c r="B1"><v>46086</v></c></row>'

    expect(rowsOf('a.xlsx', workbook({ sheet }))).toEqual([['2026-03-05', '46086']])
    expect(rowsOf('a.xlsx', workbook({ sheet, from1904: 'yes' }))).toEqual([['2030-03-06', '46086']])
  })

  test('knows custom Chinese date formats by their letters', () => {
    const sheet = '<row r="1"><c r="A1" s="2"><v>46086</v></c></row>'

    expect(rowsOf('a.xlsx', workbook({ sheet }))).toEqual([['2026-03-05']])
  })

  test('reads a telephone number stored as a power of ten as its digits', () => {
    const sheet = '<row r="1"><c r="A1"><v>1.3800000001E10</v></c></row>'

    expect(rowsOf('a.xlsx', workbook({ sheet }))).toEqual([['13800000001']])
  })

  test('reads rich text and entities, and not how a word is spoken', () => {
    const strings =
      '<si><r><t>张</t></r><r><t xml:space="preserve">三&amp;</t></r><rPh><t>zhang</t></rPh></si>'
    const sheet = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'

    expect(rowsOf('a.xlsx', workbook({ sheet, strings }))).toEqual([['张三&']])
  })

  test('of WPS or of Excel under an older name is read by what is in it', () => {
    const bytes = workbook({ sheet: cells([['姓名'], ['张三']]) })

    expect(rowsOf('a.et', bytes)).toEqual([['姓名'], ['张三']])
    expect(rowsOf('a.xls', bytes)).toEqual([['姓名'], ['张三']])
  })

  test('with a hidden first sheet is read from the one people see', () => {
    const bytes = workbook({ sheet: cells([['看不见']]), second: cells([['看得见']]), hidden: 'yes' })

    expect(rowsOf('a.xlsx', bytes)).toEqual([['看得见']])
  })

  test('comes back as it was written, whatever the words are', () => {
    const word = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replace(/[^\p{L}\p{N}=+@.,"'<>&-]/gu, ''))
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const bytes = writeWorkbook([{ name: '名单', header: ['甲', '乙', '丙', '丁', '戊'], rows }])
          const read = rowsOf('a.xlsx', bytes)?.slice(1) ?? []
          const padded = (row: readonly string[] | undefined) =>
            Array.from({ length: 5 }, (_, at) => row?.[at] ?? '')

          expect(rows.map((_, line) => padded(read[line]))).toEqual(rows.map(padded))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('that the bot writes holds words that look like formulas as text and no formula', () => {
    const rows = [['=1+1', '+86', '-1', '@SUM(A1)', '=HYPERLINK("http://evil.cn","点我")']]
    const bytes = writeWorkbook([{ name: '名单', header: ['甲'], rows }])

    expect(zipped(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f')
    expect(zipped(bytes, 'xl/worksheets/sheet1.xml').match(/ t="inlineStr"/g)).toHaveLength(6)
    expect(rowsOf('a.xlsx', bytes)?.[1]).toEqual(rows[0])
  })
})

describe('comma-separated text', () => {
  const text = '姓名,备注\r\n张三,"说""好"",\n第二行"\r\n李四,\r\n'
  const rows = [['姓名', '备注'], ['张三', '说"好",\n第二行'], ['李四', ''], ['']]

  test('is read as UTF-8 with and without its mark', () => {
    expect(rowsOf('a.csv', Buffer.from(text))).toEqual(rows)
    expect(rowsOf('a.csv', Buffer.from(`\ufeff${text}`))).toEqual(rows)
  })

  test('is read as GB18030, the way Chinese Excel saves it', () => {
    const gb = Buffer.from('d0d5c3fb2cb1b8d7a20d0ad5c5c8fd2cbac30d0a8130b0302c31', 'hex')

    expect(rowsOf('a.csv', gb)?.slice(0, 2)).toEqual([
      ['姓名', '备注'],
      ['张三', '好'],
    ])
  })

  test('may be separated by tabs or semicolons', () => {
    expect(rowsOf('a.tsv', Buffer.from('姓名\t单位\n张三\t郑庄镇'))?.[1]).toEqual(['张三', '郑庄镇'])
    expect(rowsOf('a.csv', Buffer.from('姓名\t单位\n张三\t郑庄镇'))?.[1]).toEqual(['张三', '郑庄镇'])
    expect(rowsOf('a.csv', Buffer.from('姓名;单位\n张三;郑庄镇'))?.[1]).toEqual(['张三', '郑庄镇'])
  })

  test('is read as what Excel calls Unicode text', () => {
    const text = Buffer.from('\ufeff姓名\t单位\r\n张三\t郑庄镇', 'utf16le')

    expect(rowsOf('a.csv', text)?.[1]).toEqual(['张三', '郑庄镇'])
  })

  test('may keep Excel from changing a number', () => {
    const text = Buffer.from('姓名,手机\n"=""张三""",="13800000001"\n=1+1,=A1')

    expect(rowsOf('a.csv', text)?.slice(1)).toEqual([
      ['张三', '13800000001'],
      ['=1+1', '=A1'],
    ])
  })

  test('that is neither encoding is refused', () => {
    expect(problemOf('a.csv', Buffer.from([0xff, 0xff, 0xff, 0xff, 0x41]))).toBe('encoding')
  })
})
