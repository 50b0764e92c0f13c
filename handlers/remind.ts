// 已知悉 on a reminder digest: recorded for everything the card names, so that nobody above is told. Only the person it
// was sent to can press it: the rows are looked up by who presses.
import { digestCard } from '../bot/cards/index.ts'
import type { Ctx, Outcome, PressIn } from '../bot/context.ts'
import { isLocalDate } from '../policy/calendar.ts'
import { refused } from './access.ts'
import type { Press } from './route.ts'
import { clockTime } from './time.ts'

/** Safe to press twice: what was acknowledged keeps its moment. */
async function acknowledge(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const day = String(press.value['day'] ?? '')
  const reminders = isLocalDate(day) ? await ctx.store.reminders.toldTo(press.openId, day) : []
  if (!isLocalDate(day) || reminders.length === 0 || ctx.sender === undefined) {
    return refused('这张提醒不是发给您的，请由本人点“已知悉”。')
  }
  const open = reminders.filter((one) => one.acknowledgedAt === undefined)
  const at = Math.max(...reminders.map((one) => one.acknowledgedAt ?? ctx.now))
  const unitIds = [...new Set(reminders.map((one) => one.unitId))]
  const findings = await ctx.store.findings.of(unitIds, ['A05-5'])
  const card = digestCard({ reminders, findings, day, acknowledged: clockTime(at) })
  if (open.length === 0) return { toast: { type: 'info', content: '之前已经记录过了。' }, card }
  await ctx.store.records.acknowledge(
    open.map((one) => one.key),
    ctx.sender.ref,
  )
  return {
    toast: { type: 'success', content: `已记录：知悉${open.length}项` },
    card,
    audit: { action: 'remind.acknowledged', subject: `remind:${day}`, detail: { count: open.length } },
  }
}

export const remindPresses: readonly Press[] = [{ act: 'remind.ack', run: acknowledge }]
