// How the items of a report are listed on the card that asks to confirm them.
import {
  type BodyElement,
  bold,
  columns,
  divider,
  grey,
  labelled,
  type Md,
  md,
  note,
  overflow,
  tag,
  text,
} from '../../bot/cards/index.ts'
import type { Report } from '../../bot/context.ts'
import { dayAndHour } from '../time.ts'
import type { ConfirmedReport, Item } from './define.ts'
import { short, shown } from './fields.ts'
import { uncertainIn } from './uncertain.ts'

/** More would not fit on one card; the rest is counted. */
export const mostItems = 12
const fewItems = 3

/** Few items are shown field by field, many as one line each; several have a button each to edit or drop them. */
export function itemBlocks(type: ConfirmedReport, report: Report): BodyElement[] {
  const { items } = report
  const one = items.length === 1
  const few = items.length <= fewItems
  const blocks = items.slice(0, mostItems).flatMap((item, index) => {
    const title = bold(
      one ? md`${type.headline(item)}` : md`${index + 1}. ${short(type.headline(item), 120)}`,
    )
    const doubts = uncertainIn(item, report.rawText, dayAndHour(report.createdAt).day)
    const lines = Object.entries(type.fields)
      .filter(([name, field]) => item[name] !== undefined || field.required)
      .map(([name, field]) => ({
        label: field.label,
        value: marked(shown(field, item[name]), doubts.get(name)),
      }))
    const head = few ? title : md`${title}\n${grey(restOf(type, item, doubts))}`
    const line = one
      ? []
      : [
          columns([
            { width: 5, elements: [text(head)] },
            { width: 'auto', elements: [itemMenu(report, index)] },
          ]),
        ]
    return [...(index > 0 && few ? [divider()] : []), ...line, ...(few ? [labelled(lines)] : [])]
  })
  return items.length > mostItems
    ? [...blocks, note(md`另有 ${items.length - mostItems} 项未列出。`)]
    : blocks
}

/** The three dots beside one of several items. */
function itemMenu({ id, revision: rev }: Report, item: number) {
  return overflow({
    options: [
      { text: '修改这一项', value: 'edit' },
      { text: '去掉这一项', value: 'drop' },
    ],
    act: { act: 'report.item', id, rev, item },
  })
}

/** In doubt by the words of the message; saving confirms it. */
function marked(value: Md, doubt: string | undefined): Md {
  return doubt === undefined ? value : md`${value} ${tag('orange', '待核实')} 原文“${doubt}”`
}

function restOf(type: ConfirmedReport, item: Item, doubts: ReadonlyMap<string, string>): string {
  const known = Object.entries(type.fields).filter(([name]) => item[name] !== undefined)
  const doubtOf = (name: string) => (doubts.has(name) ? `（待核实：原文“${doubts.get(name)}”）` : '')
  return short(
    known.map(([name, field]) => `${field.label} ${field.show(item[name])}${doubtOf(name)}`).join(' · '),
    160,
  )
}
