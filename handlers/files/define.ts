// What a list type is: a file whose lines are people or trainings, with its columns, how its lines compare with what
// is stored, and what they write. Columns are those of a report type's fields with the words people use for them.
import type { Ctx, Unit } from '../../bot/context.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import type { Field } from '../reports/fields.ts'

/** What is known while a cell is read: the values of the columns before it, for `also` its own too. */
export type Reading = {
  readonly today: LocalDate
  readonly values: Readonly<Record<string, unknown>>
}

export type Column = {
  readonly name: string
  readonly field: Field
  /** words for the column besides the field's label */
  readonly heads: readonly string[]
  /** from a cell that is not empty to a value for the field's schema; undefined when it says that there is none */
  readonly read: (cell: string, line: Reading) => unknown
  /** what a cell says besides: values for columns that say nothing themselves, and how it was taken */
  readonly also?: (
    cell: string,
    line: Reading,
  ) => {
    readonly values?: Readonly<Record<string, unknown>>
    readonly note?: string
  }
  /** a cell of the example line of the template */
  readonly example: string
}

/** Words of a list set out with spaces and line breaks. */
export const headsOf = (words: string): readonly string[] => words.trim().split(/\s+/u)

/** One line of a file. `line` is its number in Excel; `wrong` and `notes` are sentences about its cells. */
export type Line = {
  readonly line: number
  readonly values: Readonly<Record<string, unknown>>
  readonly wrong: readonly string[]
  readonly notes: readonly string[]
}

/** What would become of a line. `item` is what saving it writes. */
export type Planned = {
  readonly line: number
  readonly what: 'new' | 'changed' | 'same' | 'refused'
  /** why it is refused, or what changes */
  readonly why: string
  readonly item?: Readonly<Record<string, unknown>>
}

export type ListType = {
  /** kind of the report that an import becomes */
  readonly kind: string
  readonly title: string
  /** typed after 模板 */
  readonly word: string
  readonly prefix: string
  readonly columns: readonly Column[]
  /** a header must have all columns of one of these to be this list */
  readonly needs: readonly (readonly string[])[]
  /** more for the notes of the template */
  readonly notes: readonly string[]
  readonly clauses: readonly string[]
  readonly plan: (lines: readonly Line[], unit: Unit, ctx: Ctx) => Promise<readonly Planned[]>
  /** Writes the items of one part so that nobody sees them yet. */
  readonly stage: (
    items: readonly Readonly<Record<string, unknown>>[],
    reportId: number,
    ctx: Ctx,
  ) => Promise<void>
  /** Whether something that the items add has been added by somebody else since they were compared. */
  readonly overtaken: (items: readonly Readonly<Record<string, unknown>>[], ctx: Ctx) => Promise<boolean>
  /** The rows that the items take the place of. */
  readonly replaces: (items: readonly Readonly<Record<string, unknown>>[]) => {
    postIds: readonly number[]
    recordIds: readonly number[]
  }
}

export const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
