// Which report a message means, for answers, corrections, withdrawals and 保存 alike: the one its words name, else the
// one replied to, else the draft gone on with, else the sender's last one of a recent time. When none or several fit,
// that is said, and never another one is taken.
import type { Ctx, MessageIn, Report } from '../../bot/context.ts'
import { listed } from '../mine.ts'
import type { Said } from '../said.ts'
import { dayAndHour } from '../time.ts'
import { confirmedType } from './index.ts'
import type { Reference } from './reference.ts'
import { goneOnWith, mayWorkOn } from './whose.ts'

const mostOwn = 50
const dayMs = 24 * 3_600_000
/** On Monday one corrects what was filed on Friday; what is older must be named. */
const correctedWithin = 7 * dayMs

export type Meant =
  | { readonly report: Report; readonly by: 'name' | 'reply' | 'time' }
  /** those that fit; `says` why none is taken */
  | { readonly reports: readonly Report[]; readonly says: string }

type Wanted = {
  /** what the words name; undefined for words that name no report */
  readonly reference?: Reference
  /** of what the words and the time may choose, the newest first */
  readonly among: readonly Report[]
  readonly withinMs?: number
  /** asks: a reply to what is no report of the sender means no other one */
  readonly strayReply?: 'asks'
}

/** Undefined when nothing is named, replied to or recent. */
export async function meant({ message, ctx }: Said, wanted: Wanted): Promise<Meant | undefined> {
  const { reference, among, withinMs = correctedWithin, strayReply } = wanted
  const replied = await repliedTo(message, ctx)
  const about = replied !== undefined && 'report' in replied ? replied.report : undefined
  if (about !== undefined && reference !== undefined && fits(about, reference))
    return { report: about, by: reference.people.length > 0 ? 'name' : 'reply' }
  const named = reference === undefined ? undefined : await namedIn(reference, among, ctx)
  if (named !== undefined) return named
  if (replied !== undefined && ('report' in replied || replied.reports.length > 0 || strayReply === 'asks'))
    return replied
  const report = await lately(among, ctx, withinMs)
  return report === undefined ? undefined : { report, by: 'time' }
}

/** The report, draft or saved, that words mean which name none, such as an answer. */
export async function meantUnnamed(
  said: Said,
  withinMs: number = correctedWithin,
): Promise<Report | undefined> {
  const found = await meant(said, { among: await ownReports(said.ctx), withinMs })
  if (found === undefined || 'reports' in found) return undefined
  return found.report.status === 'draft' || found.report.status === 'saved' ? found.report : undefined
}

/** The draft gone on with, unless something else was filed since; else the last report. */
async function lately(own: readonly Report[], ctx: Ctx, withinMs: number): Promise<Report | undefined> {
  const resumed = await goneOnWith(ctx, withinMs)
  const last = own.find(({ savedAt, createdAt }) => ctx.now - (savedAt ?? createdAt) < withinMs)
  return resumed === undefined || (last !== undefined && last.createdAt > resumed.at) ? last : resumed.report
}

/** The words name nothing, or persons only who all are in it. */
const fits = (report: Report, { people, ...others }: Reference): boolean =>
  [others.number, others.place, others.before, others.day, others.kind].every((one) => one === undefined) &&
  people.every((name) => peopleOf(report).includes(name))

/** What the sender filed and did not take back, the newest first. */
export async function ownReports(ctx: Ctx): Promise<readonly Report[]> {
  const all = await ctx.store.reports.ofSender(ctx.sender?.ref ?? '', mostOwn)
  return all.filter(({ status, items }) => status !== 'withdrawn' && items.length > 0)
}

/** The persons a report tells of. */
export const peopleOf = ({ items }: Pick<Report, 'items'>): readonly string[] =>
  items
    .flatMap(({ person, nickname, participants }) => [person, nickname, participants].flat())
    .filter((name) => typeof name === 'string' && name.length > 1)
    .map(String)

/** The report that the words name; undefined when they name none. */
async function namedIn(reference: Reference, own: readonly Report[], ctx: Ctx): Promise<Meant | undefined> {
  const { number, people, place, before, day, kind, last } = reference
  if (number !== undefined) return ofNumber(number, ctx)
  if (place !== undefined) return one((await listed(ctx)).slice(place, place + 1), '这一条')
  if (before !== undefined) return one(own.slice(before, before + 1), '这一条')
  if (people.length === 0 && day === undefined && kind === undefined) return undefined
  const fits = own.filter(
    (report) =>
      people.every((name) => peopleOf(report).includes(name)) &&
      (day === undefined || day === dayAndHour(report.savedAt ?? report.createdAt).day) &&
      (kind === undefined || kind === report.kind),
  )
  const said = [day, ...people].filter((word) => word !== undefined).join('、')
  return one(last ? fits.slice(0, 1) : fits, said === '' ? '这类上报' : `“${said}”`)
}

async function ofNumber(number: string, ctx: Ctx): Promise<Meant> {
  const report = await ctx.store.reports.byNumber(number)
  return one(report !== undefined && (await mayAmend(report, ctx)) ? [report] : [], number)
}

function one(fits: readonly Report[], what: string): Meant {
  const [report, second] = fits
  if (report !== undefined && second === undefined) return { report, by: 'name' }
  const says = second === undefined ? `没有找到${what}，或者不是您报的。` : `${what}有${fits.length}条，`
  return { reports: fits, says }
}

/** A colleague's draft may be gone on with, too. */
async function mayAmend(report: Report, ctx: Ctx): Promise<boolean> {
  const type = confirmedType(report.kind)
  return type === undefined ? report.senderRef === ctx.sender?.ref : mayWorkOn(report, type, ctx)
}

/** The report behind the message replied to, a card of the bot or what the sender wrote; undefined without a reply. */
export async function repliedTo(message: MessageIn, ctx: Ctx): Promise<Meant | undefined> {
  if (message.parentId === undefined) return undefined
  const shown = await ctx.store.reports.byCardMessage(message.parentId)
  const found = shown === undefined ? await ctx.store.reports.ofMessage(message.parentId) : [shown]
  const now: Report[] = []
  for (const report of found) {
    const newest = await newestOf(report, ctx)
    if (await mayAmend(newest, ctx)) now.push(newest)
  }
  const [report, second] = now
  if (report !== undefined && second === undefined) return { report, by: 'reply' }
  const says =
    second === undefined ? '您回复的那条消息没有对应您的上报，' : `您回复的那条消息对应${now.length}条上报，`
  return { reports: now, says }
}

/** What took the place of a report that was corrected. */
async function newestOf(report: Report, ctx: Ctx): Promise<Report> {
  let newest = report
  while (newest.status === 'withdrawn') {
    const next = await ctx.store.reports.correctionOf(newest.id)
    if (next === undefined) return newest
    newest = next
  }
  return newest
}
