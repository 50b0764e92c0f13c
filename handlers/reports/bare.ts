// What 取消 and 撤回 mean alone. People say them of what stands before their eyes: what is being filled in, or what the bot
// has just answered. An older record is never taken back by them; which one is meant is asked.
import type { Ctx, Report } from '../../bot/context.ts'
import type { Meant } from './meant.ts'

const justNowMs = 10 * 60_000

/** @param last the draft gone on with, else the newest of `own` within the time in which reports are corrected */
export async function bareMeant(last: Report | undefined, own: readonly Report[], ctx: Ctx): Promise<Meant> {
  const answered = await answeredJustNow(ctx)
  const opened = await openedForm(answered, ctx)
  if (opened !== undefined) return { report: opened, by: 'time' }
  if (last === undefined) return { reports: [], says: '没有找到可以撤回的上报：最近7天没有新的，' }
  const isAnswer = answered.reportIds.has(last.id) || (last.savedAt ?? 0) >= answered.at
  if (last.status === 'draft' || isAnswer) return { report: last, by: 'time' }
  return { reports: own, says: '没有正在填的草稿，刚才也没有保存新的上报，' }
}

type Answered = { readonly at: number; readonly reportIds: ReadonlySet<number> }

/** Nothing, as of the end of time, when it is too long ago. */
async function answeredJustNow(ctx: Ctx): Promise<Answered> {
  const answered = await ctx.store.reports.answeredLast(ctx.sender?.openId ?? '')
  const recent = answered !== undefined && ctx.now - answered.at < justNowMs
  return recent ? answered : { at: Number.POSITIVE_INFINITY, reportIds: new Set() }
}

/** A form that was opened with the last answer and is still empty. */
async function openedForm({ reportIds }: Answered, ctx: Ctx): Promise<Report | undefined> {
  for (const id of reportIds) {
    const report = await ctx.store.reports.byId(id)
    if (report?.status === 'draft' && report.items.length === 0 && report.senderRef === ctx.sender?.ref)
      return report
  }
  return undefined
}
