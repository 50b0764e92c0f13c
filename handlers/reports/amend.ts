// How typed words change a report: values of one item, or its items as a whole. A saved report is not changed: a
// corrected draft takes its place when it is saved, and the card shows the difference.
import type { Ctx, MessageIn, Outcome, Report } from '../../bot/context.ts'
import { aboutReport, confirmCard } from './cards.ts'
import { type ConfirmedReport, difference, type Item, type Problem } from './define.ts'
import { placeIn } from './place.ts'
import { problemsOf } from './save.ts'

/** Values of the item that `subject` names, by a person or its place; asks when it names none of several. */
export async function amendTyped(
  {
    report,
    type,
    values,
    subject,
    notes,
  }: {
    readonly report: Report
    readonly type: ConfirmedReport
    /** what takes the place of values of the item */
    readonly values: (item: Item) => Item
    readonly subject: string
    readonly notes: readonly string[]
  },
  message: MessageIn,
  ctx: Ctx,
): Promise<Outcome> {
  const index = itemOf(report.items, subject)
  if (index === undefined) {
    const text = `这条上报有${report.items.length}项，不知道改哪一项。请写上姓名，如“${nameIn(report.items[0])}的日期是3月6日”。`
    return { say: [{ to: { openId: message.openId }, text }] }
  }
  const before = report.items[index] ?? {}
  const after = values(before)
  const items = report.items.map((item, at) => (at === index ? { ...item, ...after } : item))
  const says = Object.entries(after)
    .map(([name, value]) => difference(type, name, before[name], value))
    .join('；')
  return changedTo({ report, type, items, says, notes }, message, ctx)
}

function itemOf(items: readonly Item[], text: string): number | undefined {
  if (items.length === 1) return 0
  const place = placeIn(text)
  if (place !== undefined) return items[place] === undefined ? undefined : place
  return itemNamed(items, text)
}

/** The item whose person stands in the words; of several the one with the longest name: 张三丰 is not 张三. */
export function itemNamed(items: readonly Item[], words: string): number | undefined {
  const lettersOf = ({ person }: Item) =>
    typeof person === 'string' && words.includes(person) ? person.length : 0
  const longest = Math.max(0, ...items.map(lettersOf))
  return longest === 0 ? undefined : items.findIndex((item) => lettersOf(item) === longest)
}

const nameIn = (item: Item | undefined): string => String(item?.['person'] ?? '张三')

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
