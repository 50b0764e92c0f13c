// 变化: what became better or worse since last week's picture, unit by unit. Counts only, so it may stand in a group.
import {
  bold,
  bullets,
  type Card,
  card,
  clauseName,
  join,
  type Md,
  md,
  note,
  tag,
  text,
} from '../../bot/cards/index.ts'
import type { Ctx, Unit } from '../../bot/context.ts'
import { addDays, weekday } from '../../policy/calendar.ts'
import { ownLevel } from '../asked-unit.ts'
import { notice } from '../notice.ts'
import { chineseDay } from '../time.ts'
import { unitQuery } from './query.ts'

type Comparison = Awaited<ReturnType<Ctx['store']['snapshots']['since']>>[number]
type Step = Comparison['better'][number]
type Counts = Step['before']

const mostUnits = 12
const mostSteps = 3

/** Of the level the asker looks after, or of the unit named: from the last picture before this week to now. */
export const changes = unitQuery({
  act: 'query.changes',
  words: ['变化', '本周变化', '本周有什么变化', '有什么变化'],
  help: { name: '看比上周变好、变差了什么', example: '变化' },
  inGroups: 'here',
  own: ownLevel,
  card: changesCard,
})

async function changesCard(root: Unit, ctx: Ctx): Promise<Card> {
  const monday = addDays(ctx.today, 1 - weekday(ctx.today))
  const since = await ctx.store.snapshots.dayBefore(monday, root.id)
  const title = `${root.name} 本周变化`
  if (since === undefined)
    return notice(title, ['上周还没有周报数据，没法比较。周报每周第一个工作日生成，下周起可以比较。'])
  const compared = await ctx.store.snapshots.since(since, await comparedIds(root, ctx))
  const worse = compared.filter((one) => one.worse.length > 0)
  const better = compared.filter((one) => one.better.length > 0)
  const turned = (units: readonly Comparison[], turn: 'better' | 'worse') =>
    units.length === 0 ? [] : [`${howMany(units, turn, root)}${turn === 'better' ? '变好' : '变差'}`]
  return card({
    title,
    subtitle: `与${chineseDay(since)}周报相比`,
    state: worse.length > 0 ? 'waiting' : 'info',
    stateText:
      worse.length > 0 ? `${howMany(worse, 'worse', root)}变差` : better.length > 0 ? '有好转' : '没有变化',
    icon: 'list-check_outlined',
    summary: `${root.name}：${[...turned(better, 'better'), ...turned(worse, 'worse')].join('，') || '没有变化'}`,
    elements: [
      worse.length + better.length === 0 ? text(md`没有变化。`) : [],
      worse.length === 0 ? [] : text(part(tag('orange', '变差'), worse, 'worse', root)),
      better.length === 0 ? [] : text(part(tag('green', '变好'), better, 'better', root)),
      note(md`现在的数据截至${ctx.today}，含本周补报。发“达标 单位名”看一个单位的全部条款。`),
    ],
  })
}

/** A county is compared unit by unit; what has no such units below it, as a whole. */
async function comparedIds(root: Unit, ctx: Ctx): Promise<readonly string[]> {
  const below = await ctx.store.units.children(root.id, ['county', 'zone', 'township', 'department'])
  return below.length === 0 ? [root.id] : below.map(({ id }) => id)
}

function part(title: Md, units: readonly Comparison[], turn: 'worse' | 'better', root: Unit): Md {
  const lines = units.slice(0, mostUnits).map((unit) => {
    const steps = unit[turn].slice(0, mostSteps).map(stepText).join('；')
    const more = unit[turn].length > mostSteps ? `等${unit[turn].length}项` : ''
    return unit.unitId === root.id ? md`${steps}${more}` : md`${bold(unit.unitName)} ${steps}${more}`
  })
  const rest = units.length > mostUnits ? [md`另有${units.length - mostUnits}家。`] : []
  return join([md`${title} ${howMany(units, turn, root)}`, bullets(lines), ...rest])
}

/** A county counts its units, a township its clauses. */
function howMany(units: readonly Comparison[], turn: 'worse' | 'better', root: Unit): string {
  const own = units.find(({ unitId }) => unitId === root.id)
  return own === undefined ? `${units.length}家` : `${own[turn].length}项`
}

/** 第五条·专职应急人员不少于3名：不达标→达标，缺人1→0 */
function stepText({ obligationId, before, after }: Step): string {
  const moves = [standing(before, after), moved('缺人', before.gapHeads, after.gapHeads)]
  return `${clauseName(obligationId)}：${moves.filter((move) => move !== '').join('，')}`
}

const standings = [
  ['notMet', '不达标'],
  ['stale', '过期未报'],
  ['atRisk', '临界'],
  ['met', '达标'],
  ['exempt', '已批准例外'],
  ['noData', '缺数据'],
] as const

/** One unit: 不达标→达标. Several: 2个单位由临界变为不达标; where more than that moved, each count before and after. */
function standing(before: Counts, after: Counts): string {
  if (sum(before) <= 1 && sum(after) <= 1) return moved('', wordOf(before), wordOf(after))
  const moves = standings.filter(([key]) => before[key] !== after[key])
  const from = moves.filter(([key]) => after[key] < before[key])
  const to = moves.filter(([key]) => after[key] > before[key])
  const [[lost, was] = [], [won, is] = []] = [from[0], to[0]]
  if (moves.length === 2 && lost !== undefined && won !== undefined && sum(before) === sum(after))
    return `${after[won] - before[won]}个单位由${was}变为${is}`
  return moves.map(([key, word]) => moved(`${word}单位`, before[key], after[key])).join('，')
}

function moved(what: string, before: string | number, after: string | number): string {
  return before === after ? '' : `${what}${before}→${after}`
}

function sum(counts: Counts): number {
  return standings.reduce((all, [key]) => all + counts[key], 0)
}

function wordOf(counts: Counts): string {
  return standings.find(([key]) => counts[key] > 0)?.[1] ?? '缺数据'
}
