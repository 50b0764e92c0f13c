// What a typed answer gives for one asked field: only what can be an answer of its kind is taken. Undefined when it is
// none; a sentence when it is one that cannot stand.
import { dateAnswer, type NameAnswer, nameAnswer } from '../../bot/text/index.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import type { ConfirmedReport, Item } from './define.ts'
import { short } from './fields.ts'
import { dayFields, typedValue } from './typed-value.ts'

/** `values` are for one item each, or a single one for every item that lacks it; `notes` stand beside the change. */
export type Answered = { readonly values: readonly Item[]; readonly notes: readonly string[] }
export type Refused = { readonly sentence: string; readonly keep: Item }

/** What an answer is read by: the day, the names of the unit's roster, and what the text understanding made of it. */
export type Around = {
  readonly today: LocalDate
  readonly roster: readonly string[]
  readonly read: Item | undefined
}

const office = /^[\p{Script=Han}]{1,27}(?:[办站所室局队科股委]|中心)$/u

/**
 * @param names the asked fields that are still open, the one tried now first
 */
export function answeredValue(
  type: ConfirmedReport,
  names: readonly string[],
  typed: string,
  around: Around,
): Answered | Refused | undefined {
  const [name = ''] = names
  if (dayFields.includes(name)) return dayOf(type, names, typed, around)
  if (name === 'person' || name === 'participants') {
    const answer = nameAnswer(typed, around.roster)
    if (answer === undefined) return undefined
    return name === 'person' ? personOf(answer) : participantsOf(answer, around)
  }
  const words = typed.replace(/^(?:名称|机构)?(?:叫做?|就?是|为)[:：]?/u, '').replace(/[吧。.]+$/u, '')
  if (name === 'newName' && !office.test(words)) return undefined
  const value = typedValue(type, name, words, around.today) ?? chosen(type, name, words, around)
  return value === undefined ? undefined : { values: [{ [name]: value }], notes: [] }
}

/** 执法资格 for 执法资格（初任）培训: the option that the text understanding read, from few words. */
function chosen(type: ConfirmedReport, name: string, words: string, { read }: Around): unknown {
  const option = type.fields[name]?.options?.find(({ value }) => value === read?.[name])
  return [...words].length > 8 ? undefined : option?.value
}

function dayOf(
  type: ConfirmedReport,
  names: readonly string[],
  typed: string,
  { today }: Around,
): Answered | Refused | undefined {
  const [name = ''] = names
  const date = dateAnswer(typed, today)
  if (date === undefined || meansAnother(type, name, typed)) return undefined
  const { from, to, precision, read } = date
  const notes = date.sure === 'no' ? [`“${short(typed, 20)}”说得不确定，请核对`] : []
  if (precision === 'day') return { values: [{ [name]: from }], notes }
  if (precision === 'span' && name === 'startDate' && names.includes('endDate'))
    return { values: [{ startDate: from, endDate: to }], notes }
  const label = type.fields[name]?.label ?? '日期'
  const sentence = `“${read}”是 ${from} 至 ${to}，${label}要写到哪一天。请再发具体日期，如 3月5日。`
  const range = name === 'effectiveDate' ? { effectiveDateRange: [from, to], datePrecision: precision } : {}
  return { sentence, keep: range }
}

/** 结束日期是3月5日 is no answer to the day it began. */
function meansAnother(type: ConfirmedReport, name: string, typed: string): boolean {
  const stem = (field: string) => type.fields[field]?.label.replace(/日期$/u, '') ?? ''
  const others = dayFields.filter((field) => field !== name && type.fields[field] !== undefined)
  return !typed.includes(stem(name)) && others.some((field) => typed.includes(stem(field)))
}

function personOf(answer: NameAnswer): Answered | Refused | undefined {
  if (answer.kind === 'everyone') return undefined
  if (answer.kind === 'nickname') return nickname(answer.read)
  return { values: answer.names.map((person) => ({ person })), notes: [] }
}

function participantsOf(answer: NameAnswer, { roster }: Around): Answered | Refused {
  if (answer.kind === 'nickname') return nickname(answer.read)
  if (answer.kind === 'everyone')
    return roster.length === 0
      ? { sentence: '本单位还没有在岗名单，不知道“全体”是哪些人。请写上每个人的姓名。', keep: {} }
      : { values: [{ participants: roster }], notes: [`全体按在岗名单${roster.length}人填写，请核对`] }
  const { names, said } = answer
  if (said !== undefined && said !== names.length) {
    const sentence = `您写的是${said}人，读到的姓名有${names.length}个。请把每个人的姓名都写上，用顿号隔开。`
    return { sentence, keep: {} }
  }
  return { values: [{ participants: names }], notes: [] }
}

const nickname = (read: string): Refused => ({
  sentence: `“${read}”是称呼，不是全名。请再发全名，如 王小明。`,
  keep: {},
})
