// Taking a report back: 撤回 and 取消 typed act on the report they name, else the one replied to, else what bare.ts finds;
// the button of a card comes here too. What leaders have already read in a summary needs a reason.
import type { Card } from '../../bot/cards/index.ts'
import type { Ctx, Outcome, Outgoing, Report } from '../../bot/context.ts'
import { partsOf } from '../files/head.ts'
import { listType } from '../files/lists.ts'
import { withdrawNil } from '../nil.ts'
import type { Command } from '../route.ts'
import { type Said, saidIn } from '../said.ts'
import { askWhich } from '../which-report.ts'
import { bareMeant } from './bare.ts'
import { aboutReport } from './cards.ts'
import type { ConfirmedReport, ReportType } from './define.ts'
import { short } from './fields.ts'
import { reportType } from './index.ts'
import { leaveOutOf } from './leave-out.ts'
import { reasonCard, reasonDetail, reasonOf, summarisedOn, tellReaders } from './locked.ts'
import { type Meant, meant, ownReports, peopleOf } from './meant.ts'
import { endedCard } from './receipt.ts'
import { type Reference, referenceIn, takesBack } from './reference.ts'
import { effectsOf, takeBack } from './save.ts'
import { mayWorkOn } from './whose.ts'

type Own = { readonly report: Report; readonly type: ConfirmedReport; readonly unitName: string }

/** 撤回; 撤回 RY-20260306-001; 撤回 日期写错了 gives the reason at once. */
export const withdrawCommand: Command = {
  words: ['撤回', '取消', '撤回上一条', '撤销'],
  help: { name: '撤回最近一条上报', example: '撤回' },
  who: 'anyone',
  inGroups: 'privately',
  async run(_rest, message, ctx) {
    const said = saidIn(message, ctx)
    return withdrawWanted(await wantedBy(said), said)
  },
}

/** Words that take a report back and say nothing else; undefined for all others. */
export async function withdrawal(said: Said): Promise<Outcome | undefined> {
  const { text } = said.message
  if (!takesBack(text) || [...text].length > mostLetters) return undefined
  const wanted = await wantedBy(said)
  const { rest, number } = wanted.reference
  const nothingElse = rest === '' || (number !== undefined && opens.test(text))
  return nothingElse ? withdrawWanted(wanted, said) : undefined
}

const mostLetters = 60
const opens = /^\s*(?:请|把|将)?\s*(?:撤|取消|作废|删)/u

type Wanted = { readonly reference: Reference; readonly own: readonly Report[] }

async function wantedBy({ message, ctx }: Said): Promise<Wanted> {
  const own = await ownReports(ctx)
  return { reference: referenceIn(message.text, own.flatMap(peopleOf), ctx.today), own }
}

/** Takes back what the words name and nothing else: words that are no part of a name, such as 会议, ask instead. */
async function withdrawWanted(wanted: Wanted, said: Said): Promise<Outcome> {
  const found = await meantBy(wanted, said)
  if ('reports' in found)
    return { say: [await askWhich(`${found.says}没有撤回任何内容。${howToName}`, found.reports, said.ctx)] }
  const { reference } = wanted
  const some = found.by === 'name' ? await leaveOutOf(found.report, reference.people, said) : undefined
  return some ?? end(found.report, reference, said)
}

const howToName = '要撤回，请写编号，如“撤回 RY-20260306-001”，或在下面选。'

/** Words that were not understood may name something else: nothing is taken back by them. */
async function meantBy({ reference, own }: Wanted, said: Said): Promise<Meant> {
  const { rest, number } = reference
  if (rest !== '' && number === undefined) {
    const read = short(said.message.text.trim(), 30)
    return { reports: [], says: `读到的是“${read}”，不知道是哪一条上报，` }
  }
  const found = await meant(said, { reference, among: own, strayReply: 'asks' })
  if (found !== undefined && ('reports' in found || found.by !== 'time' || reference.last)) return found
  return bareMeant(found?.report, own, said.ctx)
}

async function end(report: Report, reference: Reference, { message, ctx }: Said): Promise<Outcome> {
  const to = { openId: message.openId }
  const over = alreadyOver(report)
  if (over !== undefined) return { say: [{ to, text: over }] }
  const type = reportType(report.kind)
  if (!(await mayEnd(report, type, ctx)))
    return { say: [{ to, text: '这条上报是别人报的，只有本人和保存它的人能撤回。' }] }
  if (type?.storing === 'atOnce') return type.withdraw(report, ctx)
  if (report.kind === 'nil') return asAnswer(await withdrawNil(report, ctx), to)
  if (type === undefined) return { say: [{ to, text: onItsCard(report) }] }
  const unit = report.unitId === null ? undefined : await ctx.store.units.byId(report.unitId)
  const found = { report, type, unitName: unit?.name ?? '' }
  if (report.status === 'draft') return cancelled(found, to, ctx)
  const reason = reasonOf(reference.reason === '' ? reference.rest : reference.reason)
  const done = await withdrawSaved(found, reason, ctx)
  if ('blocked' in done) return { say: [{ to, text: done.blocked }] }
  if ('ask' in done) return { say: [{ to, card: done.ask }] }
  const { card, say, audit } = done
  const replaced = { replace: aboutReport(report.id), card }
  return { say: [replaced, { to, card, about: aboutReport(report.id) }, ...say], audit }
}

/** Whoever may press the buttons of its card. */
async function mayEnd(report: Report, type: ReportType | undefined, ctx: Ctx): Promise<boolean> {
  return type?.storing === 'confirmed' ? mayWorkOn(report, type, ctx) : report.senderRef === ctx.sender?.ref
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
  const [first] = items
  if (first === undefined) return `${type.title}表单`
  return short(type.headline(first), 40) + (items.length > 1 ? ` 等${items.length}项` : '')
}
