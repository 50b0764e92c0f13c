// Amending by typing: "是3月6号", "改成注安师". Answers to what a card asks are in answer.ts. Acts on the report that is
// replied to, or the sender's newest one. A saved report is not changed: a corrected draft takes its place when it
// is saved, and the card shows the difference.
import type { Ctx, MessageIn, Outcome, Report } from '../../bot/context.ts'
import type { Said } from '../said.ts'
import { aboutReport, confirmCard } from './cards.ts'
import { type ConfirmedReport, difference, type Item, type Problem } from './define.ts'
import { confirmedType, reportType } from './index.ts'
import { meantUnnamed } from './meant.ts'
import { placeIn } from './place.ts'
import { problemsOf } from './save.ts'
import { dayFields, fieldLabelled, newWordsIn, notTaken, typedValue } from './typed-value.ts'

type Amendment = { report: Report; type: ConfirmedReport; index: number; name: string; value: unknown }

/** A correction such as "刚才那条写错了，是3月6号"; undefined when nothing of the sender fits it. */
export async function correct(said: Said): Promise<Outcome | undefined> {
  const { message, ctx } = said
  const [correction] = (await said.parsed()).items
  if (correction?.type !== 'correction') return undefined
  const report = await meantUnnamed(said)
  const type = report === undefined ? undefined : reportType(report.kind)
  if (report === undefined || type === undefined || isOfAnother(correction, report)) return undefined
  if (type.storing === 'atOnce') return type.amend(report, { message, as: 'correction' }, ctx)
  const name = fieldOf(type, String(correction['field']))
  const field = name === undefined ? undefined : type.fields[name]
  if (name === undefined || field === undefined) return undefined
  const { newValue } = correction
  const typed = newValue === undefined ? newWordsIn(message.text) : String(newValue)
  return amendWords({ report, type, name, typed }, message, ctx)
}

/** 李四换了电话: nothing to change in a report that does not name him. */
function isOfAnother({ target }: Item, report: Report): boolean {
  return (
    typeof target === 'string' &&
    /^\p{Script=Han}{2,4}$/u.test(target) &&
    !JSON.stringify(report.items).includes(target)
  )
}

/** A correction that begins with the label of a field, such as "学时改成40"; undefined when it is none. */
export async function correctLabelled(said: Said): Promise<Outcome | undefined> {
  const { message, ctx } = said
  const typed = newWordsIn(message.text)
  if (typed === undefined) return undefined
  const report = await meantUnnamed(said)
  const type = report === undefined ? undefined : confirmedType(report.kind)
  const name = type === undefined ? undefined : fieldLabelled(type, message.text)
  if (report === undefined || type === undefined || name === undefined) return undefined
  return amendWords({ report, type, name, typed }, message, ctx)
}

async function amendWords(
  { report, type, name, typed }: Omit<Amendment, 'index' | 'value'> & { readonly typed: string | undefined },
  message: MessageIn,
  ctx: Ctx,
): Promise<Outcome> {
  const to = { openId: message.openId }
  const value = typed === undefined ? undefined : typedValue(type, name, typed, ctx.today)
  if (value === undefined) return { say: [{ to, text: notTaken(type, name, typed) }] }
  return amendTyped({ report, type, name, value, subject: message.text, notes: [] }, message, ctx)
}

/** One value of the item that `subject` names, by a person or its place; asks when it names none of several. */
export async function amendTyped(
  change: Omit<Amendment, 'index'> & { readonly subject: string; readonly notes: readonly string[] },
  message: MessageIn,
  ctx: Ctx,
): Promise<Outcome> {
  const { report, subject, notes, ...rest } = change
  const index = itemOf(report.items, subject)
  if (index !== undefined) return amend({ report, index, ...rest }, message, ctx, notes)
  const text = `这条上报有${report.items.length}项，不知道改哪一项。请写上姓名，如“${nameIn(report.items[0])}的日期是3月6日”。`
  return { say: [{ to: { openId: message.openId }, text }] }
}

function fieldOf(type: ConfirmedReport, name: string): string | undefined {
  if (type.fields[name] !== undefined) return name
  return dayFields.includes(name) ? dayFields.find((one) => type.fields[one] !== undefined) : undefined
}

function itemOf(items: readonly Item[], text: string): number | undefined {
  if (items.length === 1) return 0
  const place = placeIn(text)
  if (place !== undefined) return items[place] === undefined ? undefined : place
  const named = items.findIndex((item) => typeof item['person'] === 'string' && text.includes(item['person']))
  return named < 0 ? undefined : named
}

const nameIn = (item: Item | undefined): string => String(item?.['person'] ?? '张三')

async function amend(
  { report, type, index, name, value }: Amendment,
  message: MessageIn,
  ctx: Ctx,
  notes: readonly string[] = [],
): Promise<Outcome> {
  const before = report.items[index]?.[name]
  const items = report.items.map((item, at) => (at === index ? { ...item, [name]: value } : item))
  const says = difference(type, name, before, value)
  return changedTo({ report, type, items, says, notes }, message, ctx)
}

/** The report with other items: as it is when it is a draft, else as a draft that takes its place when it is saved. */
export async function changedTo(
  {
    report,
    type,
    items,
    says,
    asks = [],
    notes: more = [],
  }: {
    readonly report: Report
    readonly type: ConfirmedReport
    readonly items: readonly Item[]
    /** what was changed; nothing when something is only asked again */
    readonly says: string | undefined
    readonly asks?: readonly Problem[]
    readonly notes?: readonly string[]
  },
  message: MessageIn,
  ctx: Ctx,
): Promise<Outcome> {
  const draft = await asDraft(report, items, ctx)
  const unit = draft.unitId === null ? undefined : await ctx.store.units.byId(draft.unitId)
  const problems = [...asks, ...(await problemsOf(type, draft, ctx))]
  const notes = [...(says === undefined ? [] : [says]), ...more, ...supersedes(report)]
  const card = confirmCard({ type, report: draft, unitName: unit?.name ?? '', problems, notes })
  const old = report.status === 'draft' ? [{ replace: aboutReport(report.id), card }] : []
  return { say: [...old, { to: { openId: message.openId }, card, about: aboutReport(draft.id) }] }
}

async function asDraft(report: Report, items: readonly Item[], ctx: Ctx): Promise<Report> {
  if (report.status === 'draft' && (await ctx.store.reports.change(report, { items }, ctx.sender))) {
    return (await ctx.store.reports.byId(report.id)) ?? report
  }
  const { kind, senderRef, rawText } = report
  const from = { unitId: report.unitId ?? undefined, senderName: report.senderName ?? undefined }
  const none = { messageId: undefined, chatId: undefined }
  return ctx.store.reports.create({
    kind,
    senderRef,
    rawText,
    ...from,
    ...none,
    items,
    correctsId: report.id,
  })
}

function supersedes(report: Report): string[] {
  return report.status === 'saved' ? [`保存后代替 ${report.number ?? ''}，原来的保留在历史里。`] : []
}
