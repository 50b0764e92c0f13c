// 缺人: which townships and departments have fewer people than articles 4 and 5 require, and how many are missing.
// Counts only, no names: it may stand in a group.
import {
  type BodyElement,
  bold,
  bullets,
  type Card,
  card,
  findingLine,
  join,
  kpis,
  md,
  nameWithin,
  note,
  text,
} from '../../bot/cards/index.ts'
import type { Ctx, Unit } from '../../bot/context.ts'
import type { Finding } from '../../policy/kernel.ts'
import { ownLevel } from '../asked-unit.ts'
import { unitQuery } from './query.ts'

/** The obligations that require so many heads: departments two, townships three. */
const required = ['A04-3', 'A05-5']
/** One of each village, counted at its township. */
const villages = 'A05-7'
const mostShown = 15

type Short = { readonly unit: Unit; readonly finding: Finding; readonly missing: number }

/** Of the level the asker looks after, or of the unit named. */
export const shortage = unitQuery({
  act: 'query.shortage',
  words: ['缺人', '哪些乡镇缺人', '哪些单位缺人', '谁缺人'],
  help: { name: '看哪些乡镇、部门缺人，共缺几人', example: '缺人 沁水县' },
  inGroups: 'here',
  own: ownLevel,
  card: shortageCard,
})

async function shortageCard(root: Unit, ctx: Ctx): Promise<Card> {
  const units = await ctx.store.units.tree(root.id, ['township', 'department'])
  const findings = await ctx.store.findings.of(
    units.map(({ id }) => id),
    required,
  )
  const short = shortOf(units, findings)
  const missing = short.reduce((sum, one) => sum + one.missing, 0)
  const silent = findings.filter(({ status }) => status === 'noData' || status === 'stale').length
  return card({
    title: `${root.name} 缺人情况`,
    state: short.length > 0 ? 'overdue' : 'info',
    stateText: short.length > 0 ? `共缺${missing}人` : '没有缺人',
    icon: 'group_outlined',
    summary: `${root.name}：${short.length}家缺人，共缺${missing}人`,
    elements: [
      kpis([
        { value: `${short.length}家`, label: '缺人单位', tone: short.length > 0 ? 'bad' : 'good' },
        { value: `${missing}人`, label: '共缺', tone: missing > 0 ? 'warn' : 'good' },
        { value: `${silent}家`, label: '没报或过期', tone: 'plain' },
      ]),
      lines('乡镇（街道）', 'township', short, root),
      lines('部门', 'department', short, root),
      villageLines(
        units,
        await ctx.store.findings.of(
          units.map(({ id }) => id),
          [villages],
        ),
        root,
      ),
      note(
        md`乡镇按第五条（至少3人），部门按第四条（至少2人），按已报的人员算。注安师、网格员没有按单位定数，不在其内。截至${ctx.today}。`,
      ),
    ],
  })
}

/** Townships with villages of which nobody is responsible. */
function villageLines(
  units: readonly Unit[],
  findings: readonly Finding[],
  root: Unit,
): readonly BodyElement[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const short = findings.flatMap((finding) => {
    const unit = byId.get(finding.unit)
    return unit === undefined || finding.status !== 'notMet' ? [] : [{ unit, finding, missing: 0 }]
  })
  return lines('有村（居）没明确应急干部的乡镇', 'township', short, root)
}

function shortOf(units: readonly Unit[], findings: readonly Finding[]): readonly Short[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return findings
    .flatMap((finding) => {
      const unit = byId.get(finding.unit)
      const missing = finding.status === 'notMet' && finding.gap?.unit === 'heads' ? finding.gap.value : 0
      return unit === undefined || missing === 0 ? [] : [{ unit, finding, missing }]
    })
    .sort((one, other) => other.missing - one.missing)
}

function lines(title: string, kind: string, all: readonly Short[], root: Unit): readonly BodyElement[] {
  const short = all.filter(({ unit }) => unit.kind === kind)
  if (short.length === 0) return []
  const shown = short.slice(0, mostShown).map(({ unit, finding }) => {
    return md`${bold(nameWithin(unit, root))} ${findingLine(finding)}`
  })
  const more = short.length > mostShown ? [md`另有${short.length - mostShown}家，发“缺人 单位名”查看。`] : []
  return [text(join([md`${bold(title)} ${short.length}家`, bullets(shown), ...more]))]
}
