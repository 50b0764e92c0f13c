// Article 7: the verdict over people of whom every one must have something, shared by its four computed rules.
// Imported by the files of article 7.

import type { LocalDate } from './calendar.ts'
import { deadline, dueDays, gapOf, type Item, type Used, type Verdict } from './kernel.ts'
import { type Holder, rowsOf } from './staff.ts'

type Everyone = {
  readonly people: readonly Holder[]
  /** How many of them have it. */
  readonly done: number
  /** Those who have not or soon will not; anything but `dueSoon` breaks the clause. */
  readonly items: readonly Item[]
  readonly used: readonly Used[]
  readonly rows: readonly string[]
  readonly asOf: LocalDate
}

/** Met when every one of at least one person has it, at risk while those who have not are still in time. */
export function everyone({ people, done, items, used, rows, asOf }: Everyone): Verdict {
  const late = new Set(items.filter((item) => item.why !== 'dueSoon').map((item) => item.id))
  return {
    status: late.size > 0 ? 'notMet' : items.length > 0 ? 'atRisk' : 'met',
    measured: { value: done, of: people.length, unit: 'heads' },
    required: { value: people.length, of: people.length, unit: 'heads' },
    ...gapOf(late.size, 'heads'),
    used,
    rows: [...rowsOf(people), ...rows],
    items,
    ...deadline(dueDays(items), asOf),
  }
}
