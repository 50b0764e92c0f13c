// Somebody took a message back. What was only a draft goes with it; what is stored stays, and the chat is told how to
// withdraw it. The event does not say who did it, so the answer goes where the message was.
import type { Ctx, Inbound, Outcome, Outgoing, Report } from '../bot/context.ts'
import { notice } from './notice.ts'

/** Safe to run twice: a second time there is nothing left to end, and the chat is told once. */
export async function recalled(input: Extract<Inbound, { kind: 'recalled' }>, ctx: Ctx): Promise<Outcome> {
  const reports = await ctx.store.reports.ofMessage(input.messageId)
  const drafts = reports.filter(({ status }) => status === 'draft')
  const saved = reports.filter(({ status }) => status === 'saved')
  const say: Outgoing[] = []
  let cancelled = 0
  for (const draft of drafts) {
    if (!(await ctx.store.reports.end(draft, 'cancelled'))) continue
    cancelled += 1
    say.push({ replace: `report:${draft.id}`, card: draftGone })
  }
  for (const report of saved) say.push(await stillStored(report, input.chatId, ctx))
  if (say.length === 0) return {}
  const detail = { cancelled, saved: saved.length }
  return { say, audit: { action: 'message.recalled', subject: `message:${input.messageId}`, detail } }
}

const draftGone = notice(
  '草稿已作废',
  ['原来的消息已撤回，这份没有保存的草稿也作废了。', '要上报，请重新发一条。'],
  {
    state: 'ended',
  },
)

/** A tip is answered where its steps are told, never in the group it may have slipped into. */
async function stillStored(report: Report, chatId: string, ctx: Ctx): Promise<Outgoing> {
  const tip = await ctx.store.tips.ofReport(report.id)
  const to = tip?.replyTo === undefined ? { chatId: report.chatId ?? chatId } : { openId: tip.replyTo }
  const card = notice(`撤回消息不会撤销上报 ${report.number ?? ''}`, [
    '您撤回的消息已经保存成上报，撤回消息不影响它。',
    '要撤销上报：与我单聊，发“我的上报”，找到这个编号，点“撤回”。',
  ])
  return { to, card, key: `recalled:${report.id}` }
}
