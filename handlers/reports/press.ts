// The buttons of report cards. Only the sender may press them; a press on an old card gets the card as it is now.
import type { Card } from '../../bot/cards/index.ts'
import type { Ctx, Outcome, PressIn, Report } from '../../bot/context.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { may, refused } from '../access.ts'
import { idOf, type Press } from '../route.ts'
import { clockTime } from '../time.ts'
import { confirmCard, formCard } from './cards.ts'
import { type ConfirmedReport, type Item, missingFields, type Problem } from './define.ts'
import { confirmedType } from './index.ts'
import { correctsSummarised, reasonCard, reasonDetail, reasonIn, tellReaders } from './locked.ts'
import { copyDraft, openByPress } from './open.ts'
import { endedCard, receiptCard } from './receipt.ts'
import { problemsOf, saveReport } from './save.ts'
import { filled } from './typed.ts'
import { withdrawSaved } from './withdraw.ts'

type Own = { report: Report; type: ConfirmedReport; unitName: string }

/** The sender's own report behind a press, or the refusal. */
async function own(press: PressIn, ctx: Ctx): Promise<Own | Outcome> {
  const id = idOf(press, 'id')
  const report = id === undefined ? undefined : await ctx.store.reports.byId(id)
  const type = report === undefined ? undefined : confirmedType(report.kind)
  if (report === undefined || type === undefined) return refused('这张卡片对应的上报已不存在。请重新发一条。')
  if (report.senderRef !== ctx.sender?.ref) return refused('这张卡片是别人填的，只有本人能操作。')
  const unit = report.unitId === null ? undefined : await ctx.store.units.byId(report.unitId)
  return { report, type, unitName: unit?.name ?? '' }
}

const isStale = (press: PressIn, report: Report) => press.value['rev'] !== report.revision

async function stale(found: Own, ctx: Ctx): Promise<Outcome> {
  return {
    toast: { type: 'warning', content: '这张卡片不是最新的，已换成现在的状态。' },
    card: await currentCard(found, ctx),
  }
}

/** How a report looks now: draft, receipt or ended. */
async function currentCard({ report, type, unitName }: Own, ctx: Ctx): Promise<Card> {
  if (report.status === 'draft') {
    const problems = await problemsOf(type, report, ctx)
    return confirmCard({ type, report, unitName, problems })
  }
  if (report.status !== 'saved') return endedCard({ type, report, unitName, effects: [] })
  const savedAt = clockTime(report.savedAt ?? report.createdAt)
  const follow = await type.follow(report.items, report, ctx)
  return receiptCard({ type, report, unitName, effects: [], follow, savedAt })
}

/** Runs `work` on the sender's own report, unless the card is not the newest. */
function onOwn(act: string, work: (found: Own, press: PressIn, ctx: Ctx) => Promise<Outcome>): Press {
  return {
    act,
    async run(press, ctx) {
      const found = await own(press, ctx)
      if (!('report' in found)) return found
      return isStale(press, found.report) ? stale(found, ctx) : work(found, press, ctx)
    },
  }
}

async function trySave(found: Own, press: PressIn, ctx: Ctx): Promise<Outcome> {
  const { report, type, unitName } = found
  if (report.unitId === null || !(await may(ctx, type.who, report.unitId))) {
    return refused(`您现在没有替${unitName}上报的权限，草稿还在。请联系管理员。`)
  }
  const day = await correctsSummarised(report, ctx)
  const reason = reasonIn(press)
  if (day !== undefined && reason === undefined) return askReason(found, day, ctx)
  const saved = await saveReport(type, report, ctx)
  if (saved === undefined) return stale(found, ctx)
  if ('problems' in saved) return askAgain(found, saved.problems)
  const card = receiptCard({ ...saved, type, unitName, savedAt: clockTime(ctx.now) })
  return {
    toast: { type: 'success', content: `已登记 ${saved.report.number ?? ''}` },
    card,
    say: day === undefined ? [] : await tellReaders(report, { day, does: '更正' }, { type, ctx }),
    audit: {
      action: 'report.saved',
      subject: `report:${report.id}`,
      detail: {
        kind: type.kind,
        items: report.items.length,
        ...(day !== undefined && reasonDetail(reason, report.items)),
      },
    },
  }
}

/** Before a correction of what leaders have read is saved; what else is missing is asked first. */
async function askReason(found: Own, day: LocalDate, ctx: Ctx): Promise<Outcome> {
  const { report, type, unitName } = found
  const problems = await problemsOf(type, report, ctx)
  if (problems.length > 0 || report.items.some((item) => missingFields(type, item).length > 0))
    return askAgain(found, problems)
  const act = { act: 'report.save', id: report.id, rev: report.revision }
  return { card: reasonCard({ type, unitName, day, act, does: '更正' }) }
}

function askAgain({ report, type, unitName }: Own, problems: readonly Problem[]): Outcome {
  return {
    toast: { type: 'warning', content: problems[0]?.sentence ?? '还有必填项没有填，请补齐后再保存。' },
    card: confirmCard({ type, report, unitName, problems }),
  }
}

/** Takes over what was typed; undefined when somebody else changed the draft meanwhile. */
async function takeOver(found: Own, press: PressIn, ctx: Ctx): Promise<Own | undefined> {
  const { report, type } = found
  const typed = filled(type, report.items, press.form)
  const items = await Promise.all(typed.map((item) => type.complete(item, ctx, report.unitId ?? '')))
  return changed(found, items, ctx)
}

async function changed(found: Own, items: readonly Item[], ctx: Ctx): Promise<Own | undefined> {
  if (!(await ctx.store.reports.change(found.report, { items }))) return undefined
  const report = await ctx.store.reports.byId(found.report.id)
  return report === undefined ? undefined : { ...found, report }
}

async function fill(found: Own, press: PressIn, ctx: Ctx): Promise<Outcome> {
  const next = await takeOver(found, press, ctx)
  return next === undefined ? stale(found, ctx) : trySave(next, press, ctx)
}

async function edited(found: Own, press: PressIn, ctx: Ctx): Promise<Outcome> {
  const next = await takeOver(found, press, ctx)
  return next === undefined ? stale(found, ctx) : { card: await currentCard(next, ctx) }
}

function editItem({ report, type, unitName }: Own, index: number): Outcome {
  return { card: formCard({ type, report, unitName, problems: [] }, index) }
}

/** The menu of one of several items: edit it, or leave it out. */
async function ofItem(found: Own, press: PressIn, ctx: Ctx): Promise<Outcome> {
  const index = Number(press.value['item'])
  if (press.option === 'edit') return editItem(found, index)
  const left = found.report.items.filter((_, at) => at !== index)
  if (left.length === 0) return cancel(found, press, ctx)
  const next = await changed(found, left, ctx)
  return next === undefined ? stale(found, ctx) : { card: await currentCard(next, ctx) }
}

async function cancel(found: Own, _press: PressIn, ctx: Ctx): Promise<Outcome> {
  const { report, type, unitName } = found
  if (report.status !== 'draft' || !(await ctx.store.reports.end(report, 'cancelled')))
    return stale(found, ctx)
  const ended = { ...report, status: 'cancelled' as const }
  return {
    toast: { type: 'info', content: '已取消，没有登记任何内容。' },
    card: endedCard({ type, report: ended, unitName, effects: [] }),
  }
}

async function undo(found: Own, press: PressIn, ctx: Ctx): Promise<Outcome> {
  const { report } = found
  if (report.status !== 'saved') return stale(found, ctx)
  const done = await withdrawSaved(found, reasonIn(press), ctx)
  if ('blocked' in done) return { toast: { type: 'warning', content: done.blocked } }
  if ('ask' in done) return { card: done.ask }
  return { toast: { type: 'success', content: `已撤回 ${report.number ?? ''}` }, ...done }
}

async function show(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const found = await own(press, ctx)
  if (!('report' in found)) return found
  const card = await currentCard(found, ctx)
  return { say: [{ to: { openId: press.openId }, card, about: `report:${found.report.id}` }] }
}

export const reportPresses: readonly Press[] = [
  { act: 'report.open', run: openByPress },
  onOwn('report.save', trySave),
  onOwn('report.fill', fill),
  onOwn('report.edit', async (found) => editItem(found, 0)),
  onOwn('report.item', ofItem),
  onOwn('report.edited', edited),
  onOwn('report.cancel', cancel),
  onOwn('report.undo', undo),
  onOwn('report.correct', (found, _press, ctx) => copyDraft(found, ctx, found.report.id)),
  {
    act: 'report.copy',
    async run(press, ctx) {
      const found = await own(press, ctx)
      return 'report' in found ? copyDraft(found, ctx, undefined) : found
    },
  },
  { act: 'report.show', run: show },
  { act: 'report.resume', run: show },
]
