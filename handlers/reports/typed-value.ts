// A value typed in chat for one field of a report: as the answer to what a card asks, or in a correction that names the
// field as the card does, such as "学时改成40".
import { parseDate } from '../../bot/text/index.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import type { ConfirmedReport } from './define.ts'
import { short } from './fields.ts'

export const dayFields = ['effectiveDate', 'startDate', 'issueDate', 'expiryDate', 'endDate']

/** Words of a number that need not be there: 约40学时, 11天. */
const unitWords = /^(?:约|共)?(\d+)个?(?:学时|课时|小时|天|人|名|年)$/u

/** The value for a field, read from words; undefined when they do not fit it. */
export function typedValue(type: ConfirmedReport, name: string, words: string, today: LocalDate): unknown {
  const field = type.fields[name]
  const typed = words.trim().normalize('NFKC')
  if (field === undefined || typed === '') return undefined
  if (dayFields.includes(name)) {
    const read = parseDate(typed, today)
    return read.kind === 'exact' ? read.day : undefined
  }
  const value = field.fromForm(typed.replace(unitWords, '$1'))
  return value !== undefined && field.schema.safeParse(value).success ? value : undefined
}

/** Says that a correction was not taken over: what was read, what is expected, what to write instead. */
export function notTaken(type: ConfirmedReport, name: string, words: string | undefined): string {
  const { label, expect, options } = type.fields[name] ?? { label: name, expect: '' }
  const read = words === undefined ? '没有读到改成什么' : `读到的是“${short(words, 30)}”`
  const expected = options === undefined ? expect : `“${options.map(({ text }) => text).join('”“')}”中的一项`
  return `${label}没有改：${read}，应为${expected}。请照“${label}改成……”再发一次，或在卡片上点“修改”。`
}
