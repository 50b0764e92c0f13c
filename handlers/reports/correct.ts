// Corrections by typing: "是3月6号", "孙三改成兼职", "去掉注安师证", "学时改成40". Which report they act on is in meant.ts,
// what they change in corrected-value.ts, and how it is changed in amend.ts.
import type { Outcome, Report } from '../../bot/context.ts'
import type { Said } from '../said.ts'
import { askWhich } from '../which-report.ts'
import { amendTyped, changedTo, itemNamed } from './amend.ts'
import { rangeOf } from './corrected-range.ts'
import { certificatesLeft, changeOf } from './corrected-value.ts'
import {
  type Correction,
  certificateTakenAway,
  correctionSaid,
  othersIn,
  personBefore,
  turnedInto,
} from './correction-words.ts'
import { type ConfirmedReport, difference, type Item } from './define.ts'
import { confirmedType, reportType } from './index.ts'
import { type Meant, meant, meantUnnamed, ownReports, peopleOf } from './meant.ts'
import { referenceIn } from './reference.ts'
import { dayFields, notTaken, typedValue } from './typed-value.ts'

type Target = { readonly report: Report; readonly type: ConfirmedReport }

/** Undefined when the words are no correction of something the sender filed. */
export async function correctSaid(said: Said): Promise<Outcome | undefined> {
  const { message, ctx } = said
  const away = certificateTakenAway(message.text)
  const correction = away ?? correctionSaid(message.text)
  if (correction === undefined || [...message.text].length > 60) return undefined
  const found = await corrected(correction, said)
  if (found === undefined) return undefined
  if ('reports' in found)
    return { say: [await askWhich(`${found.says}没有更改任何内容。请选一条再改：`, found.reports, ctx)] }
  const { report } = found
  const type = confirmedType(report.kind)
  if (type === undefined) return undefined
  if (report.status === 'withdrawn' || report.status === 'cancelled')
    return {
      say: [
        { to: { openId: message.openId }, text: `${report.number ?? '这条上报'} 已经撤回或取消，不能再改。` },
      ],
    }
  const target = { report, type }
  return away === undefined ? changed(target, correction, said) : takenAway(target, correction, said)
}

/** The report that a correction is about. */
async function corrected({ subject, old }: Correction, said: Said): Promise<Meant | undefined> {
  const { ctx } = said
  const own = await ownReports(ctx)
  const among = own.filter(({ id }) => own.every(({ correctsId }) => correctsId !== id))
  const all = referenceIn(`${subject}${old ?? ''}`, own.flatMap(peopleOf), ctx.today)
  const reference = { ...all, place: undefined, day: undefined, kind: undefined }
  const found = await meant(said, { reference, among })
  const names =
    reference.number !== undefined || reference.before !== undefined || reference.people.length > 0
  if (found !== undefined && ('reports' in found ? names : found.by !== 'time')) return found
  const unknown = personBefore(subject)
  if (unknown !== undefined) return { reports: [], says: `没有找到“${unknown}”的上报。` }
  return othersIn(referenceIn(subject, [], ctx.today).rest) === '' ? found : undefined
}

async function changed(target: Target, correction: Correction, said: Said): Promise<Outcome | undefined> {
  const { report, type } = target
  const { message, ctx } = said
  const change = changeOf(report, type, { correction, ctx })
  if (change === undefined || (await tellsMore(target, change.name, said))) return undefined
  const junior = change.name === 'certificates' && /初级|助理/u.test(correction.value)
  const notes = junior ? ['名单不分注册安全工程师的级别，初级也按“注册安全工程师”登记。'] : []
  return amendTyped(
    {
      report,
      type,
      subject: `${correction.subject}${correction.old ?? ''}`,
      notes,
      values: () => ({ [change.name]: change.value }),
    },
    message,
    ctx,
  )
}

/** 卫二3月1日调到综合办，不对，是3月2日: a whole report, and not what is on record but for the one value. */
async function tellsMore({ report, type }: Target, corrected: string, { parsed }: Said): Promise<boolean> {
  const { items, missing } = await parsed()
  const [read] = items
  if (read === undefined || !type.itemTypes.includes(read.type) || missing.length > 0) return false
  const known = report.items.find(({ person }) => person === read['person']) ?? {}
  return Object.keys(type.fields).some(
    (name) => name !== corrected && read[name] !== undefined && !same(read[name], known[name]),
  )
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A certificate less; undefined when the person has none like it. */
async function takenAway(
  { report, type }: Target,
  { subject, value }: Correction,
  { message, ctx }: Said,
): Promise<Outcome | undefined> {
  const holders = report.items.flatMap(({ certificates: held }, at) =>
    Array.isArray(held) && held.length > 0 ? [at] : [],
  )
  const index = itemNamed(report.items, subject) ?? (holders.length === 1 ? holders[0] : undefined)
  const item = index === undefined ? undefined : report.items[index]
  const left = item === undefined ? undefined : certificatesLeft(item, value, ctx)
  if (item === undefined || left === undefined) return undefined
  const { certificates: before, ...rest } = item
  const to = left.length === 0 ? undefined : left
  const next = to === undefined ? rest : { ...rest, certificates: to }
  const items = report.items.map((one, at) => (at === index ? next : one))
  return changedTo({ report, type, items, says: difference(type, 'certificates', before, to) }, message, ctx)
}

/** A correction that begins with the label of a field as the card shows it; undefined when it is none. */
export async function correctLabelled(said: Said): Promise<Outcome | undefined> {
  const turned = turnedInto(said.message.text)
  const report = turned === undefined ? undefined : await meantUnnamed(said)
  const type = report === undefined ? undefined : confirmedType(report.kind)
  if (turned === undefined || report === undefined || type === undefined) return undefined
  const name = Object.keys(type.fields).find((one) => type.fields[one]?.label === turned.subject)
  return name === undefined ? undefined : changedField({ report, type }, name, turned.value, said)
}

/** What the text understanding alone took for a correction; undefined when nothing of the sender fits it. */
export async function correctUnderstood(said: Said): Promise<Outcome | undefined> {
  const { message, ctx } = said
  const [correction] = (await said.parsed()).items
  if (correction?.type !== 'correction') return undefined
  const report = await meantUnnamed(said)
  const type = report === undefined ? undefined : reportType(report.kind)
  if (report === undefined || type === undefined || isOfAnother(correction, report)) return undefined
  if (type.storing === 'atOnce') return type.amend(report, { message, as: 'correction' }, ctx)
  const values = rangeOf(correction['dateRange'], report, type)
  if (values !== undefined)
    return amendTyped({ report, type, values, subject: message.text, notes: [] }, message, ctx)
  const name = fieldOf(type, String(correction['field']))
  if (name === undefined) return undefined
  const { newValue = turnedInto(message.text)?.value } = correction
  return changedField({ report, type }, name, newValue === undefined ? undefined : String(newValue), said)
}

/** 李四换了电话: nothing to change in a report that does not name him. */
function isOfAnother({ target }: Item, report: Report): boolean {
  return (
    typeof target === 'string' &&
    /^\p{Script=Han}{2,4}$/u.test(target) &&
    !JSON.stringify(report.items).includes(target)
  )
}

function fieldOf(type: ConfirmedReport, name: string): string | undefined {
  if (type.fields[name] !== undefined) return name
  return dayFields.includes(name) ? dayFields.find((one) => type.fields[one] !== undefined) : undefined
}

/** The field is known: words that it cannot take are told so. */
async function changedField(
  { report, type }: Target,
  name: string,
  typed: string | undefined,
  { message, ctx }: Said,
): Promise<Outcome> {
  const value = typed === undefined ? undefined : typedValue(type, name, typed, ctx.today)
  if (value === undefined)
    return { say: [{ to: { openId: message.openId }, text: notTaken(type, name, typed) }] }
  const values = () => ({ [name]: value })
  return amendTyped({ report, type, values, subject: message.text, notes: [] }, message, ctx)
}
