// What a correction changes: the field it names, or the one its value can only be for, and the value as that field
// takes it.
import type { Ctx, Report } from '../../bot/context.ts'
import { parse } from '../../bot/text/index.ts'
import { type Correction, fieldNamed } from './correction-words.ts'
import type { ConfirmedReport, Item } from './define.ts'
import { dayFields, typedValue } from './typed-value.ts'

type Change = { readonly name: string; readonly value: unknown }

/** Which field the value is for: the one named, else the one it can only be for. */
export function changeOf(
  report: Report,
  type: ConfirmedReport,
  { correction: { subject, old, value }, ctx }: { readonly correction: Correction; readonly ctx: Ctx },
): Change | undefined {
  const name = fieldNamed(subject, type.fields)
  if (name !== undefined) {
    const direct = name === 'certificates' ? undefined : typedValue(type, name, value, ctx.today)
    return direct === undefined ? readChange(type, value, ctx, name) : { name, value: direct }
  }
  if (type.fields['fullTime'] !== undefined && /^(?:非?专职|全职|兼职)(?:人员)?$/u.test(value))
    return { name: 'fullTime', value: /^(?:专职|全职)/u.test(value) }
  const isName = old !== undefined && report.items.some(({ person }) => person === old)
  const person = isName ? typedValue(type, 'person', value, ctx.today) : undefined
  return person === undefined ? readChange(type, value, ctx) : { name: 'person', value: person }
}

/** The value as the text understanding reads it in a correction; `only` when the field is known. */
function readChange(type: ConfirmedReport, words: string, ctx: Ctx, only?: string): Change | undefined {
  const day = dayFields.find((one) => type.fields[one] !== undefined) ?? ''
  const dayField = only ?? day
  const asDay = dayFields.includes(dayField) ? typedValue(type, dayField, words, ctx.today) : undefined
  if (asDay !== undefined) return { name: dayField, value: asDay }
  const { field, newValue } = understood(words, ctx)
  const name = dayFields.includes(String(field)) ? day : String(field)
  if (newValue === undefined || (only !== undefined && only !== name)) return undefined
  const value = typedValue(type, name, String(newValue), ctx.today)
  return value === undefined ? undefined : { name, value }
}

/** The certificates of an item without the one that is taken away; undefined when it has none like it. */
export function certificatesLeft(item: Item, words: string, ctx: Ctx): readonly unknown[] | undefined {
  const { certificates } = item
  if (!Array.isArray(certificates)) return undefined
  const less = String(understood(words, ctx)['newValue'] ?? words)
  const left = words === '证书' ? [] : certificates.filter((one) => one !== less)
  return left.length === certificates.length ? undefined : left
}

/** What the text understanding makes of the words after 改成. */
function understood(words: string, { today, gazetteer }: Ctx): Item {
  const context = { today, sender: { unit: null, role: null }, gazetteer, roster: [] }
  const [item] = parse(`改成${words}`, context).items
  return item?.type === 'correction' ? item : {}
}
