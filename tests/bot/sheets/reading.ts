// What is read from the first sheet of a file, or why not, for the tests of sheets.
import { readTable } from '../../../bot/sheets/read.ts'

export const rowsOf = (name: string, bytes: Buffer) => {
  const read = readTable(name, bytes)
  if (read === undefined || 'problem' in read) throw new Error(`not read: ${JSON.stringify(read)}`)
  return read.sheets[0]?.rows
}
export const problemOf = (name: string, bytes: Buffer) => {
  const read = readTable(name, bytes)
  return read !== undefined && 'problem' in read ? read.problem : undefined
}
