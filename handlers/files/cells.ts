// From the words of a cell to the values the fields of reports take. What does not fit stays words, so that the
// field's own schema refuses it with its own sentence.
import { isLocalDate } from '../../policy/calendar.ts'

const plain = (cell: string): string => cell.normalize('NFKC').trim()

export function words(cell: string): string {
  return cell.trim()
}

/** 张 三 is set out with spaces to align a column. */
export function name(cell: string): string {
  return plain(cell).replace(/\s+/g, '')
}

/** 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305, or Excel's number of the day. */
export function day(cell: string): string {
  const text = plain(cell).replace(/\s+/g, '')
  if (/^\d{5}(\.\d+)?$/.test(text)) return dayOfSerial(Number(text))
  const [, year, month, date] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]?\d{1,2}:.*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    []
  const iso = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  return isLocalDate(iso) ? iso : cell.trim()
}

/** Day 1 is 1 January 1900 in Excel, which believes in a 29 February 1900. */
function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
}

/** 80, 80学时, 3年 */
export function count(cell: string): number | string {
  const [, digits] = /^(\d{1,9})(?:\.0+)?\s*(?:学时|小时|课时|天|日|人|年|分|周年)?$/.exec(plain(cell)) ?? []
  return digits === undefined ? cell.trim() : Number(digits)
}

export function yesNo(cell: string): boolean | string {
  const text = plain(cell).toLowerCase()
  if (/^(是|有|专职|全职|√|✓|y|yes|true|1)$/.test(text)) return true
  return /^(否|无|没有|兼职|非专职|×|x|✗|n|no|false|0)$/.test(text) ? false : cell.trim()
}

/** Names or papers set out with any sign between them. */
export function several(cell: string): readonly string[] {
  return plain(cell)
    .split(/[\s、,;/]+/u)
    .filter((part) => part !== '' && !/^[无-]$/.test(part))
}

/** The code of a choice by its words, its code, or other words people use for it. */
export function choice(
  options: readonly { readonly text: string; readonly value: string }[],
  synonyms: readonly (readonly [pattern: RegExp, value: string])[] = [],
): (cell: string) => string {
  return (cell) => {
    const text = plain(cell).replace(/\s+/g, '')
    const exact = options.find((option) => option.text === text || option.value === text)
    return exact?.value ?? synonyms.find(([pattern]) => pattern.test(text))?.[1] ?? cell.trim()
  }
}

/** A person's identity number anywhere in a cell; nobody needs it and it is never kept. */
const identityNumber = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/g

export function withoutIdentity(cell: string): string {
  return cell.replace(identityNumber, '（身份证号未保存）')
}
