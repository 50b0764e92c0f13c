/**
 * The words of reminders, and the digest one person gets a day. Drawn by the job that sends it and again by the handler
 * that records 已知悉, so it stands here. Names people: for private chats only.
 */
import { daysBetween, type LocalDate } from '../../policy/calendar.ts'
import type { Finding } from '../../policy/kernel.ts'
import { type Button, button, buttonRow } from './actions.ts'
import { note, text } from './blocks.ts'
import { type Card, card } from './card.ts'
import type { BodyElement } from './elements.ts'
import { bold, bullets, grey, join, type Md, md, tag } from './md.ts'
import { findingLine } from './standing.ts'

/** One thing somebody is reminded of. `subject` names the person or village, or is the number of a tip. */
export type RemindedOf = {
  readonly topic: string
  readonly stage: string
  /** above 0: told to the head of the unit or the level above */
  readonly rung: number
  readonly unitId: string
  readonly unitName: string
  readonly subject: string | undefined
  readonly dueOn: LocalDate | undefined
}

const topics: Readonly<
  Record<string, { readonly title: string; readonly report?: 'staffing' | 'training' }>
> = {
  'A12-4': { title: '举报线索待受理（第十二条）' },
  'A05-5': { title: '专职应急管理人员不足（第五条）', report: 'staffing' },
  'A05-7': { title: '村（居）应急责任人空缺或待确认（第五条）', report: 'staffing' },
  'A07-5': { title: '执法证到期或没有（第七条）', report: 'training' },
  'A07-2': { title: '新进执法人员未完成初任培训（第七条）', report: 'training' },
  'A07-3': { title: '轮训到期（第七条，原则上每3年一次）', report: 'training' },
  silent: { title: '人员情况过期未报', report: 'staffing' },
}

const linesShown = 8

/** The topics in the order they are shown. */
export const reminderTopics: readonly string[] = Object.keys(topics)

/** 轮训到期（第七条，…） */
export function reminderTopic(topic: string): string {
  return topics[topic]?.title ?? topic
}

/**
 * What one person is reminded of on a day, late things first. `findings` are those of A05-5 of the units, for the figures.
 * Buttons: `remind.ack` with the day; `report.open` with the kind of report for who does it, `standing.show` for who
 * sees to it. At most 8 lines a topic, about 10 KB.
 */
export function digestCard(props: {
  readonly reminders: readonly RemindedOf[]
  readonly findings: readonly Finding[]
  readonly day: LocalDate
  /** 11月23日 09:12, once somebody pressed 已知悉 */
  readonly acknowledged: string | undefined
}): Card {
  const { reminders, day, acknowledged } = props
  const late = reminders.filter(({ dueOn }) => dueOn !== undefined && dueOn < day).length
  const count = `${reminders.length}项`
  return card({
    title: `提醒 ${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
    icon: 'alarm-clock_outlined',
    state: acknowledged !== undefined ? 'info' : late > 0 ? 'overdue' : 'waiting',
    stateText: acknowledged !== undefined ? '已知悉' : late > 0 ? `${late}项逾期` : `${count}待办`,
    summary: `今天有${count}要办${late > 0 ? `，${late}项已逾期` : ''}`,
    elements: [
      text(md`今天有 ${bold(count)} 要办${late > 0 ? md`，其中 ${bold(`${late}项`)} 已逾期` : ''}。`),
      reminderTopics.flatMap((topic) => section(topic, props)),
      acknowledged === undefined ? [] : text(md`${tag('blue', '已知悉')} ${acknowledged}`),
      buttons(props),
      note(
        md`到期前90、30、7天各提醒一次，逾期每周（执法证每天）一次。${ladderNote}休息日和20点到次日8点不打扰。`,
      ),
    ],
  })
}

const ladderNote = '快到期和逾期的，2个工作日没人点“已知悉”会提醒单位负责人，再2个工作日提醒上一级。'

function section(
  topic: string,
  {
    reminders,
    findings,
    day,
  }: { reminders: readonly RemindedOf[]; findings: readonly Finding[]; day: LocalDate },
): readonly BodyElement[] {
  const own = reminders.filter((one) => one.topic === topic).sort(ownThenEarliest)
  if (own.length === 0) return []
  const mixed = !own.every(isForOthers)
  const lines = own.slice(0, linesShown).map((one) => {
    return mixed && isForOthers(one) ? md`${line(one, findings, day)} ${urge}` : line(one, findings, day)
  })
  const more = own.length > linesShown ? [md`另有 ${own.length - linesShown} 项`] : []
  const title = bold(`${reminderTopic(topic)} ${own.length}项`)
  // Where all of it is for others to do, it is said once.
  const head = mixed ? title : md`${title} ${urge}`
  return [text(join([head, bullets([...lines, ...more])]))]
}

const urge = grey('请督促')

function isForOthers({ rung }: RemindedOf): boolean {
  return rung > 0
}

function ownThenEarliest(one: RemindedOf, other: RemindedOf): number {
  return one.rung - other.rung || ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1)
}

function line(one: RemindedOf, findings: readonly Finding[], day: LocalDate): Md {
  return md`${`${one.unitName} ${whatOf(one, findings)}`.trimEnd()}${dueWords(one, day)}`
}

function whatOf(one: RemindedOf, findings: readonly Finding[]): string {
  switch (one.topic) {
    case 'A05-5':
      return headsOf(one.unitId, findings)
    case 'A05-7':
      return one.subject === undefined
        ? '有村（居）的责任人超过一个季度没有确认'
        : `${one.subject.replace(one.unitName, '')} 没有责任人`
    case 'A07-5':
      return `${one.subject ?? ''}${one.dueOn === undefined ? ' 没有有效执法证' : ''}`
    case 'A12-4':
      return `线索 ${one.subject ?? ''}${one.stage.startsWith('urgent') ? ' 紧急，尚未受理' : ''}`
    case 'silent':
      return isForOthers(one) ? '' : '没有按时报人员情况；没有变化也请报“无变动”'
    default:
      return one.subject ?? ''
  }
}

/** 2人，至少3人，还差1人; what is counted stands in the heading. */
function headsOf(unitId: string, findings: readonly Finding[]): string {
  const finding = findings.find(({ unit, obligation }) => unit === unitId && obligation === 'A05-5')
  return finding === undefined ? '' : findingLine(finding).replace(/^专职应急管理人员 /u, '')
}

const dueVerbs: Readonly<Record<string, string>> = {
  'A05-7': '前须明确',
  'A07-2': '前应完成',
  'A12-4': '前应决定是否受理',
}

/** ，12月20日到期（还有27天） or ，12月20日到期（已逾期5天）; empty without a day. */
function dueWords({ topic, dueOn, stage }: RemindedOf, day: LocalDate): string {
  if (dueOn === undefined || stage.startsWith('urgent')) return ''
  const days = daysBetween(day, dueOn)
  const far = days > 0 ? `还有${days}天` : days === 0 ? '今天' : `已逾期${-days}天`
  const year = dueOn.slice(0, 4) === day.slice(0, 4) ? '' : `${dueOn.slice(0, 4)}年`
  return `，${year}${Number(dueOn.slice(5, 7))}月${Number(dueOn.slice(8))}日${dueVerbs[topic] ?? '到期'}（${far}）`
}

function buttons({
  reminders,
  day,
  acknowledged,
}: {
  reminders: readonly RemindedOf[]
  day: LocalDate
  acknowledged: string | undefined
}): readonly BodyElement[] {
  const own = reminders.filter((one) => !isForOthers(one))
  const kinds = new Set(own.flatMap(({ topic }) => topics[topic]?.report ?? []))
  const look = button({ text: '看达标情况', style: 'default', act: { act: 'standing.show' } })
  const filing: readonly Button[] = [...kinds].map((kind) =>
    button({
      text: kind === 'staffing' ? '报人员变动' : '登记培训',
      style: 'default',
      act: { act: 'report.open', kind },
    }),
  )
  const reports = own.length === 0 ? [look] : filing
  const ack = button({ text: '已知悉', style: 'primary', act: { act: 'remind.ack', day } })
  const [first, second, third] = acknowledged === undefined ? [ack, ...reports] : reports
  if (first === undefined) return []
  if (second === undefined) return [buttonRow([first])]
  return [third === undefined ? buttonRow([first, second]) : buttonRow([first, second, third])]
}
