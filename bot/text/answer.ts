// The answer to what a card asks, typed: a date or names with the words around them. Undefined when a text holds more
// than that, for then it is no answer.
import type { Day } from './dates/calendar.ts'
import { findDates } from './dates/index.ts'
import type { DateSpan } from './dates/span.ts'
import { normalise } from './form/normalise.ts'
import {
  AFTER_NAME,
  AROUND_DATE,
  BETWEEN_NAMES,
  CALLED,
  EVERYONE,
  LATER,
  NAMED,
  NO_NAME,
  UNSURE_DATE,
} from './lexicon/answers.ts'
import { findPeople } from './names/people.ts'
import { findVerbs, forgetVerbs } from './staffing/verbs.ts'

export type DateAnswer = {
  readonly from: Day
  readonly to: Day
  /** day, span (from–to) or something imprecise such as tenDays */
  readonly precision: DateSpan['precision']
  /** the date as it was written */
  readonly read: string
  readonly sure: 'yes' | 'no'
}

export type NameAnswer =
  | { readonly kind: 'names'; readonly names: readonly string[]; readonly said: number | undefined }
  | { readonly kind: 'nickname'; readonly read: string }
  | { readonly kind: 'everyone' }

/** Whether somebody only says that the answer comes later. */
export const saysLater = (text: string): boolean => LATER.test(normalise(text))

/** A date and nothing but words around it: "3月5号那天", "生效日期3月5日", "5号报到". */
export function dateAnswer(text: string, today: Day): DateAnswer | undefined {
  const typed = normalise(text).replace(/(?:[吧的啊呢哦]|。)+$/u, '')
  const [date, second] = findDates(typed, today)
  if (date?.from === undefined || date.to === undefined || second !== undefined) return undefined
  const around = withoutVerbs(`${typed.slice(0, date.start)}|${typed.slice(date.end)}`)
  if (!AROUND_DATE.test(around)) return undefined
  const { from, to, precision } = date
  return { from, to, precision, read: date.text, sure: UNSURE_DATE.test(around) ? 'no' : 'yes' }
}

function withoutVerbs(text: string): string {
  const rest = findVerbs(text).reduceRight(
    (left, { start, end }) => left.slice(0, start) + left.slice(end),
    text,
  )
  forgetVerbs()
  return rest
}

/** Names and nothing but words around them: "叫王小明", "王秀兰和袁月娥", "全体". */
export function nameAnswer(text: string, roster: readonly string[]): NameAnswer | undefined {
  const typed = normalise(text)
  if (EVERYONE.test(typed)) return { kind: 'everyone' }
  const before = NAMED.exec(typed)?.[0] ?? ''
  const after = AFTER_NAME.exec(typed.slice(before.length))?.[0] ?? ''
  const words = typed.slice(before.length, typed.length - after.length).replace(/等$/u, '')
  const people = findPeople(words, [], roster, [], [])
  const ends = [0, ...people.map(({ end }) => end)]
  const between = ends.map((end, at) => words.slice(end, people[at]?.start))
  if (people.length > 0 && between.every((part) => BETWEEN_NAMES.test(part))) {
    const nickname = people.find(({ kind }) => kind === 'nickname')
    if (nickname !== undefined) return { kind: 'nickname', read: nickname.name }
    return { kind: 'names', names: [...new Set(people.map(({ name }) => name))], said: numberIn(after) }
  }
  const rare = CALLED.test(before) && /^[\p{Script=Han}·]{2,15}$/u.test(words) && !NO_NAME.test(words)
  return rare ? { kind: 'names', names: [words], said: undefined } : undefined
}

function numberIn(words: string): number | undefined {
  const digits = /\d+/.exec(words)?.[0]
  return digits === undefined ? undefined : Number(digits)
}
