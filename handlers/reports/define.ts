// What a report type is. One file defines one type; from its fields come the form card, the confirm card, the
// questions for what is missing, the checks and the receipt. See ARCHITECTURE.md for how to add one.
import type { Ctx, MessageIn, Outcome, Outgoing, Report, Role } from '../../bot/context.ts'
import type { Field } from './fields.ts'

/** One person, training or tip of a report: field names to values. Keys that are no field are kept but not shown. */
export type Item = Readonly<Record<string, unknown>>

/** Something wrong or unclear, as a sentence: what was read, what is expected, what to do. */
export type Problem = {
  readonly field: string | undefined
  readonly sentence: string
  /** which of the items, from 0; undefined when it is the message as a whole */
  readonly item?: number
}

/** Says of which item the problems are. */
export function ofItem(item: number, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, item }))
}

type Described = {
  readonly kind: string
  readonly title: string
  /** begins the number of every report of this type */
  readonly prefix: string
  /** typed alone they open the form */
  readonly words: readonly string[]
  /** what the tile of the menu says below the name */
  readonly hint: string
  /** a sentence that works, for help and tests */
  readonly example: string
  /** what the text understanding calls the things this type takes */
  readonly itemTypes: readonly string[]
  readonly fields: Readonly<Record<string, Field>>
  /** one line for a list, such as 张三 调入 2026-03-05 */
  readonly headline: (item: Item) => string
  /** obligations whose findings a report of this type can change */
  readonly clauses: readonly string[]
}

/** Shown as a draft first; counts once somebody confirmed it. */
export type ConfirmedReport = Described & {
  readonly storing: 'confirmed'
  readonly who: readonly Role[]
  /** Fills in what follows from the sender and the roster; changes nothing that was said. */
  readonly complete: (item: Item, ctx: Ctx, unitId: string) => Promise<Item>
  /** What stands in the way of saving, beyond the fields' own schemas. */
  readonly check: (items: readonly Item[], ctx: Ctx, unitId: string) => Promise<readonly Problem[]>
  /** Writes the typed rows, each under the report's id so that undo finds them. */
  readonly save: (items: readonly Item[], report: Report, ctx: Ctx) => Promise<void>
  /** Lines of the receipt besides what changed, such as when the next training is due. */
  readonly follow: (items: readonly Item[], report: Report, ctx: Ctx) => Promise<readonly string[]>
}

/** Stored with a number as soon as it is said; what is missing is asked after. Anybody may file it, always privately. */
export type AtOnceReport = Described & {
  readonly storing: 'atOnce'
  readonly who: 'anyone'
  /** what must be known before the first word, below the form */
  readonly statement: string
  /** Whether there is anything in it to store: 我想举报 tells nothing yet. */
  readonly tells: (item: Item) => boolean
  /** Brings what was said into the shape in which it is shown. */
  readonly tidy: (item: Item) => Item
  /** Writes the typed rows under the saved report; answers what its sender and those who handle it get. */
  readonly save: (item: Item, report: Report, ctx: Ctx) => Promise<readonly Outgoing[]>
  /** What typed words correct or add to a saved one; undefined when they hold nothing for it. */
  readonly amend: (
    report: Report,
    said: { readonly message: MessageIn; readonly as: 'correction' | 'answer' },
    ctx: Ctx,
  ) => Promise<Outcome | undefined>
  readonly withdraw: (report: Report, ctx: Ctx) => Promise<Outcome>
}

export type ReportType = ConfirmedReport | AtOnceReport

export function defineReport(type: ConfirmedReport): ConfirmedReport
export function defineReport(type: AtOnceReport): AtOnceReport
export function defineReport(type: ReportType): ReportType {
  return type
}

/** Required fields that an item lacks, in the order of the definition. */
export function missingFields(type: Pick<ReportType, 'fields'>, item: Item): string[] {
  return Object.entries(type.fields)
    .filter(([name, field]) => field.required && item[name] === undefined)
    .map(([name]) => name)
}

/** Values that do not fit their field, as sentences. */
export function fieldProblems(type: Pick<ReportType, 'fields'>, item: Item): Problem[] {
  return Object.entries(type.fields).flatMap(([name, field]) => {
    const value = item[name]
    if (value === undefined || field.schema.safeParse(value).success) return []
    return [{ field: name, sentence: wrongValue(field, value) }]
  })
}

function wrongValue({ label, expect, mostLetters: most }: Field, value: unknown): string {
  const length = typeof value === 'string' ? [...value].length : 0
  return most !== undefined && length > most
    ? `${label}读到${length}个字，最多${most}个字，请缩短后再提交。`
    : `${label}读到的是“${brief(value)}”，应为${expect}，请改正后再提交。`
}

/** What the labels say of how a value of a field was changed. */
export function difference(type: Pick<ReportType, 'fields'>, name: string, before: unknown, after: unknown) {
  const field = type.fields[name]
  const word = (value: unknown) => (value === undefined ? '未填' : (field?.show(value) ?? String(value)))
  return `${field?.label ?? name}：${word(before)} → ${word(after)}`
}

function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 30 ? `${text.slice(0, 30)}…` : text
}
