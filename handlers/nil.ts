// Nil reports: "本周无人员变动". Silence and no change must not look alike, so a nil report is stored and keeps
// the unit's data fresh.
import type { Ctx, MessageIn, Outcome, Report, Unit } from '../bot/context.ts'
import { isoWeek } from '../policy/calendar.ts'
import { bindingOf, may, refused } from './access.ts'
import { notice } from './notice.ts'
import { type OtherUnits, otherUnits } from './other-units.ts'
import { takeBack } from './reports/save.ts'
import { idOf, type Press } from './route.ts'
import { periodWords } from './time.ts'

type NilItem = Readonly<Record<string, unknown>>

const topicWords: Readonly<Record<string, string>> = {
  staffing: '人员无变动',
  hazard: '没有隐患',
  training: '没有培训',
  accident: '没有事故',
  tip: '没有举报',
}

/** Stores the nil report of the sender's unit (or the named one) and says what it did. */
export async function fileNil(item: NilItem, message: MessageIn, ctx: Ctx): Promise<Outcome> {
  const to = { openId: message.openId }
  const own = bindingOf(ctx.sender, ['reporter'])
  if (own === undefined)
    return { say: [{ to, text: '零报告需要先绑定单位。请发“绑定 邀请码”，邀请码向管理员要。' }] }
  const named = typeof item['unit'] === 'string' ? await ctx.store.units.byName(item['unit']) : undefined
  const meant = named ?? (await ctx.store.units.byId(own.unitId))
  if (meant === undefined || !(await may(ctx, ['reporter'], meant.id))) {
    return { say: [{ to, text: `您绑定的是${own.unitName}，不能替别的单位报零报告。` }] }
  }
  const others = await otherUnits(message.text, [item], {
    own: meant,
    roles: ['reporter'],
    speaker: 'every',
    ctx,
  })
  const refusal = anotherUnit(others, meant.name)
  if (refusal !== undefined) return { say: [{ to, text: refusal }] }
  const topic = typeof item['topic'] === 'string' ? item['topic'] : 'staffing'
  const period = typeof item['period'] === 'string' ? item['period'] : isoWeek(ctx.today)
  return store({ unit: others.speaks ?? meant, topic, period }, message, ctx)
}

type Nil = { readonly unit: Unit; readonly topic: string; readonly period: string }

/** One nil report of a unit, topic and period is enough: a second is told which one is there. */
async function store({ unit, topic, period }: Nil, message: MessageIn, ctx: Ctx): Promise<Outcome> {
  const to = { openId: message.openId }
  const words = `${unit.name} ${periodWords(period)} ${topicWords[topic] ?? '无变动'}`
  const standing = await ctx.store.records.nilReport({ unitId: unit.id, topic, period })
  if (standing !== undefined) {
    const number = standing.number === null ? '' : `：${standing.number}`
    return { say: [{ to, text: `“${words}”的零报告已有${number}，不必再报，没有重复登记。` }] }
  }
  const draft = await ctx.store.reports.create({
    kind: 'nil',
    unitId: unit.id,
    senderRef: ctx.sender?.ref ?? '',
    senderName: ctx.sender?.name,
    rawText: message.text,
    items: [{ topic, period }],
    messageId: message.messageId,
    chatId: message.chatId,
  })
  const number = await ctx.store.records.nextNumber('LB', ctx.today)
  await ctx.store.reports.save(draft, number)
  const row = { unitId: unit.id, topic, period, onDate: ctx.today, reportId: draft.id }
  await ctx.store.records.addNilReport(row)
  await ctx.store.findings.evaluate(await ctx.store.findings.affectedBy(unit.id), ctx.today)
  const text = `已登记零报告 ${number}：${words}。`
  return { say: [{ to, text }], audit: { action: 'nil.saved', subject: `report:${draft.id}` } }
}

/** Takes a saved nil report back: the unit counts again as if it had not said that nothing changed. */
export async function withdrawNil(report: Report, ctx: Ctx): Promise<Outcome> {
  await takeBack(report, ctx)
  if (report.unitId !== null)
    await ctx.store.findings.evaluate(await ctx.store.findings.affectedBy(report.unitId), ctx.today)
  const lines = ['这条零报告不再计算。有变动直接报；还是没有变动，再发一次“本周无人员变动”。']
  return {
    card: notice(`零报告已撤回 ${report.number ?? ''}`, lines, { state: 'ended', stateText: '已撤回' }),
    audit: { action: 'nil.withdrawn', subject: `report:${report.id}` },
  }
}

/** The same from the list of what one filed. */
export const nilUndo: Press = {
  act: 'nil.undo',
  async run(press, ctx) {
    const id = idOf(press, 'id')
    const report = id === undefined ? undefined : await ctx.store.reports.byId(id)
    if (report?.kind !== 'nil' || report.senderRef !== ctx.sender?.ref)
      return refused('没有这条零报告，或者不是您报的。')
    return report.status === 'saved'
      ? withdrawNil(report, ctx)
      : refused(`${report.number ?? ''} 已经撤回过了。`)
  },
}

function anotherUnit({ refused, unknown }: OtherUnits, own: string): string | undefined {
  const [name] = unknown
  return name === undefined
    ? refused
    : `没有找到单位“${name}”，没有登记。本单位（${own}）的零报告不必写单位名，如“本周无人员变动”。`
}
