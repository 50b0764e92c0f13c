// 撤回 and 取消 typed: acts on the report that is replied to, or the sender's newest one.
import type { Ctx, MessageIn, Outcome, Report } from '../../bot/context.ts'
import type { Command } from '../route.ts'
import { aboutReport } from './draft.ts'
import { reportType } from './index.ts'
import { endedCard } from './receipt.ts'
import { effectsOf, takeBack } from './save.ts'

export const withdrawCommand: Command = {
  words: ['撤回', '取消', '撤回上一条', '撤销'],
  help: { name: '撤回最近一条上报', example: '撤回' },
  who: 'anyone',
  inGroups: 'privately',
  async run(_rest, message, ctx) {
    const report = await meant(message, ctx)
    const type = report === undefined ? undefined : reportType(report.kind)
    const to = { openId: message.openId }
    if (report === undefined) return { say: [{ to, text: '没有找到可以撤回的上报。发“我的上报”查看全部。' }] }
    if (type === undefined)
      return {
        say: [{ to, text: `最近一条是 ${report.number ?? ''}，请在它的卡片上撤回，或发“我的上报”选择。` }],
      }
    const blocked = report.status === 'draft' ? await cancelDraft(report, ctx) : await takeBack(report, ctx)
    if (blocked !== undefined) return { say: [{ to, text: blocked }] }
    const unit = report.unitId === null ? undefined : await ctx.store.units.byId(report.unitId)
    const status = report.status === 'draft' ? ('cancelled' as const) : ('withdrawn' as const)
    const effects = status === 'withdrawn' ? await effectsOf(type, report, ctx) : []
    const card = endedCard({ type, report: { ...report, status }, unitName: unit?.name ?? '', effects })
    return {
      say: [
        { replace: aboutReport(report.id), card },
        { to, text: `已${status === 'cancelled' ? '取消草稿' : `撤回 ${report.number ?? ''}`}。` },
      ],
      audit: { action: `report.${status}`, subject: `report:${report.id}` },
    } satisfies Outcome
  },
}

async function cancelDraft(report: Report, ctx: Ctx): Promise<string | undefined> {
  return (await ctx.store.reports.end(report, 'cancelled')) ? undefined : '这条草稿刚刚被改过，请再试一次。'
}

async function meant(message: MessageIn, ctx: Ctx): Promise<Report | undefined> {
  const ref = ctx.sender?.ref ?? ''
  const about =
    message.parentId === undefined ? undefined : await ctx.store.reports.byCardMessage(message.parentId)
  if (about !== undefined && about.senderRef === ref) return about
  const recent = await ctx.store.reports.ofSender(ref, 5)
  return recent.find((report) => report.status !== 'withdrawn' && report.items.length > 0)
}
