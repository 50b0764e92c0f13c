// The cards of a draft: to be confirmed, or as a form. Shown to the sender in private.
import {
  type BodyElement,
  button,
  buttonRow,
  type Card,
  card,
  colour,
  form,
  md,
  note,
  tag,
  text,
} from '../../bot/cards/index.ts'
import type { Report } from '../../bot/context.ts'
import { clockTime } from '../time.ts'
import { type ConfirmedReport, type Item, missingFields, type Problem } from './define.ts'
import { short } from './fields.ts'
import { itemBlocks, mostItems } from './item-blocks.ts'

/** About what a report's card is, so that every copy of it can be replaced. */
export const aboutReport = (id: number) => `report:${id}`

/** The name of a field of the n-th item on a form; the press brings it back. */
export const controlName = (index: number, field: string): string => `item${index}_${field}`

type Draft = {
  type: ConfirmedReport
  report: Report
  unitName: string
  problems: readonly Problem[]
  /** said above everything, such as what was just corrected */
  notes?: readonly string[]
}

/** So many questions at a time; a list to choose from weighs heavily on a card, and so do further items. */
const mostQuestions = ({ items }: Report) => (items.length > 1 ? 3 : 6)

/** What was understood, with what is missing or wrong as fields in place. One tap saves when nothing is. */
export function confirmCard(draft: Draft): Card {
  const { type, report, unitName, problems, notes = [] } = draft
  const open = openFields(type, report, problems)
  const ready = open.length === 0
  return card({
    title: `${type.title}：请核对`,
    subtitle: unitName,
    state: 'waiting',
    stateText: ready ? '待确认' : '待补充',
    summary: `请核对：${type.headline(report.items[0] ?? {})}`,
    elements: [
      notes.map((line) => text(md`${tag('blue', '更正')} ${line}`)),
      ...itemBlocks(type, report),
      ready
        ? problems.map(({ sentence }) => text(md`${tag('orange', '注意')} ${sentence}`))
        : fillForm(draft, open),
      confirmButtons(report, ready ? 'ready' : 'open'),
      note(md`${editedBy(report)}已存为草稿，没有保存前不计入统计。${byTyping(report, open)}`),
    ],
  })
}

/** How the card is answered or corrected by typing; one day is for everybody who lacks it. */
function byTyping({ items }: Report, open: readonly Open[]): string {
  const [one, other] = open.flatMap(({ index, name }) => {
    const item = items[index] ?? {}
    return name === 'effectiveDate' && item[name] === undefined ? [item['person']] : []
  })
  return one === undefined || other === undefined
    ? '也可以直接再发一句改正，如“日期改成3月6日”。'
    : `日期相同就直接发“3月5号”，没有日期的都用它；不同就发“${String(one)}3月5号，${String(other)}3月6号”。`
}

/** Whose work it is when a colleague went on with it. */
function editedBy({ senderRef, senderName, editorRef, editorName, editedAt }: Report): string {
  if (editorRef === null || editorRef === senderRef || editedAt === null) return ''
  return `${senderName ?? '同事'}起草，${editorName ?? '同事'} ${clockTime(editedAt)} 改过。`
}

function confirmButtons(report: Report, state: 'ready' | 'open'): BodyElement {
  const { id, revision: rev } = report
  const act = (name: string) => ({ act: name, id, rev })
  const cancel = button({ text: '取消', style: 'text', act: act('report.cancel') })
  const save = button({
    text: report.items.length > 1 ? '全部保存' : '保存',
    style: 'primary',
    act: act('report.save'),
  })
  // Several items have their own buttons.
  if (report.items.length > 1) return state === 'ready' ? buttonRow([save, cancel]) : buttonRow([cancel])
  const edit = button({ text: '修改', style: 'default', act: { ...act('report.edit'), item: 0 } })
  return state === 'ready' ? buttonRow([save, edit, cancel]) : buttonRow([edit, cancel])
}

export type Open = { index: number; name: string }

/** The fields that must be filled in or corrected before the report can be saved. */
export function openFields(type: ConfirmedReport, report: Report, problems: readonly Problem[]): Open[] {
  return report.items.slice(0, mostItems).flatMap((item, index) => {
    const missing = missingFields(type, item)
    const names = Object.keys(type.fields).filter(
      (name) => missing.includes(name) || isWrong(problems, index, name),
    )
    return names.map((name) => ({ index, name }))
  })
}

function isWrong(problems: readonly Problem[], index: number, name: string): boolean {
  return problems.some(({ field, item }) => field === name && (item === undefined || item === index))
}

function fillForm({ type, report, problems }: Draft, open: readonly Open[]): BodyElement {
  const many = report.items.length > 1
  const most = mostQuestions(report)
  const fields = open.slice(0, most).flatMap(({ index, name }) => {
    const field = type.fields[name]
    if (field === undefined) return []
    const control = field.control(controlName(index, name), report.items[index]?.[name])
    return many ? [text(md`第 ${index + 1} 项`), control] : [control]
  })
  return form({
    name: 'fill',
    elements: fields,
    problems: [...new Set(problems.map((problem) => problem.sentence))].slice(0, most),
    submit: {
      text: open.length > most ? '补好这些，继续' : '补齐并保存',
      act: { act: 'report.fill', id: report.id, rev: report.revision },
    },
  })
}

/** Said above a form that a language model filled in. */
export const suggestedNote = md`${tag('blue', '建议')} 这句话规则没看懂，下面是语言模型从您的原话里猜的，可能不对。请核对、改好再提交；不提交就不会保存。`

/**
 * All fields of one item as a form, filled with what is known. Submitting saves, unless there are other items.
 *
 * @param by who filled it in
 */
export function formCard(
  { type, report, unitName, problems }: Draft,
  index = 0,
  by: 'sender' | 'suggested' = 'sender',
): Card {
  const item = report.items[index] ?? {}
  const { id, revision: rev } = report
  return card({
    title: type.title,
    subtitle: report.items.length > 1 ? `${unitName} · 第 ${index + 1} 项` : `${unitName} · 填好后提交即保存`,
    state: 'info',
    stateText: '填写中',
    summary: `填写${type.title}`,
    elements: [
      by === 'suggested'
        ? text(suggestedNote)
        : text(md`带 ${colour('red', '*')} 的必填。也可以直接发一句话，例如：${type.example}`),
      form({
        name: 'whole',
        ...formFields(type, index, item),
        problems: problems.map((problem) => problem.sentence),
        submit:
          report.items.length > 1
            ? { text: '改好了，回到核对', act: { act: 'report.edited', id, rev } }
            : { text: '提交并保存', act: { act: 'report.fill', id, rev } },
        reset: { text: '还原' },
      }),
      button({ text: '放弃填写', style: 'text', act: { act: 'report.cancel', id, rev } }),
    ],
  })
}

/** The fields as they are asked, the rare ones behind a fold that is open when one of them says something. */
function formFields(
  type: ConfirmedReport,
  index: number,
  item: Item,
): Pick<Parameters<typeof form>[0], 'elements' | 'more'> {
  const entries = Object.entries(type.fields)
  const rare = entries.filter(([, field]) => field.rare === 'yes')
  const controls = (some: typeof entries) =>
    some.map(([name, field]) => field.control(controlName(index, name), item[name]))
  return {
    elements: controls(entries.filter((entry) => !rare.includes(entry))),
    more: {
      title: md`更多（${short(rare.map(([, field]) => field.label).join('、'), 14)}）`,
      elements: controls(rare),
      show: rare.some(([name]) => item[name] !== undefined) ? 'open' : 'folded',
    },
  }
}
