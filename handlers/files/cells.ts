// From the words of a cell to the values the fields of reports take. What does not fit stays words, so that the
// field's own schema refuses it with its own sentence.
import { isLocalDate } from '../../policy/calendar.ts'

const plain = (cell: string): string => cell.normalize('NFKC').trim()

/** A line break only fits the words into the width of the column. */
export function words(cell: string): string {
  return cell.replace(/\s*[\r\n]+\s*/g, '').trim()
}

/** 张 三 is set out with spaces to align a column. */
export function name(cell: string): string {
  return plain(cell).replace(/\s+/g, '')
}

/** What stands in a cell so that it is not empty. */
export function isBlank(cell: string): boolean {
  return /^[\s/\\\-—–_、／－＿]*$/.test(cell)
}

/** 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 26年3月5日, 20260305, or Excel's number of the day; a time is dropped. */
export function day(cell: string): string {
  const text = plain(cell)
    .replace(/[T\s]+\d{1,2}:\d{2}.*$/, '')
    .replace(/\s+|\([^)]*\)|[.。]$/g, '')
  if (/^\d{5}(\.\d+)?$/.test(text)) return dayOfSerial(Number(text))
  const [, year = '', month, date] =
    /^(\d{4})[-/.。年](\d{1,2})[-/.。月](\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(text) ??
    []
  const iso = `${wholeYear(year)}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  return isLocalDate(iso) ? iso : cell.trim()
}

/**
 * The first day of 2026年3月, 2026.3, 202603, 26年3月. Not of 2026.1: that is also what Excel makes of 2026.10.
 */
export function month(cell: string): string | undefined {
  const text = plain(cell).replace(/\s+/g, '')
  if (/^\d{4}\.1$/.test(text)) return undefined
  const [, year = '', number] =
    /^(\d{4})[-/.年](\d{1,2})(?:月份?)?$/.exec(text) ??
    /^((?:19|20)\d{2})(\d{2})$/.exec(text) ??
    /^(\d{2})年(\d{1,2})月份?$/.exec(text) ??
    []
  const first = `${wholeYear(year)}-${number?.padStart(2, '0')}-01`
  return isLocalDate(first) ? first : undefined
}

/** 2026.3.4-3.17, 2026年3月4日至17日, 2026-03-04～2026-03-17: the first and the last day. */
export function span(cell: string): { from: string; to: string } | undefined {
  const [, year, month, first, lastYear = year, lastMonth = month, last] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?[-—–~至到]+(?:(\d{4})[-/.年])?(?:(\d{1,2})[-/.月])?(\d{1,2})[日号]?$/.exec(
      plain(cell).replace(/\s+/g, ''),
    ) ?? []
  const from = day(`${year}-${month}-${first}`)
  const to = day(`${lastYear}-${lastMonth}-${last}`)
  return isLocalDate(from) && isLocalDate(to) ? { from, to } : undefined
}

/** Nobody in a list was in post before 1951. */
function wholeYear(year: string): string {
  if (year.length !== 2) return year
  return `${Number(year) > 50 ? '19' : '20'}${year}`
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

/** Whole years: of 3年半 the third is the last that is over. */
export function years(cell: string): number | string {
  const [, whole] = /^(\d{1,2})(?:\.\d+)?\s*(?:周?年)?\s*(?:半|多|以上|及以上)?$/.exec(plain(cell)) ?? []
  return whole === undefined ? cell.trim() : Number(whole)
}

/** 138-0000-0001 and +86 138…; a number that Excel shows as 1.38E+10 has lost its end and stays as it is. */
export function phone(cell: string): string | undefined {
  const text = plain(cell).replace(/\s+/g, '')
  if (/^(无|没有|暂无)$/.test(text)) return undefined
  const mobile = text.replaceAll('-', '').replace(/^\+?86(?=1\d{10}$)/, '')
  if (/^1\d{10}$/.test(mobile)) return mobile
  return /^1\.\d{8,10}E\+?10$/i.test(text) ? String(Number(text)) : text
}

export function yesNo(cell: string): boolean | string {
  const text = plain(cell).toLowerCase()
  if (/^(是|有|专|专职|全职|专职人员|√|✓|✔|y|yes|true|1)$/.test(text)) return true
  return /^(否|无|没有|不是|兼|兼职|非专职|兼职人员|×|x|✗|✘|n|no|false|0)$/.test(text) ? false : cell.trim()
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

/** A person's identity number anywhere in a cell, however it is set out; nobody needs it and it is never kept. */
const identityNumber =
  /(?<!\d)\d{6}[\s-]?(?:19|20)\d{2}[\s-]?(?:0\d|1[0-2])[\s-]?(?:[0-2]\d|3[01])[\s-]?\d{3}[\dXx](?!\d)|\d\.\d{4,}E\+?17/g

/** 1.4052E17 */
const shortestIdentity = 9

export function withoutIdentity(cell: string): string {
  if (cell.length < shortestIdentity) return cell
  const half = cell.normalize('NFKC')
  const without = half.replace(identityNumber, '（身份证号未保存）')
  return without === half ? cell : without
}
