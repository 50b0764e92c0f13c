// The buttons of report cards. A press on an old card gets the card as it is now; what changes shows on every copy.
import type { Card } from '../../bot/cards/index.ts'
import type { Ctx, Outcome, PressIn } from '../../bot/context.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { may, refused } from '../access.ts'
import type { Press } from '../route.ts'
import { clockTime } from '../time.ts'
import { aboutReport, confirmCard, controlName, formCard } from './cards.ts'
import { type ConfirmedReport, type Item, missingFields, type Problem } from './define.ts'
import { correctsSummarised, reasonCard, reasonDetail, reasonIn, reasonToast, tellReaders } from './locked.ts'
import { copyDraft, openByPress } from './open.ts'
import { endedCard, receiptCard } from './receipt.ts'
import { problemsOf, saveReport } from './save.ts'
import { currentCard, type Found, found, onReport, savedBy, stale } from './whose.ts'
import { withdrawSaved } from './withdraw.ts'

/** Saves a draft that is complete, or answers the card that asks for the rest. Pressed, or typed as 保存. */
export async function trySave(found: Found, press: Pick<PressIn, 'form'>, ctx: Ctx): Promise<Outcome> {
  const { report, type, unitName } = found
  if (report.unitId === null || !(await may(ctx, type.who, report.unitId))) {
    return refused(`您现在没有替${unitName}上报的权限，草稿还在。请联系管理员。`)
  }
  const day = await correctsSummarised(report, ctx)
  const reason = reasonIn(press)
  if (day !== undefined && reason === undefined)
    return { ...(await askReason(found, day, ctx)), ...reasonToast(press) }
  const saved = await saveReport(type, report, ctx)
  if (saved === undefined) return stale(found, ctx)
  if ('problems' in saved) return askAgain(found, saved.problems)
  const follow = [...savedBy(saved.report), ...saved.follow]
  const card = receiptCard({ ...saved, follow, type, unitName, savedAt: clockTime(ctx.now) })
  return {
    toast: { type: 'success', content: `已登记 ${saved.report.number ?? ''}` },
    card,
    say: [
      { replace: aboutReport(report.id), card },
      ...(day === undefined ? [] : await tellReaders(report, { day, does: '更正' }, { type, ctx })),
    ],
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
async function askReason(found: Found, day: LocalDate, ctx: Ctx): Promise<Outcome> {
  const { report, type, unitName } = found
  const problems = await problemsOf(type, report, ctx)
  if (problems.length > 0 || report.items.some((item) => missingFields(type, item).length > 0))
    return askAgain(found, problems)
  const act = { act: 'report.save', id: report.id, rev: report.revision }
  return { card: reasonCard({ type, unitName, day, act, does: '更正' }) }
}

function askAgain({ report, type, unitName }: Found, problems: readonly Problem[]): Outcome {
  return {
    toast: { type: 'warning', content: problems[0]?.sentence ?? '还有必填项没有填，请补齐后再保存。' },
    card: confirmCard({ type, report, unitName, problems }),
  }
}

/** Takes over what was typed; undefined when somebody else changed the draft meanwhile. */
async function takeOver(found: Found, press: PressIn, ctx: Ctx): Promise<Found | undefined> {
  const { report, type } = found
  const typed = filled(type, report.items, press.form)
  const items = await Promise.all(typed.map((item) => type.complete(item, ctx, report.unitId ?? '')))
  return changed(found, items, ctx)
}

/** The items with what was typed put in; a field that was emptied is taken out. */
function filled(type: ConfirmedReport, items: readonly Item[], form: PressIn['form']): Item[] {
  const all = items.length === 0 ? [{}] : items
  return all.map((item, index) => {
    const next: Record<string, unknown> = { ...item }
    for (const [name, field] of Object.entries(type.fields)) {
      const typed = form[controlName(index, name)]
      if (typed === undefined) continue
      const value = field.fromForm(typed)
      if (value === undefined) delete next[name]
      else next[name] = value
    }
    return next
  })
}

async function changed(found: Found, items: readonly Item[], ctx: Ctx): Promise<Found | undefined> {
  if (!(await ctx.store.reports.change(found.report, { items }, ctx.sender))) return undefined
  const report = await ctx.store.reports.byId(found.report.id)
  return report === undefined ? undefined : { ...found, report }
}

async function fill(found: Found, press: PressIn, ctx: Ctx): Promise<Outcome> {
  const next = await takeOver(found, press, ctx)
  return next === undefined ? stale(found, ctx) : trySave(next, press, ctx)
}

async function edited(found: Found, press: PressIn, ctx: Ctx): Promise<Outcome> {
  const next = await takeOver(found, press, ctx)
  return next === undefined ? stale(found, ctx) : everywhere(next, await currentCard(next, ctx))
}

/** The pressed card and every other copy of it. */
function everywhere({ report }: Found, card: Card): Pick<Outcome, 'card' | 'say'> {
  return { card, say: [{ replace: aboutReport(report.id), card }] }
}

function editItem({ report, type, unitName }: Found, index: number): Outcome {
  return { card: formCard({ type, report, unitName, problems: [] }, index) }
}

/** The menu of one of several items: edit it, or leave it out. */
async function ofItem(found: Found, press: PressIn, ctx: Ctx): Promise<Outcome> {
  const index = Number(press.value['item'])
  if (press.option === 'edit') return editItem(found, index)
  const left = found.report.items.filter((_, at) => at !== index)
  if (left.length === 0) return cancel(found, press, ctx)
  const next = await changed(found, left, ctx)
  return next === undefined ? stale(found, ctx) : everywhere(next, await currentCard(next, ctx))
}

async function cancel(found: Found, _press: PressIn, ctx: Ctx): Promise<Outcome> {
  const { report, type, unitName } = found
  if (report.status !== 'draft' || !(await ctx.store.reports.end(report, 'cancelled', ctx.sender)))
    return stale(found, ctx)
  const ended = { ...report, status: 'cancelled' as const }
  return {
    toast: { type: 'info', content: '已取消，没有登记任何内容。' },
    ...everywhere(found, endedCard({ type, report: ended, unitName, effects: [] })),
  }
}

async function undo(found: Found, press: PressIn, ctx: Ctx): Promise<Outcome> {
  const { report } = found
  if (report.status !== 'saved') return stale(found, ctx)
  const done = await withdrawSaved(found, reasonIn(press), ctx)
  if ('blocked' in done) return { toast: { type: 'warning', content: done.blocked } }
  if ('ask' in done) return { card: done.ask, ...reasonToast(press) }
  return { toast: { type: 'success', content: `已撤回 ${report.number ?? ''}` }, ...done }
}

async function show(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const one = await found(press, ctx)
  if (!('report' in one)) return one
  const card = await currentCard(one, ctx)
  return { say: [{ to: { openId: press.openId }, card, about: aboutReport(one.report.id) }] }
}

export const reportPresses: readonly Press[] = [
  { act: 'report.open', run: openByPress },
  onReport('report.save', trySave),
  onReport('report.fill', fill),
  onReport('report.edit', async (found) => editItem(found, 0)),
  onReport('report.item', ofItem),
  onReport('report.edited', edited),
  onReport('report.cancel', cancel),
  onReport('report.undo', undo),
  onReport('report.correct', (found, _press, ctx) => copyDraft(found, ctx, found.report.id)),
  {
    act: 'report.copy',
    async run(press, ctx) {
      const one = await found(press, ctx)
      return 'report' in one ? copyDraft(one, ctx, undefined) : one
    },
  },
  { act: 'report.show', run: show },
  { act: 'report.resume', run: show },
]
