// The Monday card of a township or a department: its own list of what to do, worst first. Stands in groups, so people
// are counted and never named.
import {
  type BodyElement,
  bold,
  button,
  buttonRow,
  type Card,
  card,
  clauseName,
  findingLine,
  grey,
  join,
  kpis,
  type Md,
  md,
  share,
  statusTag,
  tag,
  text,
} from '../../bot/cards/index.ts'
import { daysBetween, type LocalDate } from '../../policy/calendar.ts'
import { obligationById } from '../../policy/index.ts'
import type { Finding, Status } from '../../policy/kernel.ts'
import { dutiesKept } from '../../policy/unit-standing.ts'
import { missingHeads } from './figures.ts'
import { against, changesText, footer, lateTag, monthDay, overdueItems, type Timing, trend } from './parts.ts'
import type { Picture } from './picture.ts'

/** What must be done something about, first things first. */
const todo: readonly Status[] = ['notMet', 'stale', 'atRisk']

/** Buttons: `standing.show` with the unit's id, `report.open` with the kind of report. About 6 KB. */
export function unitSummaryCard(picture: Picture, timing: Timing): Card {
  const { root, findings } = picture
  const after = picture.weeks.at(-1)
  const day = after?.day
  const open = todo.flatMap((status) => byForce(findings.filter((finding) => finding.status === status)))
  const broken = findings.filter(({ status, force }) => status === 'notMet' && force === 'must').length
  return card({
    title: `${root.name} 本周待办`,
    ...(day !== undefined && { subtitle: `${day} · 对照晋市政办〔2021〕10号` }),
    icon: 'todo_colorful',
    state: broken > 0 ? 'overdue' : open.length > 0 ? 'waiting' : 'done',
    stateText: broken > 0 ? `${broken}条不达标` : open.length > 0 ? `${open.length}项待办` : '没有待办',
    tags: lateTag(timing),
    summary: `${root.name}：${open.length}项待办，${broken}条不达标`,
    width: 'fill',
    elements: [
      text(conclusion(picture, broken, open.length)),
      findings.length === 0 || after === undefined ? [] : figures(picture, broken),
      changesText(picture),
      open.length === 0 || day === undefined
        ? []
        : [text(bold('待办')), ...open.map((one) => text(lines(one, day)))],
      unknownText(findings),
      trend(picture, { title: '达标条款占比', counted: '条' }),
      ways(picture),
      footer(picture, '只算能自动计算的条款；没报过、过期没报的不算达标。“一般”“原则上”的条款不达标用橙色。'),
    ],
  })
}

function conclusion({ findings, weeks, root }: Picture, broken: number, open: number): Md {
  if (findings.length === 0) return md`还没有报过人员和培训。报了，这里就会算出还差什么。`
  const { kept, of } = countOf(weeks, root.id, -1)
  const last = weeks.length < 2 ? undefined : countOf(weeks, root.id, -2).kept
  const change = last === undefined ? '' : `，${against(last, kept)}${last === kept ? '' : '条'}`
  const rest = broken > 0 ? md`${bold(`${broken}条不达标`)}，共${open}项待办。` : md`共${open}项待办。`
  return md`能算的 ${of} 条，达标 ${bold(`${kept}/${of}`)} 条（${share(kept, of)}）${change}。${rest}`
}

function countOf(weeks: Picture['weeks'], unitId: string, at: number): { kept: number; of: number } {
  return dutiesKept(weeks.at(at)?.rows.get(unitId) ?? [])
}

function figures(picture: Picture, broken: number): BodyElement {
  const { weeks, root, units, findings } = picture
  const { kept, of } = countOf(weeks, root.id, -1)
  const after = weeks.at(-1)
  const missing = after === undefined ? 0 : missingHeads(after, units)
  const late = after === undefined ? 0 : overdueItems(findings, after.day)
  return kpis([
    { value: `${kept}/${of}`, label: '达标条款', hint: share(kept, of), tone: 'plain' },
    { value: `${broken}条`, label: '不达标', tone: broken > 0 ? 'bad' : 'good' },
    { value: `${missing}人`, label: '缺口人数', tone: missing > 0 ? 'warn' : 'good' },
    { value: `${late}项`, label: '逾期', tone: late > 0 ? 'bad' : 'good' },
  ])
}

function byForce(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((one, other) => Number(other.force === 'must') - Number(one.force === 'must'))
}

/** Duties nobody has reported anything for: one sentence, because one report may answer several. */
function unknownText(findings: readonly Finding[]): readonly BodyElement[] {
  const titles = findings
    .filter((finding) => finding.status === 'noData')
    .map(({ obligation }) => obligationById(obligation)?.title ?? obligation)
  if (titles.length === 0) return []
  return [text(md`${tag('grey', '缺数据')} ${titles.length}条还没报过：${titles.join('、')}。`)]
}

function lines(finding: Finding, day: LocalDate): Md {
  const { status, force, obligation } = finding
  const below = [clauseName(obligation), dueWords(finding, day)].filter((part) => part !== '')
  return join([md`${statusTag(status, force)} ${findingLine(finding)}`, grey(below.join('；'))])
}

/** 1人已逾期；2人将到期，最早12月20日 */
function dueWords({ items = [] }: Finding, day: LocalDate): string {
  const days = items.flatMap(({ dueOn }) => (dueOn === undefined ? [] : [dueOn])).sort()
  const ahead = days.filter((dueOn) => daysBetween(day, dueOn) >= 0)
  const late = days.length - ahead.length
  const [first] = ahead
  const parts = [
    late === 0 ? '' : `${late}项已逾期`,
    first === undefined ? '' : `${ahead.length}项将到期，最早${monthDay(first)}`,
  ]
  return parts.filter((part) => part !== '').join('；')
}

function ways({ root }: Picture): BodyElement {
  return buttonRow([
    button({ text: '看明细', style: 'primary', act: { act: 'standing.show', unit: root.id } }),
    button({ text: '报人员变动', style: 'default', act: { act: 'report.open', kind: 'staffing' } }),
    button({ text: '登记培训', style: 'default', act: { act: 'report.open', kind: 'training' } }),
  ])
}
