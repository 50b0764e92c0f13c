// The cards of an imported list: to be confirmed, on its way, saved, ended. Private to the sender.
import {
  type BodyElement,
  bold,
  bullets,
  button,
  buttonRow,
  type Card,
  card,
  kpis,
  type Md,
  md,
  note,
  tag,
  text,
} from '../../bot/cards/index.ts'
import type { Report } from '../../bot/context.ts'
import { short } from '../reports/fields.ts'
import type { ListType } from './define.ts'
import type { Head } from './head.ts'

/** About what the card of an import is; the same scheme as every report, so that a recalled message finds it. */
export const aboutList = (id: number) => `report:${id}`

type Shown = { type: ListType; report: Report; head: Head; unitName: string }

/** Counts, what to know before saving, and 保存 when there is something to save. */
export function previewCard({ type, report, head, unitName }: Shown): Card {
  const { id, revision: rev } = report
  const isNews = head.added + head.changed > 0
  return card({
    title: `${type.title}：请核对`,
    subtitle: `${unitName} · ${head.file}`,
    state: 'waiting',
    stateText: isNews ? '待确认' : '无需保存',
    summary: `${type.title}：新增${head.added}，变更${head.changed}，未采用${head.refused}`,
    elements: [
      counts(head),
      ...remarks(head, unitName),
      head.reasons.length === 0 ? [] : text(bullets(head.reasons.map((reason) => short(reason, 160)))),
      isNews
        ? buttonRow([
            button({ text: '保存', style: 'primary', act: { act: 'list.save', id, rev } }),
            button({ text: '取消', style: 'text', act: { act: 'list.cancel', id, rev } }),
          ])
        : text(md`没有要保存的内容：与系统里的一致，或都未采用。`),
      note(
        md`每一行的结果和原因在上面的“核对结果”表里。没有保存前不计入统计；改好后重发整份文件也不会重复。`,
      ),
    ],
  })
}

function counts(head: Head): BodyElement {
  return kpis([
    { label: '新增', value: String(head.added), tone: 'good' },
    { label: '变更', value: String(head.changed), tone: 'plain' },
    { label: '无变化', value: String(head.same), tone: 'plain' },
    { label: '未采用', value: String(head.refused), tone: head.refused > 0 ? 'warn' : 'plain' },
  ])
}

function remarks(head: Head, unitName: string): BodyElement[] {
  const sheets = short(head.unread.join('、'), 80)
  const lines: Md[] = [
    ...(head.unread.length > 0
      ? [
          md`读的是工作表“${head.sheet}”。“${sheets}”里也有名单，${bold('这次没有读')}：请合并到一张表（加“单位”列），或分成几个文件发。`,
        ]
      : []),
    ...(head.unitless > 0 ? [md`${head.unitless}行没有写单位，都算作${unitName}本级的。`] : []),
    ...(head.identity.length > 0 ? [md`“${head.identity.join('、')}”列不保存，核对结果表里也已去掉。`] : []),
    ...(head.unknown.length > 0 ? [md`没有用到的列：${short(head.unknown.join('、'), 120)}。`] : []),
    ...(head.monthOnly > 0 ? [md`${head.monthOnly}名新人的到岗日期只写到月，按当月1日计。`] : []),
    ...(head.near > 0
      ? [md`${head.near}行的日期没有写明年份，按最近的那一天计，年份请在核对结果表里看。`]
      : []),
    ...(head.undated > 0 ? [md`${head.undated}名新人没有到岗日期，从今天起算。`] : []),
  ]
  return lines.map((line) => text(line))
}

/** `done` of the lines are written; nothing counts before all are. */
export function progressCard({ type, report, head, unitName }: Shown, done: number): Card {
  const all = head.added + head.changed
  const percent = Math.floor((done * 100) / Math.max(all, 1))
  return card({
    title: `${type.title}：正在导入`,
    subtitle: `${unitName} · ${head.file}`,
    state: 'info',
    stateText: `${percent}%`,
    summary: `正在导入 ${done}/${all}`,
    elements: [
      text(md`${bar(percent)} ${done} / ${all} 行`),
      note(md`可以先做别的事，导完会告诉您。全部导完前不计入统计。`),
      buttonRow([
        button({
          text: '停止',
          style: 'text',
          act: { act: 'list.cancel', id: report.id, rev: report.revision },
        }),
      ]),
    ],
  })
}

function bar(percent: number): string {
  const full = Math.floor(percent / 10)
  return '▇'.repeat(full) + '▁'.repeat(10 - full)
}

/** The receipt, with the way to take all of it back under its one number. */
export function importedCard(
  { type, report, head, unitName }: Shown,
  effects: readonly Md[],
  savedAt: string,
): Card {
  const { id, revision: rev, number } = report
  return card({
    title: `${type.title}已导入`,
    subtitle: `${unitName} · ${head.file}`,
    state: 'done',
    stateText: '已保存',
    tags: [{ text: number ?? '', colour: 'green' }],
    summary: `已导入 ${number ?? ''}`,
    elements: [
      counts(head),
      ...effects.map((line) => text(md`${tag('green', '变化')} ${line}`)),
      buttonRow([
        button({
          text: '撤回',
          style: 'danger',
          act: { act: 'list.undo', id, rev },
          confirm: { title: '撤回整份导入？', text: '这份文件写入的全部恢复到导入前，历史保留。' },
        }),
      ]),
      note(md`编号 ${number ?? ''} · ${savedAt} 导入 · 发“进度 ${number ?? ''}”可查询`),
    ],
  })
}

export function endedListCard({ type, report, head, unitName }: Shown): Card {
  const withdrawn = report.status === 'withdrawn'
  const words = withdrawn ? '已撤回' : '已取消'
  return card({
    title: `${type.title}${words}`,
    subtitle: `${unitName} · ${head.file}`,
    state: 'ended',
    stateText: words,
    tags: report.number === null ? [] : [{ text: report.number, colour: 'grey' }],
    summary: words,
    elements: [
      text(withdrawn ? md`写入的内容已全部恢复到导入前。` : md`没有写入任何内容。需要时重新发送文件即可。`),
    ],
  })
}
