// How one township, department, village or enterprise stands: each clause with what is measured, asked and missing.
import {
  type BodyElement,
  bullets,
  type Card,
  card,
  clauseName,
  findingLine,
  grey,
  join,
  kpis,
  type Md,
  md,
  note,
  statusTag,
  text,
} from '../../bot/cards/index.ts'
import type { Ctx, Unit } from '../../bot/context.ts'
import type { Finding, Status } from '../../policy/kernel.ts'
import { backButton } from './buttons.ts'
import { namesBehind } from './names.ts'

/** What must be done something about first. */
const order: readonly Status[] = ['notMet', 'stale', 'atRisk', 'noData', 'exempt', 'met']

/** No tips is no data either, but nobody is asked to make some. */
const intakeWords: Readonly<Record<string, string>> = {
  staffing: '报人员变动',
  training: '登记培训',
  organisation: '报机构',
}

/**
 * `names`: shown only in private, to somebody who may read the unit. The names behind a clause stand below it then.
 */
export async function unitCard(unit: Unit, ctx: Ctx, people: 'names' | 'counts'): Promise<Card> {
  const findings = (await ctx.store.findings.of([unit.id])).filter(({ status }) => status !== 'notApplicable')
  const sorted = [...findings].sort((one, other) => rankOf(one) - rankOf(other))
  const lines: Md[] = []
  for (const finding of sorted) lines.push(await clauseLines(finding, ctx, people))
  const { hard, soft } = brokenOf(findings)
  return card({
    title: `${unit.name} 达标情况`,
    state: hard > 0 ? 'overdue' : soft > 0 ? 'waiting' : 'info',
    stateText: hard === 0 ? '没有不达标' : `${hard}条不达标`,
    icon: 'list-check_outlined',
    summary: `${unit.name} 达标情况`,
    elements: [
      findings.length === 0 ? [] : figures(findings),
      lines.length === 0 ? text(md`还没有这个单位的数据。报了人员和培训，这里就会算出来。`) : lines.map(text),
      await backButton(unit, ctx),
      note(md`截至${ctx.today}。只列能自动计算的条款，出处：晋市政办〔2021〕10号。`),
    ],
  })
}

function figures(findings: readonly Finding[]): BodyElement {
  const count = (...wanted: Status[]) => findings.filter(({ status }) => wanted.includes(status)).length
  const { hard, soft } = brokenOf(findings)
  const also = soft === 0 ? {} : { hint: `另有原则性要求${soft}条` }
  return kpis([
    { value: `${count('met', 'atRisk')}/${findings.length}`, label: '达标条款', tone: 'plain' },
    { value: String(hard), label: '不达标', tone: hard > 0 ? 'bad' : 'good', ...also },
    { value: String(count('noData', 'stale')), label: '缺数据', tone: 'plain' },
  ])
}

/** What must be kept counts as broken; what holds in principle (原则上, 一般) is told beside it, as in the summaries. */
function brokenOf(findings: readonly Finding[]): { hard: number; soft: number } {
  const broken = findings.filter(({ status }) => status === 'notMet')
  const hard = broken.filter(({ force }) => force === 'must').length
  return { hard, soft: broken.length - hard }
}

function rankOf({ status, force }: Finding): number {
  return order.indexOf(status) * 2 + (force === 'must' ? 0 : 1)
}

async function clauseLines(finding: Finding, ctx: Ctx, people: 'names' | 'counts'): Promise<Md> {
  const { obligation, status, force } = finding
  const head = md`${statusTag(status, force)} ${grey(clauseName(obligation))}\n${findingLine(finding)}`
  const behind = people === 'names' ? await namesBehind(finding, ctx) : []
  const todo = intakeWords[finding.waitsFor ?? '']
  const asked = todo === undefined || (status !== 'noData' && status !== 'stale') ? [] : [`请${todo}`]
  const below = [...behind, ...asked]
  return below.length === 0 ? head : join([head, bullets(below)])
}
