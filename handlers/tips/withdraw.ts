// The sender takes a tip back, by a button or by typing. Only while nobody has decided: what was accepted is pursued.
import type { Ctx, Outcome, Report, Tip } from '../../bot/context.ts'
import { judgeHandler, refreshed } from './file.ts'

/** Why a tip can no longer be taken back; undefined when it can. */
export function notWithdrawable({ status }: Pick<Tip, 'status'>): string | undefined {
  if (status === 'received') return undefined
  return status === 'accepted' ? '已经受理的线索会继续核查，不能撤回。' : '这条举报已经结束。'
}

/** 撤回 typed. */
export async function withdrawTip(report: Report, ctx: Ctx): Promise<Outcome> {
  const to = { openId: ctx.sender?.openId ?? '' }
  const tip = await ctx.store.tips.ofReport(report.id)
  const why = tip === undefined ? '这条举报已不存在。' : notWithdrawable(tip)
  if (tip === undefined || why !== undefined)
    return { say: [{ to, text: `${report.number ?? ''}：${why ?? ''}` }] }
  const done = await takeBackTip(tip, ctx)
  return { say: [...done.say, { to, text: `已撤回 ${tip.number}。` }], audit: done.audit }
}

/** Ends a tip that can be taken back. */
export async function takeBackTip(tip: Tip, ctx: Ctx) {
  await ctx.store.tips.end(tip.id, 'withdrawn')
  await ctx.store.tips.addStep(tip.id, { actor: 'sender', kind: 'withdrawn' })
  const report = await ctx.store.reports.byId(tip.reportId)
  if (report !== undefined) await ctx.store.reports.end(report, 'withdrawn')
  await judgeHandler(tip, ctx)
  const now = (await ctx.store.tips.byId(tip.id)) ?? tip
  return { ...(await refreshed(now, ctx)), audit: { action: 'tip.withdrawn', subject: `tip:${tip.id}` } }
}
