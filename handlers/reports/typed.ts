// From what a form brings to the items of a report. Used by the presses of report cards.
import type { PressIn } from '../../bot/context.ts'
import { controlName } from './cards.ts'
import type { ConfirmedReport, Item } from './define.ts'

/** The items with what was typed put in; a field that was emptied is taken out. */
export function filled(type: ConfirmedReport, items: readonly Item[], form: PressIn['form']): Item[] {
  const all = items.length === 0 ? [{}] : items
  return all.map((item, index) => {
    const next: Record<string, unknown> = { ...item }
    for (const [name, field] of Object.entries(type.fields)) {
      const typed = form[controlName(index, name)]
      if (typed === undefined) continue
      const value = field.fromForm(typed)
      if (value === undefined) delete next[name]
      else next[name] = value
    }
    return next
  })
}
