// New drafts without a message: an empty form from a menu, or a copy of an earlier report.
import type { Ctx, Outcome, PressIn, Report } from '../../bot/context.ts'
import { bindingOf, isBound, refused } from '../access.ts'
import { saidPrivately } from '../notice.ts'
import type { Said } from '../said.ts'
import { openAtOnce } from './at-once.ts'
import { formCard } from './cards.ts'
import type { ConfirmedReport, ReportType } from './define.ts'
import { reportType, reportTypes } from './index.ts'

/** The press of a menu tile: `kind` names the report type. */
export async function openByPress(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const type = reportType(String(press.value['kind'] ?? ''))
  if (type === undefined) return refused('没有这种上报。请发“帮助”看看有哪些。')
  return saidPrivately(press, ctx, await openForm(type, ctx))
}

/** The words of a report type, typed alone; undefined for all others. */
export async function formNamed({ message, ctx }: Said): Promise<Outcome | undefined> {
  const type = reportTypes.find(({ words }) => words.includes(message.text.trim()))
  return type === undefined ? undefined : openForm(type, ctx)
}

/** Said to whoever may not file: somebody of no unit, or of another role. */
export function mayNotFile(ctx: Ctx): string {
  return isBound(ctx)
    ? '您的角色不上报名单和培训。需要上报时请联系管理员增加“报送员”角色。'
    : '您还没有绑定单位，暂时不能上报名单和培训。请发“绑定 邀请码”（邀请码向管理员要）；举报隐患不需要绑定，直接说就行。'
}

/** A form: for what is confirmed a new empty draft of the sender's own unit. */
export async function openForm(type: ReportType, ctx: Ctx): Promise<Outcome> {
  if (ctx.sender === undefined) return {}
  if (type.storing === 'atOnce') return openAtOnce(type, { openId: ctx.sender.openId })
  const binding = bindingOf(ctx.sender, type.who)
  if (binding === undefined) {
    return { say: [{ to: { openId: ctx.sender.openId }, text: mayNotFile(ctx) }] }
  }
  const report = await ctx.store.reports.create({
    kind: type.kind,
    unitId: binding.unitId,
    senderRef: ctx.sender.ref,
    senderName: ctx.sender.name,
    rawText: '',
    items: [],
    messageId: undefined,
    chatId: undefined,
  })
  const card = formCard({ type, report, unitName: binding.unitName, problems: [] })
  return { say: [{ to: { openId: ctx.sender.openId }, card, about: `report:${report.id}` }] }
}

/** A new draft with the same content; a correction takes the old one's place when it is saved. */
export async function copyDraft(
  { report, type, unitName }: { report: Report; type: ConfirmedReport; unitName: string },
  ctx: Ctx,
  correctsId: number | undefined,
): Promise<Outcome> {
  const draft = await ctx.store.reports.create({
    kind: report.kind,
    unitId: report.unitId ?? undefined,
    senderRef: report.senderRef,
    senderName: report.senderName ?? undefined,
    rawText: report.rawText,
    items: report.items,
    messageId: undefined,
    chatId: undefined,
    correctsId,
  })
  const card = formCard({ type, report: draft, unitName, problems: [] })
  return { say: [{ to: { openId: ctx.sender?.openId ?? '' }, card, about: `report:${draft.id}` }] }
}
