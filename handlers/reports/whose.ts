// Whose report a press or a reply means, and who was first. A draft belongs to its unit: its sender and every colleague
// who may file for the unit can go on with it. What is saved belongs to who said it and who saved it.
import type { Card } from '../../bot/cards/index.ts'
import type { Ctx, Outcome, PressIn, Report } from '../../bot/context.ts'
import { may, refused } from '../access.ts'
import { idOf, type Press } from '../route.ts'
import { clockTime } from '../time.ts'
import { confirmCard } from './cards.ts'
import type { ConfirmedReport } from './define.ts'
import { confirmedType } from './index.ts'
import { endedCard, receiptCard } from './receipt.ts'
import { effectLines, problemsOf } from './save.ts'

export type Found = { readonly report: Report; readonly type: ConfirmedReport; readonly unitName: string }

export async function mayWorkOn(report: Report, type: ConfirmedReport, ctx: Ctx): Promise<boolean> {
  const ref = ctx.sender?.ref
  if (ref === undefined) return false
  if (report.senderRef === ref) return true
  if (report.status !== 'draft') return report.editorRef === ref
  return report.unitId !== null && may(ctx, type.who, report.unitId)
}

/**
 * The draft somebody is going on with: its card was sent to them again, after 继续 or after a typed answer, and is the
 * last one they got. `at`: when.
 */
export async function goneOnWith(
  ctx: Ctx,
  withinMs: number,
): Promise<{ readonly report: Report; readonly at: number } | undefined> {
  const last = await ctx.store.reports.shownLast(ctx.sender?.openId ?? '')
  const type = last === undefined ? undefined : confirmedType(last.report.kind)
  if (last === undefined || type === undefined || ctx.now - last.at >= withinMs) return undefined
  const { report, times, at } = last
  const again = times > 1 || report.senderRef !== ctx.sender?.ref
  const open = report.status === 'draft' && report.items.length > 0
  return again && open && (await mayWorkOn(report, type, ctx)) ? { report, at } : undefined
}

/** The report behind a press, or the refusal. */
export async function found(press: PressIn, ctx: Ctx): Promise<Found | Outcome> {
  const id = idOf(press, 'id')
  const report = id === undefined ? undefined : await ctx.store.reports.byId(id)
  const type = report === undefined ? undefined : confirmedType(report.kind)
  if (report === undefined || type === undefined) return refused('这张卡片对应的上报已不存在。请重新发一条。')
  const works = await mayWorkOn(report, type, ctx)
  // A colleague whose card was overtaken still learns who was first.
  const overtaken = report.unitId !== null && press.value['rev'] !== report.revision
  if (!works && !(overtaken && (await may(ctx, type.who, report.unitId ?? ''))))
    return refused('这张卡片是别人填的，只有本人和本单位的报送员能操作。')
  const unit = report.unitId === null ? undefined : await ctx.store.units.byId(report.unitId)
  return { report, type, unitName: unit?.name ?? '' }
}

/** Runs `work` on the report of the press, unless the card is not the newest. */
export function onReport(
  act: string,
  work: (found: Found, press: PressIn, ctx: Ctx) => Promise<Outcome>,
): Press {
  return {
    act,
    async run(press, ctx) {
      const one = await found(press, ctx)
      if (!('report' in one)) return one
      return press.value['rev'] === one.report.revision ? work(one, press, ctx) : stale(one, ctx)
    },
  }
}

/** The card was overtaken: says by whom, and shows how it stands now. */
export async function stale({ report: shown, ...rest }: Found, ctx: Ctx): Promise<Outcome> {
  const report = (await ctx.store.reports.byId(shown.id)) ?? shown
  const first = report.editorRef === null || report.editorRef === ctx.sender?.ref ? undefined : report
  const who = `${first?.editorName ?? '同事'} ${clockTime(first?.editedAt ?? ctx.now)} `
  const content = first === undefined ? '这张卡片不是最新的' : `${who}先${did[report.status]}`
  return {
    toast: { type: 'warning', content: `${content}，已换成现在的状态。` },
    card: await currentCard({ report, ...rest }, ctx),
  }
}

const did: Readonly<Record<Report['status'], string>> = {
  draft: '改了这份草稿',
  saved: '保存了这份上报',
  withdrawn: '撤回了这份上报',
  cancelled: '取消了这份草稿',
}

/** Whose work a saved report is when a colleague saved the draft. */
export function savedBy({ senderRef, senderName, editorRef, editorName }: Report): readonly string[] {
  const ownWork = editorRef === null || editorRef === senderRef
  return ownWork ? [] : [`${editorName ?? '同事'}保存，${senderName ?? '同事'}起草。`]
}

/** How a report looks now: draft, receipt or ended. */
export async function currentCard({ report, type, unitName }: Found, ctx: Ctx): Promise<Card> {
  if (report.status === 'draft') {
    const problems = await problemsOf(type, report, ctx)
    return confirmCard({ type, report, unitName, problems })
  }
  const effects = effectLines(report.effect)
  if (report.status !== 'saved') return endedCard({ type, report, unitName, effects })
  const savedAt = clockTime(report.savedAt ?? report.createdAt)
  const follow = [...savedBy(report), ...(await type.follow(report.items, report, ctx))]
  return receiptCard({ type, report, unitName, effects, follow, savedAt })
}
