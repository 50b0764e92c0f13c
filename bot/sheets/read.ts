// From a file somebody sent to sheets of words, or to the reason why not. Imported by bot/media.ts and the command
// line.
import type { Sheet } from '../context.ts'
import { readCsv } from './csv.ts'
import { SheetError, type SheetProblem } from './problem.ts'
import { readWorkbook } from './workbook.ts'

export type ReadFile = { sheets: readonly Sheet[] } | { problem: SheetProblem }

const zipHead = Buffer.from([0x50, 0x4b, 3, 4])
/** Compound files: Excel of before 2007, and every workbook with a password. */
const compoundHead = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const tableName = /\.(xlsx|xlsm|xltx|xltm|xlsb|xls|xlt|et|ett|ods|numbers|csv|tsv)$/i
/** Tables of other programs, and Excel's binary one, which is a zip too. */
const foreignName = /\.(xlsb|ods|numbers)$/i

export const isTableName = (name: string): boolean => tableName.test(name)

/** Answers undefined when neither name nor content says that this is a table. The content decides, not the name. */
export function readTable(name: string, bytes: Buffer): ReadFile | undefined {
  if (!tableName.test(name)) return undefined
  try {
    const sheets = sheetsOf(name, bytes)
    return sheets.some((sheet) => sheet.rows.some((row) => row.some((cell) => cell !== '')))
      ? { sheets }
      : { problem: 'noCells' }
  } catch (error) {
    if (error instanceof SheetError) return { problem: error.problem }
    throw error
  }
}

function sheetsOf(name: string, bytes: Buffer): readonly Sheet[] {
  if (/\.(xlsm|xltm)$/i.test(name)) throw new SheetError('macros')
  if (foreignName.test(name)) throw new SheetError('oldExcel')
  const head = bytes.subarray(0, 4)
  if (head.equals(compoundHead)) throw new SheetError(isLocked(bytes) ? 'locked' : 'oldExcel')
  if (head.equals(zipHead)) return readWorkbook(bytes)
  if (/\.[ct]sv$/i.test(name)) return [{ name: 'csv', rows: readCsv(bytes) }]
  throw new SheetError(/\.(xls|xlt|ett?)$/i.test(name) ? 'oldExcel' : 'damaged')
}

/** A workbook with a password is a compound file with this stream; its name stands there in UTF-16. */
function isLocked(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
