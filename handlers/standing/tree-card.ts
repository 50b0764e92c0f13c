// How a county or the city stands: counts per clause over everything below it, the five units that lack most, and the
// way down. Counts only, no names: it may stand in a group.
import {
  type BodyElement,
  bold,
  bullets,
  button,
  type Card,
  card,
  clauseName,
  columns,
  findingLine,
  form,
  join,
  kpis,
  md,
  note,
  select,
  share,
  text,
} from '../../bot/cards/index.ts'
import type { Ctx, Unit } from '../../bot/context.ts'
import { headDuties } from '../../policy/unit-standing.ts'
import { backButton } from './buttons.ts'

type Tally = Awaited<ReturnType<Ctx['store']['findings']['counts']>>[number]
type Worst = Awaited<ReturnType<Ctx['store']['findings']['worst']>>[number]

const worstShown = 5
const lacksShown = 3
const mostChoices = 100

export async function treeCard(unit: Unit, ctx: Ctx): Promise<Card> {
  const tallies = await ctx.store.findings.counts(unit.id)
  const worst = await ctx.store.findings.worst(unit.id, worstShown)
  // Places first: in a city one looks for a county, not for one of its departments.
  const below = [
    ...(await ctx.store.units.children(unit.id, ['county', 'zone', 'township'])),
    ...(await ctx.store.units.children(unit.id, ['department'])),
  ]
  return card({
    title: `${unit.name} 达标情况`,
    subtitle: '含下级单位',
    state: worst.length > 0 ? 'overdue' : 'info',
    stateText: worst.length > 0 ? '有单位不达标' : '没有不达标',
    icon: 'list-check_outlined',
    summary: `${unit.name} 达标情况`,
    elements: [
      tallies.length === 0 ? text(md`还没有数据。下级单位报了人员和培训，这里就会算出来。`) : sums(tallies),
      worst.length === 0 ? [] : [text(bold('最需要补的单位')), ...worst.map(worstLine)],
      below.length === 0 ? [] : downForm(below),
      await backButton(unit, ctx),
      note(md`截至${ctx.today}。达标含临界；没报过、过期没报的不算达标。`),
    ],
  })
}

function sums(tallies: readonly Tally[]): readonly BodyElement[] {
  const met = sumOf(tallies, ({ met, atRisk }) => met + atRisk)
  const all = sumOf(tallies, allOf)
  const broken = sumOf(tallies, ({ notMet }) => notMet)
  const missing = sumOf(tallies, ({ obligationId, gapHeads }) =>
    headDuties.includes(obligationId) ? gapHeads : 0,
  )
  return [
    kpis([
      { value: `${met}/${all}`, label: '达标项', hint: all === 0 ? '—' : share(met, all), tone: 'plain' },
      { value: String(broken), label: '不达标项', tone: broken > 0 ? 'bad' : 'good' },
      { value: `${missing}人`, label: '缺口人数', hint: '第四、五条', tone: missing > 0 ? 'warn' : 'good' },
    ]),
    clauseLines(tallies),
  ]
}

/** A line for each clause and no table: on a telephone a table shows two of its columns. */
function clauseLines(tallies: readonly Tally[]): BodyElement {
  const lines = tallies.map((tally) => {
    const { obligationId, met, atRisk, notMet, noData, stale } = tally
    const broken = notMet === 0 ? '' : md`，${bold(`不达标${notMet}`)}`
    const silent = noData + stale === 0 ? '' : `，缺数据${noData + stale}`
    return md`${clauseName(obligationId)} ${met + atRisk}/${allOf(tally)}${broken}${silent}`
  })
  return text(join([md`${bold('各条款达标单位')}（达标/应达标）`, bullets(lines)]))
}

function worstLine({ unitId, unitName, notMet, findings }: Worst): BodyElement {
  const lacks = findings.slice(0, lacksShown).map(findingLine).join('；')
  const show = button({ text: '查看', style: 'default', act: { act: 'standing.show', unit: unitId } })
  return columns([
    { width: 4, elements: [text(md`${bold(unitName)} ${notMet}条不达标\n${lacks}`)] },
    { width: 1, elements: [show] },
  ])
}

function downForm(below: readonly Unit[]): BodyElement {
  const options = below.slice(0, mostChoices).map(({ id, name }) => ({ text: name, value: id }))
  const choice = select({
    name: 'unit',
    label: md`看下级单位`,
    required: true,
    placeholder: '请选择单位',
    options,
  })
  return form({ name: 'down', elements: [choice], submit: { text: '查看', act: { act: 'standing.show' } } })
}

function allOf({ met, notMet, atRisk, noData, stale, exempt }: Tally): number {
  return met + notMet + atRisk + noData + stale + exempt
}

function sumOf(tallies: readonly Tally[], of: (tally: Tally) => number): number {
  return tallies.reduce((sum, tally) => sum + of(tally), 0)
}
