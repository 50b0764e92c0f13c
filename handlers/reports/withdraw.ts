// Taking a report back: 撤回 and 取消 typed act on the report that is replied to, or the sender's newest one; the button
// of a card comes here too. What leaders have already read in a summary needs a reason.
import type { Card } from '../../bot/cards/index.ts'
import type { Ctx, MessageIn, Outcome, Outgoing, Report } from '../../bot/context.ts'
import { partsOf } from '../files/head.ts'
import { listType } from '../files/lists.ts'
import { withdrawNil } from '../nil.ts'
import type { Command } from '../route.ts'
import { aboutReport } from './cards.ts'
import type { ConfirmedReport } from './define.ts'
import { short } from './fields.ts'
import { reportType } from './index.ts'
import { reasonCard, reasonDetail, reasonOf, summarisedOn, tellReaders } from './locked.ts'
import { endedCard } from './receipt.ts'
import { effectsOf, takeBack } from './save.ts'

type Own = { readonly report: Report; readonly type: ConfirmedReport; readonly unitName: string }

/** The number of a report, such as RY-20260306-001. */
const numbers = /[A-Z]{2}-\d{8}-\d{3}/i

/** 撤回; 撤回 RY-20260306-001; 撤回 日期写错了 gives the reason at once. */
export const withdrawCommand: Command = {
  words: ['撤回', '取消', '撤回上一条', '撤销'],
  help: { name: '撤回最近一条上报', example: '撤回' },
  who: 'anyone',
  inGroups: 'privately',
  async run(rest, message, ctx) {
    const number = numbers.exec(rest)?.[0].toUpperCase()
    const report = await meant(message, number, ctx)
    const to = { openId: message.openId }
    if (report === undefined) return { say: [{ to, text: '没有找到可以撤回的上报。发“我的上报”查看全部。' }] }
    const over = alreadyOver(report)
    if (over !== undefined) return { say: [{ to, text: over }] }
    const type = reportType(report.kind)
    if (type?.storing === 'atOnce') return type.withdraw(report, ctx)
    if (report.kind === 'nil') return asAnswer(await withdrawNil(report, ctx), to)
    if (type === undefined) return { say: [{ to, text: onItsCard(report) }] }
    const unit = report.unitId === null ? undefined : await ctx.store.units.byId(report.unitId)
    const found = { report, type, unitName: unit?.name ?? '' }
    if (report.status === 'draft') return cancelled(found, to, ctx)
    const done = await withdrawSaved(found, reasonOf(rest.replace(numbers, '')), ctx)
    if ('blocked' in done) return { say: [{ to, text: done.blocked }] }
    if ('ask' in done) return { say: [{ to, card: done.ask }] }
    const { card, say, audit } = done
    const replaced = { replace: aboutReport(report.id), card }
    return { say: [replaced, { to, text: `已撤回 ${report.number ?? ''}。` }, ...say], audit }
  },
}

/** Imported lists are ended on their card, which shows what they wrote. */
function onItsCard(report: Report): string {
  const { head } = partsOf(report)
  const name = `${listType(report.kind)?.title ?? '名单'} ${head.file}`
  return report.status === 'draft'
    ? `最近一条是${name}，还没有保存；不要了请在核对卡片上点“取消”，或发“草稿”找到它。`
    : `最近一条是${name}（${report.number ?? ''}），请在它的卡片上撤回，或发“我的上报”选择。`
}

/** Somebody replies 撤回 to the card of what they took back before. */
function alreadyOver({ status, number }: Report): string | undefined {
  if (status === 'withdrawn') return `${number ?? '这条上报'} 已经撤回过了。`
  return status === 'cancelled' ? '这份草稿已经取消了，没有登记任何内容。' : undefined
}

/** What would take the place of a pressed card, as the answer to what was typed. */
function asAnswer({ card, say = [], ...rest }: Outcome, to: { openId: string }): Outcome {
  return { ...rest, say: [...say, ...(card === undefined ? [] : [{ to, card }])] }
}

type Withdrawn = {
  readonly card: Card
  readonly say: readonly Outgoing[]
  readonly audit: NonNullable<Outcome['audit']>
}

/** Takes a saved report back; `ask` when leaders have read it and no reason was given, `blocked` when it cannot be. */
export async function withdrawSaved(
  { report, type, unitName }: Own,
  reason: string | undefined,
  ctx: Ctx,
): Promise<Withdrawn | { readonly ask: Card } | { readonly blocked: string }> {
  const day = await summarisedOn(report, ctx)
  const { id, revision: rev } = report
  const act = { act: 'report.undo', id, rev }
  if (day !== undefined && reason === undefined)
    return { ask: reasonCard({ type, unitName, day, act, does: '撤回' }) }
  const blocked = await takeBack(report, ctx)
  if (blocked !== undefined) return { blocked }
  const effects = await effectsOf(type, report, ctx)
  const detail = day === undefined ? {} : reasonDetail(reason, report.items)
  return {
    card: endedCard({ type, report: { ...report, status: 'withdrawn' }, unitName, effects }),
    say: day === undefined ? [] : await tellReaders(report, { day, does: '撤回' }, { type, ctx }),
    audit: { action: 'report.withdrawn', subject: `report:${id}`, detail },
  }
}

async function cancelled(
  { report, type, unitName }: Own,
  to: { openId: string },
  ctx: Ctx,
): Promise<Outcome> {
  if (!(await ctx.store.reports.end(report, 'cancelled', ctx.sender)))
    return { say: [{ to, text: '这条草稿刚刚被改过，请再试一次。' }] }
  const card = endedCard({ type, report: { ...report, status: 'cancelled' }, unitName, effects: [] })
  return {
    say: [
      { replace: aboutReport(report.id), card },
      { to, text: `已取消草稿：${headlinesOf(type, report)}。没有登记任何内容。` },
    ],
    audit: { action: 'report.cancelled', subject: `report:${report.id}` },
  }
}

/** What the draft was about, so that nobody cancels another one than they meant. */
function headlinesOf(type: ConfirmedReport, { items }: Report): string {
  const [first = {}] = items
  return short(type.headline(first), 40) + (items.length > 1 ? ` 等${items.length}项` : '')
}

async function meant(message: MessageIn, number: string | undefined, ctx: Ctx): Promise<Report | undefined> {
  const ref = ctx.sender?.ref ?? ''
  if (number !== undefined) {
    const named = await ctx.store.reports.byNumber(number)
    return named?.senderRef === ref && named.status === 'saved' ? named : undefined
  }
  const about =
    message.parentId === undefined ? undefined : await ctx.store.reports.byCardMessage(message.parentId)
  if (about !== undefined && about.senderRef === ref) return about
  const recent = await ctx.store.reports.ofSender(ref, 5)
  return recent.find((report) => report.status !== 'withdrawn' && report.items.length > 0)
}
