// 轮训到期, 证件到期: whose day comes when, the overdue first. Names people, so it is answered in private only.
import { bold, bullets, type Card, card, join, type Md, md, note, text } from '../../bot/cards/index.ts'
import type { Ctx, Unit } from '../../bot/context.ts'
import { daysBetween, type LocalDate } from '../../policy/calendar.ts'
import type { Finding } from '../../policy/kernel.ts'
import { ownUnit } from '../asked-unit.ts'
import { chineseDay } from '../time.ts'
import { unitQuery } from './query.ts'

const mostShown = 20

/** What falls due: the obligation whose finding lists the people, and how it is spoken of. */
type Falling = { readonly obligation: string; readonly what: string; readonly rule: string }

const rotation: Falling = {
  obligation: 'A07-3',
  what: '轮训到期',
  rule: '第七条：在岗人员原则上每3年轮训一次，不少于两周。',
}
const certificate: Falling = {
  obligation: 'A07-5',
  what: '执法证到期',
  rule: '第七条：经执法资格培训考试合格后方可持证上岗。没有报过证件的不在其内。',
}

type Due = { readonly personId: string; readonly unitId: string; readonly dueOn: LocalDate }

/** Of one's own unit and all below it, or of the one named. */
export const trainingDue = unitQuery({
  act: 'query.due',
  words: ['轮训到期', '谁该轮训了', '谁该轮训', '该轮训'],
  help: { name: '看谁该轮训、哪天到期', example: '轮训到期' },
  inGroups: 'privately',
  own: ownUnit,
  card: (unit, ctx) => dueCard(unit, rotation, ctx),
})

/** The same for enforcement certificates. */
export const certificatesDue = unitQuery({
  act: 'query.certificates',
  words: ['证件到期', '执法证到期', '谁的证到期'],
  help: { name: '看谁的执法证到期', example: '证件到期' },
  inGroups: 'privately',
  own: ownUnit,
  card: (unit, ctx) => dueCard(unit, certificate, ctx),
})

async function dueCard(unit: Unit, { obligation, what, rule }: Falling, ctx: Ctx): Promise<Card> {
  const units = await ctx.store.units.tree(unit.id, ['township', 'department'])
  const findings = await ctx.store.findings.of(
    units.map(({ id }) => id),
    [obligation],
  )
  const due = findings.flatMap(dueOf).sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
  const overdue = due.filter(({ dueOn }) => dueOn < ctx.today)
  const silent = findings.filter(({ status }) => status === 'noData' || status === 'stale').length
  return card({
    title: `${unit.name} ${what}`,
    state: overdue.length > 0 ? 'overdue' : due.length > 0 ? 'waiting' : 'info',
    stateText: overdue.length > 0 ? `${overdue.length}人已逾期` : `${due.length}人快到期`,
    icon: 'calendar_colorful',
    summary: `${unit.name}：${overdue.length}人逾期，${due.length - overdue.length}人快到期`,
    elements: [
      text(await listed(due, { units, what }, ctx)),
      silent === 0 ? [] : [text(md`另有${silent}个单位没有报过人员或很久没报，不在其内。`)],
      note(md`${rule}到期前90天列入。截至${ctx.today}。`),
    ],
  })
}

function dueOf({ unit, items }: Finding): readonly Due[] {
  return (items ?? []).flatMap(({ id, dueOn }) =>
    dueOn === undefined ? [] : [{ personId: id, unitId: unit, dueOn }],
  )
}

async function listed(
  due: readonly Due[],
  { units, what }: { readonly units: readonly Unit[]; readonly what: string },
  ctx: Ctx,
): Promise<Md> {
  if (due.length === 0) return md`90天内没有人到期，也没有人逾期。`
  const shown = due.slice(0, mostShown)
  const names = await ctx.store.people.names(shown.map(({ personId }) => personId))
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const lines = shown.map(({ personId, unitId, dueOn }) => {
    const where = units.length > 1 ? `（${unitNames.get(unitId) ?? ''}）` : ''
    return md`${bold(names.get(personId) ?? '（名单里没有这个人）')}${where} ${dueWords(dueOn, ctx.today)}`
  })
  const more = due.length - shown.length
  const rest =
    more === 0 ? [] : [md`另有${more}人。发“${what.replace('执法证', '证件')} 单位名”看一个单位的。`]
  return join([bullets(lines), ...rest])
}

/** 2024年5月10日到期，还有51天 */
export function dueWords(dueOn: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, dueOn)
  return `${chineseDay(dueOn)}到期，${days < 0 ? `已逾期${-days}天` : days === 0 ? '就是今天' : `还有${days}天`}`
}
