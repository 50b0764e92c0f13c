// The cards of a report that is no draft any more: saved, cancelled or withdrawn. Shown to the sender in private.
import {
  bold,
  button,
  buttonRow,
  type Card,
  card,
  type Md,
  md,
  note,
  tag,
  text,
} from '../../bot/cards/index.ts'
import type { Report } from '../../bot/context.ts'
import type { ConfirmedReport } from './define.ts'
import { short } from './fields.ts'
import { mostItems } from './item-blocks.ts'

/** The receipt: number, what was saved, what it changed, what comes next; and the way to take it back. */
export function receiptCard(props: {
  type: ConfirmedReport
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
  type: ConfirmedReport
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
