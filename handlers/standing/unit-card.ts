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

const intakeWords: Readonly<Record<string, string>> = {
  staffing: '报人员变动',
  training: '登记培训',
  hazard: '报隐患',
}

/**
 * `names`: shown only in private, to somebody who may read the unit. The names behind a clause stand below it then.
 */
export async function unitCard(unit: Unit, ctx: Ctx, people: 'names' | 'counts'): Promise<Card> {
  const findings = (await ctx.store.findings.of([unit.id])).filter(({ status }) => status !== 'notApplicable')
  const sorted = [...findings].sort((one, other) => rankOf(one) - rankOf(other))
  const lines: Md[] = []
  for (const finding of sorted) lines.push(await clauseLines(finding, ctx, people))
  const broken = findings.filter(({ status }) => status === 'notMet')
  return card({
    title: `${unit.name} 达标情况`,
    state: broken.some(({ force }) => force === 'must') ? 'overdue' : broken.length > 0 ? 'waiting' : 'info',
    stateText: broken.length === 0 ? '没有不达标' : `${broken.length}条不达标`,
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
  const broken = count('notMet')
  return kpis([
    { value: `${count('met', 'atRisk')}/${findings.length}`, label: '达标条款', tone: 'plain' },
    { value: String(broken), label: '不达标', tone: broken > 0 ? 'bad' : 'good' },
    { value: String(count('noData', 'stale')), label: '缺数据', tone: 'plain' },
  ])
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
