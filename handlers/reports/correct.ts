// Corrections by typing: "是3月6号", "孙三改成兼职", "去掉注安师证". They act on the report that is named, else the one
// replied to, else the sender's last one; when none or several fit, they ask.
import type { Ctx, Outcome, Report } from '../../bot/context.ts'
import { parse } from '../../bot/text/index.ts'
import type { Said } from '../said.ts'
import { askWhich } from '../which-report.ts'
import { amendTyped, changedTo } from './amend.ts'
import {
  type Correction,
  certificateTakenAway,
  correctionSaid,
  fieldNamed,
  othersIn,
  personBefore,
} from './correction-words.ts'
import { type ConfirmedReport, difference, type Item } from './define.ts'
import { confirmedType } from './index.ts'
import { type Meant, meant, ownReports, peopleOf } from './meant.ts'
import { referenceIn } from './reference.ts'
import { dayFields, typedValue } from './typed-value.ts'

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

async function changed(
  target: Target,
  correction: Correction,
  { message, ctx }: Said,
): Promise<Outcome | undefined> {
  const { report, type } = target
  const change = changeOf(target, correction, ctx)
  if (change === undefined) return undefined
  const junior = change.name === 'certificates' && /初级|助理/u.test(correction.value)
  const notes = junior ? ['名单不分注册安全工程师的级别，初级也按“注册安全工程师”登记。'] : []
  return amendTyped(
    { report, type, subject: `${correction.subject}${correction.old ?? ''}`, notes, ...change },
    message,
    ctx,
  )
}

type Change = { readonly name: string; readonly value: unknown }

/** Which field the value is for: the one named, else the one it can only be for. */
function changeOf(
  { report, type }: Target,
  { subject, old, value }: Correction,
  ctx: Ctx,
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
  { subject, value }: Correction,
  { message, ctx }: Said,
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
