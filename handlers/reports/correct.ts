// Corrections by typing: "是3月6号", "孙三改成兼职", "去掉注安师证". They act on the report that is named, else the one
// replied to, else the sender's last one; when none or several fit, they ask.
import type { Ctx, MessageIn, Outcome, Report } from '../../bot/context.ts'
import { parse } from '../../bot/text/index.ts'
import { askWhich } from '../which-report.ts'
import { amendTyped, changedTo } from './amend.ts'
import {
  certificateTakenAway,
  correctionSaid,
  fieldNamed,
  othersIn,
  personBefore,
  type Said,
} from './correction-words.ts'
import { type ConfirmedReport, difference, type Item } from './define.ts'
import { confirmedType } from './index.ts'
import { correctedWithin, lastOf, type Meant, namedIn, ownReports, peopleOf, repliedTo } from './named.ts'
import { referenceIn } from './reference.ts'
import { dayFields, typedValue } from './typed-value.ts'
import { goneOnWith } from './whose.ts'

type Asked = { readonly message: MessageIn; readonly ctx: Ctx }
type Target = { readonly report: Report; readonly type: ConfirmedReport }

/** Undefined when the words are no correction of something the sender filed. */
export async function correctSaid(message: MessageIn, ctx: Ctx): Promise<Outcome | undefined> {
  const away = certificateTakenAway(message.text)
  const said = away ?? correctionSaid(message.text)
  if (said === undefined || [...message.text].length > 60) return undefined
  const meant = await corrected(said, message, ctx)
  if (meant === undefined) return undefined
  if ('reports' in meant)
    return { say: [await askWhich(`${meant.says}没有更改任何内容。请选一条再改：`, meant.reports, ctx)] }
  const { report } = meant
  const type = confirmedType(report.kind)
  if (type === undefined) return undefined
  if (report.status === 'withdrawn' || report.status === 'cancelled')
    return {
      say: [
        { to: { openId: message.openId }, text: `${report.number ?? '这条上报'} 已经撤回或取消，不能再改。` },
      ],
    }
  const target = { report, type }
  return away === undefined
    ? changed(target, said, { message, ctx })
    : takenAway(target, said, { message, ctx })
}

/** The report that a correction is about. */
async function corrected({ subject, old }: Said, message: MessageIn, ctx: Ctx): Promise<Meant | undefined> {
  const own = await ownReports(ctx)
  const current = own.filter(({ id }) => own.every(({ correctsId }) => correctsId !== id))
  const all = referenceIn(`${subject}${old ?? ''}`, own.flatMap(peopleOf), ctx.today)
  const reference = { ...all, place: undefined, day: undefined, kind: undefined }
  const replied = await repliedTo(message, ctx)
  const isReply = replied !== undefined && 'report' in replied
  if (reference.number === undefined && isReply && hasAll(replied.report, reference.people)) return replied
  const named = await namedIn(reference, current, ctx)
  if (named !== undefined) return named
  const unknown = personBefore(subject)
  if (unknown === undefined && othersIn(referenceIn(subject, [], ctx.today).rest) !== '') return undefined
  if (unknown !== undefined) return { reports: [], says: `没有找到“${unknown}”的上报。` }
  if (replied !== undefined && (isReply || replied.reports.length > 0)) return replied
  return lately(current, message, ctx)
}

/** The draft gone on with, else the last one. */
async function lately(current: readonly Report[], message: MessageIn, ctx: Ctx): Promise<Meant | undefined> {
  const report = (await goneOnWith(message.openId, ctx, correctedWithin)) ?? lastOf(current, ctx)
  return report === undefined ? undefined : { report, by: 'time' }
}

const hasAll = (report: Report, people: readonly string[]): boolean =>
  people.every((name) => peopleOf(report).includes(name))

async function changed(target: Target, said: Said, asked: Asked): Promise<Outcome | undefined> {
  const { report, type } = target
  const change = changeOf(target, said, asked)
  if (change === undefined) return undefined
  const junior = change.name === 'certificates' && /初级|助理/u.test(said.value)
  const notes = junior ? ['名单不分注册安全工程师的级别，初级也按“注册安全工程师”登记。'] : []
  return amendTyped(
    { report, type, subject: `${said.subject}${said.old ?? ''}`, notes, ...change },
    asked.message,
    asked.ctx,
  )
}

type Change = { readonly name: string; readonly value: unknown }

/** Which field the value is for: the one named, else the one it can only be for. */
function changeOf(
  { report, type }: Target,
  { subject, old, value }: Said,
  { ctx }: Asked,
): Change | undefined {
  const name = fieldNamed(subject, type.fields)
  if (name !== undefined) {
    const direct = name === 'certificates' ? undefined : typedValue(type, name, value, ctx.today)
    return direct === undefined ? readChange(type, value, ctx, name) : { name, value: direct }
  }
  if (type.fields['fullTime'] !== undefined && /^(?:非?专职|全职|兼职)(?:人员)?$/u.test(value))
    return { name: 'fullTime', value: /^(?:专职|全职)/u.test(value) }
  const isName = old !== undefined && report.items.some(({ person }) => person === old)
  const person = isName ? typedValue(type, 'person', value, ctx.today) : undefined
  return person === undefined ? readChange(type, value, ctx) : { name: 'person', value: person }
}

/** The value as the text understanding reads it in a correction; `only` when the field is known. */
function readChange(type: ConfirmedReport, words: string, ctx: Ctx, only?: string): Change | undefined {
  const day = dayFields.find((one) => type.fields[one] !== undefined) ?? ''
  const dayField = only ?? day
  const asDay = dayFields.includes(dayField) ? typedValue(type, dayField, words, ctx.today) : undefined
  if (asDay !== undefined) return { name: dayField, value: asDay }
  const { field, newValue } = understood(words, ctx)
  const name = dayFields.includes(String(field)) ? day : String(field)
  if (newValue === undefined || (only !== undefined && only !== name)) return undefined
  const value = typedValue(type, name, String(newValue), ctx.today)
  return value === undefined ? undefined : { name, value }
}

function understood(words: string, { today, gazetteer }: Ctx): Item {
  const context = { today, sender: { unit: null, role: null }, gazetteer, roster: [] }
  const [item] = parse(`改成${words}`, context).items
  return item?.type === 'correction' ? item : {}
}

/** A certificate less; undefined when the person has none like it. */
async function takenAway(
  { report, type }: Target,
  { subject, value }: Said,
  { message, ctx }: Asked,
): Promise<Outcome | undefined> {
  const holders = report.items.flatMap((item, at) => (listed(item).length > 0 ? [at] : []))
  const named = report.items.findIndex(({ person }) => typeof person === 'string' && subject.includes(person))
  const index = named >= 0 ? named : holders.length === 1 ? holders[0] : undefined
  const item = index === undefined ? undefined : report.items[index]
  if (index === undefined || item === undefined) return undefined
  const less = String(understood(value, ctx)['newValue'] ?? value)
  const left = value === '证书' ? [] : listed(item).filter((one) => one !== less)
  if (left.length === listed(item).length) return undefined
  const to = left.length === 0 ? undefined : left
  const { certificates: before, ...rest } = item
  const next = to === undefined ? rest : { ...rest, certificates: to }
  const items = report.items.map((one, at) => (at === index ? next : one))
  return changedTo({ report, type, items, says: difference(type, 'certificates', before, to) }, message, ctx)
}

const listed = ({ certificates }: Item): readonly unknown[] =>
  Array.isArray(certificates) ? certificates : []
