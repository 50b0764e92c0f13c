// Which row of which sheet is the header of a list, and which column is what. A header may have two rows: titles of
// groups above the titles of their columns, beside titles that stand for both rows.
import type { Sheet } from '../../bot/context.ts'
import type { ListType } from './define.ts'
import { listTypes } from './lists.ts'

/** What stands above one column: its own title, that of the group it is in, and what they may be called in a list. */
type Head = { readonly own: string; readonly group: string; readonly names: readonly string[] }

const lists = listTypes.map((type) => ({
  type,
  columns: type.columns.map(({ name, field, heads }) => ({
    name,
    words: [field.label, ...heads].map(plain),
  })),
}))
type Columns = (typeof lists)[number]['columns']

export type Header = {
  readonly type: ListType
  readonly sheet: Sheet
  /** the row the lines stand below, counted from 0 */
  readonly row: number
  readonly upper: 'yes' | 'no'
  /** a title for each column of the sheet, empty where there is none */
  readonly titles: readonly string[]
  /** the place of each column that was found */
  readonly at: ReadonlyMap<string, number>
  readonly identity: ReadonlySet<number>
}

/** A title and some remarks may stand above the header. */
const mostAbove = 30

/** The headers of the sheets that have one; the one that finds most columns first, of equals that of the first sheet. */
export function findHeaders(sheets: readonly Sheet[]): Header[] {
  return sheets.flatMap((sheet) => headerIn(sheet) ?? []).sort((one, other) => other.at.size - one.at.size)
}

/** Of headers that find as many columns the one that begins first, with its groups: it may be repeated further down. */
function headerIn(sheet: Sheet): Header | undefined {
  return sheet.rows
    .slice(0, mostAbove)
    .flatMap((_, row) => headersAt(sheet, row))
    .sort((one, other) => other.at.size - one.at.size || top(one) - top(other) || other.row - one.row)[0]
}

const top = ({ row, upper }: Header) => (upper === 'yes' ? row - 1 : row)

function headersAt(sheet: Sheet, row: number): Header[] {
  const lower = sheet.rows[row] ?? []
  const upper = sheet.rows[row - 1] ?? []
  const isGrouped = new Set(upper.filter((title) => title !== '')).size > 1
  const two = isGrouped ? fits(sheet, row, 'yes', headsOf(lower, upper)) : []
  // The lower of two rows has titles of its own, or it is the first line below a header of one row.
  const grouped = two.filter(({ at }) =>
    [...at.values()].some((column) => (lower[column] ?? '') !== '' && lower[column] !== upper[column]),
  )
  return [...grouped, ...fits(sheet, row, 'no', headsOf(lower, []))]
}

/** Merged cells have their words in each of their cells; without merging, a group's title stands in its first. */
function headsOf(lower: readonly string[], upper: readonly string[]): Head[] {
  let group = ''
  return Array.from({ length: Math.max(lower.length, upper.length) }, (_, column) => {
    const above = clean(upper[column] ?? '')
    const own = clean(lower[column] ?? '')
    if (above !== '') group = above
    if (own !== '' && own !== above) return headOf(own, group)
    group = ''
    return headOf(above === '' ? own : above, '')
  })
}

/** 起 below 培训时间 is 培训开始时间, and so is 培训时间（起） in one row. */
function headOf(own: string, group: string): Head {
  const names = [own, group + own, withEdge(group + own)].map(plain)
  return { own, group, names: names.filter((name) => name !== '') }
}

function fits(sheet: Sheet, row: number, upper: 'yes' | 'no', heads: readonly Head[]): Header[] {
  const identity = new Set(heads.flatMap((head, column) => (isIdentity(head) ? [column] : [])))
  const titles = heads.map((head) => titleOf(head, heads))
  return lists.flatMap(({ type, columns }) => {
    const at = columnsAt(columns, heads, identity)
    const isThis = type.needs.some((names) => names.every((name) => at.has(name)))
    return isThis && at.size >= 2 ? [{ type, sheet, row, upper, titles, at, identity }] : []
  })
}

/** Whole words first; then a head that contains the words, such as 联系电话（手机）. No column is used twice. */
function columnsAt(
  columns: Columns,
  heads: readonly Head[],
  identity: ReadonlySet<number>,
): Map<string, number> {
  const at = new Map<string, number>()
  const used = new Set(identity)
  for (const matches of [isNamed, containsName]) {
    for (const { name, words } of columns) {
      if (at.has(name)) continue
      const place = heads.findIndex((head, index) => !used.has(index) && matches(head, words))
      if (place < 0) continue
      at.set(name, place)
      used.add(place)
    }
  }
  return at
}

const isNamed = ({ names }: Head, words: readonly string[]) => names.some((name) => words.includes(name))

/** Of a title alone: 考试情况 with 证书编号 below it is no result. */
const containsName = ({ names: [own = ''] }: Head, words: readonly string[]) =>
  words.some((word) => word.length >= 3 && own.includes(word))

const first = '起始|开始|起|始|自|从'
const last = '截止|终止|结束|止|终|至|到'
const edge = new RegExp(`^(.*?)(起止|起讫)?(时间|日期)?\\(?(?:(${first})|(?:${last}))\\)?$`)

function withEdge(title: string): string {
  const [, of = '', both, unit, isFirst] = edge.exec(spaceless(title)) ?? []
  if (both === undefined && unit === undefined) return title
  return `${of}${isFirst === undefined ? '结束' : '开始'}${unit ?? '时间'}`
}

/** With its group where it would mean nothing, or the same as another, without it. */
function titleOf({ own, group }: Head, heads: readonly Head[]): string {
  const isEdge = edge.exec(spaceless(own))?.[1] === ''
  const isOnly = heads.filter((head) => head.own === own).length === 1
  return isEdge || !isOnly ? group + own : own
}

/** Also 号码 below 身份证; a remark above the list that speaks of identity numbers is longer than any title. */
function isIdentity({ own, group }: Head): boolean {
  const full = spaceless(group + own)
  return [spaceless(own), full.length <= 12 ? full : ''].some((title) =>
    /身份证|公民身份|身份号码|证件号码/.test(title),
  )
}

function clean(title: string): string {
  return title.replace(/\s*[\r\n]+\s*/g, '').trim()
}

function spaceless(title: string): string {
  return title.normalize('NFKC').replace(/\s+/g, '')
}

export function plain(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\([^)]*\)|[\s*:·。,、/]/g, '')
    .toLowerCase()
}
