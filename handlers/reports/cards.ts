// The cards of a report on its way: to be confirmed, as a form, saved, ended. Shown to the sender in private.
import {
  type BodyElement,
  bold,
  button,
  buttonRow,
  type Card,
  card,
  colour,
  divider,
  form,
  grey,
  labelled,
  type Md,
  md,
  note,
  tag,
  text,
} from '../../bot/cards/index.ts'
import type { Report } from '../../bot/context.ts'
import { type Item, missingFields, type Problem, type ReportType } from './define.ts'
import { short, shown } from './fields.ts'

/** The name of a field of the n-th item on a form; the press brings it back. */
export const controlName = (index: number, field: string): string => `item${index}_${field}`

type Draft = { type: ReportType; report: Report; unitName: string; problems: readonly Problem[] }

/** More would not fit on one card; the rest is counted. */
const mostItems = 12
const fewItems = 3
/** So many questions at a time; a list to choose from weighs heavily on a card. */
const mostQuestions = 5

/** What was understood, with what is missing or wrong as fields in place. One tap saves when nothing is. */
export function confirmCard({ type, report, unitName, problems }: Draft): Card {
  const open = openFields(type, report, problems)
  const { id, revision: rev } = report
  const act = (name: string) => ({ act: name, id, rev })
  const cancel = button({ text: '取消', style: 'text', act: act('report.cancel') })
  const edit = button({ text: '修改', style: 'default', act: act('report.edit') })
  const ready = open.length === 0 && problems.length === 0
  return card({
    title: `${type.title}：请核对`,
    subtitle: unitName,
    state: 'waiting',
    stateText: ready ? '待确认' : '待补充',
    summary: `请核对：${type.headline(report.items[0] ?? {})}`,
    elements: [
      ...itemBlocks(type, report.items),
      ready ? [] : fillForm({ type, report, unitName, problems }, open),
      ready
        ? buttonRow([button({ text: '保存', style: 'primary', act: act('report.save') }), edit, cancel])
        : buttonRow([edit, cancel]),
      note(md`已存为草稿，没有保存前不计入统计。也可以直接再发一句改正。`),
    ],
  })
}

/** Few items are shown field by field, many as one line each. */
function itemBlocks(type: ReportType, items: readonly Item[]): BodyElement[] {
  const few = items.length <= fewItems
  const blocks = items.slice(0, mostItems).flatMap((item, index) => {
    const title = bold(
      items.length > 1 ? md`${index + 1}. ${type.headline(item)}` : md`${type.headline(item)}`,
    )
    if (!few) return [text(md`${title}\n${grey(restOf(type, item))}`)]
    const lines = Object.entries(type.fields)
      .filter(([name, field]) => item[name] !== undefined || field.required)
      .map(([name, field]) => ({ label: field.label, value: shown(field, item[name]) }))
    return [...(index > 0 ? [divider()] : []), ...(items.length > 1 ? [text(title)] : []), labelled(lines)]
  })
  return items.length > mostItems
    ? [...blocks, note(md`另有 ${items.length - mostItems} 项未列出。`)]
    : blocks
}

function restOf(type: ReportType, item: Item): string {
  const known = Object.entries(type.fields).filter(([name]) => item[name] !== undefined)
  return short(known.map(([name, field]) => `${field.label} ${field.show(item[name])}`).join(' · '), 160)
}

type Open = { index: number; name: string }

/** The fields that must be filled in or corrected before the report can be saved. */
function openFields(type: ReportType, report: Report, problems: readonly Problem[]): Open[] {
  const wrong = new Set(problems.map((problem) => problem.field))
  return report.items.slice(0, mostItems).flatMap((item, index) => {
    const missing = missingFields(type, item)
    const names = Object.keys(type.fields).filter((name) => missing.includes(name) || wrong.has(name))
    return names.map((name) => ({ index, name }))
  })
}

function fillForm({ type, report, problems }: Draft, open: readonly Open[]): BodyElement {
  const many = report.items.length > 1
  const fields = open.slice(0, mostQuestions).flatMap(({ index, name }) => {
    const field = type.fields[name]
    if (field === undefined) return []
    const control = field.control(controlName(index, name), report.items[index]?.[name])
    return many ? [text(md`第 ${index + 1} 项`), control] : [control]
  })
  return form({
    name: 'fill',
    elements: fields,
    problems: [...new Set(problems.map((problem) => problem.sentence))].slice(0, mostQuestions),
    submit: {
      text: open.length > mostQuestions ? '补好这些，继续' : '补齐并保存',
      act: { act: 'report.fill', id: report.id, rev: report.revision },
    },
  })
}

/** All fields of one item as a form, filled with what is known. Submitting saves. */
export function formCard({ type, report, unitName, problems }: Draft): Card {
  const item = report.items[0] ?? {}
  const fields = Object.entries(type.fields).map(([name, field]) =>
    field.control(controlName(0, name), item[name]),
  )
  const { id, revision: rev } = report
  return card({
    title: type.title,
    subtitle: `${unitName} · 填好后提交即保存`,
    state: 'info',
    stateText: '填写中',
    summary: `填写${type.title}`,
    elements: [
      text(md`带 ${colour('red', '*')} 的必填。也可以直接发一句话，例如：${type.example}`),
      form({
        name: 'whole',
        elements: fields,
        problems: problems.map((problem) => problem.sentence),
        submit: { text: '提交并保存', act: { act: 'report.fill', id, rev } },
        reset: { text: '还原' },
      }),
      button({ text: '放弃填写', style: 'text', act: { act: 'report.cancel', id, rev } }),
    ],
  })
}

/** The receipt: number, what was saved, what it changed, what comes next; and the way to take it back. */
export function receiptCard(props: {
  type: ReportType
  report: Report
  unitName: string
  /** what the findings were and are, in words; empty when nothing changed */
  effects: readonly Md[]
  follow: readonly string[]
  savedAt: string
}): Card {
  const { type, report } = props
  const { id, revision: rev } = report
  return card({
    title: `${type.title}已登记`,
    subtitle: props.unitName,
    state: 'done',
    stateText: '已保存',
    tags: [{ text: report.number ?? '', colour: 'green' }],
    summary: `已登记 ${report.number ?? ''}`,
    elements: [
      ...report.items.slice(0, mostItems).map((item) => text(bold(short(type.headline(item), 120)))),
      ...props.effects.map((line) => text(md`${tag('green', '变化')} ${line}`)),
      ...props.follow.map((line) => text(md`${line}`)),
      buttonRow([
        button({ text: '再报一条', style: 'default', act: { act: 'report.open', kind: type.kind } }),
        button({ text: '改正', style: 'default', act: { act: 'report.correct', id, rev } }),
        button({
          text: '撤回',
          style: 'danger',
          act: { act: 'report.undo', id, rev },
          confirm: { title: '撤回这条上报？', text: '名单和达标情况恢复到登记前，历史保留。' },
        }),
      ]),
      note(md`编号 ${report.number ?? ''} · ${props.savedAt} 登记 · 发“进度 ${report.number ?? ''}”可查询`),
    ],
  })
}

/** A report that is over: cancelled as a draft, or withdrawn after it was saved. */
export function endedCard(props: {
  type: ReportType
  report: Report
  unitName: string
  effects: readonly Md[]
}): Card {
  const { type, report } = props
  const withdrawn = report.status === 'withdrawn'
  return card({
    title: withdrawn ? `${type.title}已撤回` : `${type.title}已取消`,
    subtitle: props.unitName,
    state: 'ended',
    stateText: withdrawn ? '已撤回' : '已取消',
    tags: report.number === null ? [] : [{ text: report.number, colour: 'grey' }],
    summary: withdrawn ? `已撤回 ${report.number ?? ''}` : '已取消',
    elements: [
      ...report.items.slice(0, mostItems).map((item) => text(md`${short(type.headline(item), 120)}`)),
      ...props.effects.map((line) => text(md`${tag('grey', '变化')} ${line}`)),
      button({ text: '恢复为草稿', style: 'default', act: { act: 'report.copy', id: report.id } }),
    ],
  })
}
