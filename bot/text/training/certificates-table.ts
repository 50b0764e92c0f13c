// Certificates pasted from a spreadsheet: 姓名, 证号, 发证日期, 有效期, then one certificate a row.

import { type Columns, type Row, rowsBelow } from '../form/rows.ts'
import { CERTIFICATE_TYPES } from '../lexicon/training.ts'
import { type Item, makeItem } from '../parsed.ts'
import { type Reading, readPart } from '../reading.ts'

const COLUMNS: Columns = [
  ['person', /^(?:姓名|人员|持证人)$/],
  ['type', /^(?:证件|证书|(?:证件|证书)(?:类型|种类|类别|名称)|类别)$/],
  ['number', /^\p{Script=Han}{0,8}(?:证号|编号|证件号|证书号|号码)$/u],
  ['issue', /^(?:发证|取得|领证|颁发|初领|办证|批准)(?:日期|时间|日)$/],
  ['expiry', /^(?:有效期(?:限)?(?:至|止|到)?|(?:到期|截止|失效|有效|换证)(?:日期|时间|日))$/],
]

const rowsIn = (text: string): Row[] | undefined =>
  rowsBelow(
    text,
    COLUMNS,
    (found) => found.has('person') && ['number', 'issue', 'expiry'].some((name) => found.has(name)),
  )

/** Whether the text begins a table of certificates. */
export const hasCertificateTable = (text: string): boolean => rowsIn(text) !== undefined

const typeOf = (text: string): string | undefined =>
  CERTIFICATE_TYPES.find(([, pattern]) => pattern.test(text))?.[0]

function rowItem(row: Row, reading: Reading): Item[] {
  const cell = (name: string): string => row[name] ?? ''
  const person = cell('person')
  if (!/^\p{Script=Han}{2,4}$/u.test(person)) return []
  const bureau = /局/.test(reading.sender.unit ?? '') ? 'enforcement' : undefined
  const day = (name: string) => readPart(cell(name), reading).dates
  return [
    makeItem('certificateRecord', {
      person,
      certificateType: typeOf(cell('type')) ?? typeOf(reading.text) ?? bureau,
      certificateNo: cell('number') || undefined,
      unit: reading.sender.unit,
      issueDate: day('issue')[0]?.from,
      expiryDate: day('expiry').at(-1)?.to,
    }),
  ]
}

/** One record per row; none when there is no such table. */
export const certificateTable = (reading: Reading): Item[] =>
  (rowsIn(reading.text) ?? []).flatMap((row) => rowItem(row, reading))
