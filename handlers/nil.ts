// Nil reports: "本周无人员变动". Silence and no change must not look alike, so a nil report is stored and keeps
// the unit's data fresh.
import type { Ctx, MessageIn, Outcome } from '../bot/context.ts'
import { isoWeek } from '../policy/calendar.ts'
import { bindingOf, may } from './access.ts'
import { type Opening, openingOf } from './opening-unit.ts'

type NilItem = Readonly<Record<string, unknown>>

const topicWords: Readonly<Record<string, string>> = {
  staffing: '人员变动',
  hazard: '隐患排查',
  training: '培训',
}

/** Stores the nil report of the sender's unit (or the named one) and says what it did. */
export async function fileNil(item: NilItem, message: MessageIn, ctx: Ctx): Promise<Outcome> {
  const to = { openId: message.openId }
  const own = bindingOf(ctx.sender, ['reporter'])
  if (own === undefined)
    return { say: [{ to, text: '零报告需要先绑定单位。请发“绑定 邀请码”，邀请码向管理员要。' }] }
  const named = typeof item['unit'] === 'string' ? await ctx.store.units.byName(item['unit']) : undefined
  const unit = named ?? (await ctx.store.units.byId(own.unitId))
  if (unit === undefined || !(await may(ctx, ['reporter'], unit.id))) {
    return { say: [{ to, text: `您绑定的是${own.unitName}，不能替别的单位报零报告。` }] }
  }
  const opening = await openingOf(message.text, [item], { own: unit.name, roles: ['reporter'], ctx })
  if (opening !== undefined) return { say: [{ to, text: anotherUnit(opening, unit.name) }] }
  const topic = typeof item['topic'] === 'string' ? item['topic'] : 'staffing'
  const period = typeof item['period'] === 'string' ? item['period'] : isoWeek(ctx.today)
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
  await ctx.store.records.addNilReport({
    unitId: unit.id,
    topic,
    period,
    onDate: ctx.today,
    reportId: draft.id,
  })
  await ctx.store.findings.evaluate(await ctx.store.findings.affectedBy(unit.id), ctx.today)
  const text = `已登记零报告 ${number}：${unit.name} ${period} ${topicWords[topic] ?? topic}无变动。`
  return { say: [{ to, text }], audit: { action: 'nil.saved', subject: `report:${draft.id}` } }
}

function anotherUnit(opening: NonNullable<Opening>, own: string): string {
  return 'refused' in opening
    ? opening.refused
    : `没有找到单位“${opening.unknown}”，没有登记。本单位（${own}）的零报告不必写单位名，如“本周无人员变动”。`
}
