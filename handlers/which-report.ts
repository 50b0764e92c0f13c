// Asks which report is meant, when words name none or several: each with its own buttons, and nothing done meanwhile.
import { type BodyElement, card, md, text } from '../bot/cards/index.ts'
import type { Ctx, Outgoing, Report } from '../bot/context.ts'
import { draftLine, listed, reportLine } from './mine.ts'

const mostShown = 8

/** @param reports those that may be meant; without any, all that 我的上报 lists */
export async function askWhich(says: string, reports: readonly Report[], ctx: Ctx): Promise<Outgoing> {
  const to = { openId: ctx.sender?.openId ?? '' }
  const shown = (reports.length > 0 ? reports : await listed(ctx)).slice(0, mostShown)
  if (shown.length === 0) return { to, text: `${says}您还没有上报过。` }
  const lines: BodyElement[] = []
  for (const report of shown)
    lines.push(...(report.status === 'draft' ? draftLine(report, '') : await reportLine(report, ctx)))
  return {
    to,
    card: card({
      title: '请选一条',
      state: 'waiting',
      stateText: '待选择',
      icon: 'list-check_outlined',
      summary: '请选一条上报',
      elements: [text(md`${says}`), ...lines],
    }),
  }
}
