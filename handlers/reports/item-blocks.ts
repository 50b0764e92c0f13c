// How the items of a report are listed on the card that asks to confirm them.
import {
  type BodyElement,
  bold,
  columns,
  divider,
  grey,
  labelled,
  md,
  note,
  overflow,
  text,
} from '../../bot/cards/index.ts'
import type { Report } from '../../bot/context.ts'
import type { ConfirmedReport, Item } from './define.ts'
import { short, shown } from './fields.ts'

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
    const lines = Object.entries(type.fields)
      .filter(([name, field]) => item[name] !== undefined || field.required)
      .map(([name, field]) => ({ label: field.label, value: shown(field, item[name]) }))
    const head = few ? title : md`${title}\n${grey(restOf(type, item))}`
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

function restOf(type: ConfirmedReport, item: Item): string {
  const known = Object.entries(type.fields).filter(([name]) => item[name] !== undefined)
  return short(known.map(([name, field]) => `${field.label} ${field.show(item[name])}`).join(' · '), 160)
}
