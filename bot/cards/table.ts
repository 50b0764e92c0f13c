/**
 * Tables. The type of each cell follows from its column, so a row that the platform would refuse (200914, 200915)
 * does not compile.
 */
import { type BodyOnly, element, type Json } from './elements.ts'
import { type Colour, tagColour } from './md.ts'
import { plain, TEXT_LIMITS } from './plain.ts'

/** `width` like '100px' (80–600) or '30%'; by default as wide as the content. */
export type TableColumn = { readonly title: string; readonly width?: `${number}px` | `${number}%` } & (
  | { readonly kind: 'text' | 'options' | 'date' }
  /** `precision`: digits after the point. */
  | { readonly kind: 'number'; readonly precision: number }
)

type Cell = {
  text: string
  number: number
  /** Labels with a coloured ground. */
  options: readonly { readonly text: string; readonly colour: Colour }[]
  /** 'YYYY-MM-DD', a day in Asia/Shanghai. */
  date: string
}

/** A row by column name; an absent cell is drawn empty. */
export type TableRow<C extends Readonly<Record<string, TableColumn>>> = {
  readonly [Name in keyof C]?: Cell[C[Name]['kind']]
}

/** A table, paged by `pageSize` rows. Its columns stand in the order they are written in. */
export function table<const C extends Readonly<Record<string, TableColumn>>>(props: {
  readonly columns: C
  readonly rows: readonly TableRow<C>[]
  readonly pageSize: 5 | 10
}): BodyOnly {
  const columns = Object.entries(props.columns)
  return element({
    tag: 'table',
    page_size: props.pageSize,
    row_height: 'low',
    freeze_first_column: columns.length > 3,
    header_style: { background_style: 'grey', text_align: 'left', bold: true, lines: 1 },
    columns: columns.map(([name, spec]) => columnJson(name, spec)),
    rows: props.rows.map((row) =>
      Object.fromEntries(columns.flatMap(([name]) => cellEntry(name, props.columns[name], row[name]))),
    ),
  })
}

function columnJson(name: string, spec: TableColumn): Json {
  return {
    name,
    display_name: plain(spec.title, TEXT_LIMITS.columnTitle),
    data_type: spec.kind,
    width: spec.width ?? 'auto',
    horizontal_align: spec.kind === 'number' ? 'right' : 'left',
    ...(spec.kind === 'number' && { format: { precision: spec.precision } }),
    ...(spec.kind === 'date' && { date_format: 'YYYY-MM-DD' }),
  }
}

function cellEntry(
  name: string,
  spec: TableColumn | undefined,
  cell: Cell[keyof Cell] | undefined,
): readonly (readonly [string, Json])[] {
  if (cell === undefined) return []
  if (typeof cell === 'number') return Number.isFinite(cell) ? [[name, cell]] : []
  if (typeof cell !== 'string') return [[name, cell.map(optionJson)]]
  if (spec?.kind !== 'date') return [[name, plain(cell, TEXT_LIMITS.cell)]]
  const midnight = Date.parse(`${cell}T00:00:00+08:00`)
  return Number.isNaN(midnight) ? [] : [[name, midnight]]
}

function optionJson({ text, colour }: Cell['options'][number]): Json {
  return { text: plain(text, TEXT_LIMITS.headerTag), color: tagColour(colour) }
}
