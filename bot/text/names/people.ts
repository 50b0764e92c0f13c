// People named in a text: full names (known ones first, then surname and neighbours), names written
// without separators, and nicknames such as 小王 or 李主任.

import type { DateSpan } from '../dates/span.ts'
import { AFTER_NAMES, BEFORE_NAMES, BEFORE_WEAK_NAMES } from '../lexicon/around-names.ts'
import {
  DOUBLE_SURNAMES,
  NOT_GIVEN,
  NOT_NAMES,
  NOT_THIRD,
  SURNAMES,
  WEAK_SURNAMES,
} from '../lexicon/names.ts'
import { certainLength } from './certain.ts'
import { peopleBesideWeekdays } from './weekdays.ts'

export interface PersonSpan {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly kind: 'name' | 'nickname'
}

/** What may stand right after a name. */
const AFTER = new RegExp(`^(?:${AFTER_NAMES.join('|')})`, 'u')

/** What may stand right before a name. */
const BEFORE = new RegExp(`(?:${BEFORE_NAMES.join('|')})$`)

/** Words that follow a name but may also end one: the longer reading wins when it stands free. */
const EITHER =
  /^(?:学(?![习完])|经(?!研|组|考)|可(?![能以])|才(?!能)|元(?!旦)|春(?!节)|明(?![天确年])|国(?!庆)|开(?![会始除]))/
const DIGITS_AS_NAME = /^[一二三四五六七八九十]+$/

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text)

function surnameLength(text: string, at: number): number {
  if (DOUBLE_SURNAMES.has(text.slice(at, at + 2))) return 2
  return SURNAMES.has(text.charAt(at)) ? 1 : 0
}

interface Stretch {
  readonly start: number
  readonly end: number
}

interface Scan {
  readonly text: string
  readonly dateStarts: ReadonlySet<number>
  /** Where a date, a unit or a word of change ends: a name may begin there. */
  readonly openings: ReadonlySet<number>
  /** Roster names and names already found: a later mention needs no neighbours. */
  readonly known: Set<string>
  readonly lengths: number[]
  readonly longest: number
}

function shapeFits(name: string, surname: number): boolean {
  const given = name.slice(surname)
  if (!isHan(name) || given === '') return false
  if (given.length === 1) return !NOT_GIVEN.has(given) || DIGITS_AS_NAME.test(given)
  return !/[的了是与及或]|^[村镇乡县]/.test(given) && !NOT_THIRD.has(given.charAt(1))
}

const followed = (scan: Scan, end: number): boolean =>
  scan.dateStarts.has(end) || AFTER.test(scan.text.slice(end, end + 6))

function rosterNameAt(scan: Scan, at: number): number {
  for (let length = scan.longest; length > 1; length -= 1) {
    if (scan.known.has(scan.text.slice(at, at + length))) return length
  }
  return 0
}

/**
 * Length of the name that begins at `at`, 0 when none does. Places are measured from the end of the text, so
 * that a chain of names without separators finds its next link already measured.
 */
function nameLength(scan: Scan, at: number): number {
  const known = rosterNameAt(scan, at)
  return known > 0 ? known : (scan.lengths[at] ?? 0)
}

function measure(scan: Scan, at: number): number {
  const known = rosterNameAt(scan, at)
  if (known > 0) return known
  const surname = surnameLength(scan.text, at)
  if (certainLength(scan.text, at) === 3) return 3
  if (surname === 0 || NOT_NAMES.test(scan.text.slice(at, at + 12))) return 0
  const lengths = [surname + 1, surname + 2]
  const fitting = lengths.filter((length) => {
    const name = scan.text.slice(at, at + length)
    return name.length === length && shapeFits(name, surname) && followed(scan, at + length)
  })
  if (fitting.length === 2 && EITHER.test(scan.text.slice(at + surname + 1))) return surname + 2
  if (fitting[0] !== undefined) return fitting[0]
  return (
    lengths.find((length) => {
      const name = scan.text.slice(at, at + length)
      return shapeFits(name, surname) && nameLength(scan, at + length) > 0
    }) ?? certainLength(scan.text, at)
  )
}

const NICKNAME =
  /[小老](?!迟到|[板师百时学心型康高路车程米麦包计单组队])(\p{Script=Han})头?|(\p{Script=Han})(?:主任|站长|科长|局长|书记|镇长|乡长|队长|所长|师傅|姐|哥|工)|老(?:支书|主任|站长|村长|会计|队长)(?=[干不退走辞休去调\p{P}]|是|$)/uy

function nicknameAt(scan: Scan, at: number): PersonSpan | undefined {
  const { text } = scan
  NICKNAME.lastIndex = at
  const match = NICKNAME.exec(text)
  const surname = match?.[1] ?? match?.[2]
  if (match !== null && surname === undefined)
    return { start: at, end: at + match[0].length, name: match[0], kind: 'nickname' }
  if (match === null || surname === undefined || !SURNAMES.has(surname)) return undefined
  const opens = match[1] !== undefined && /(?:^|[,。;:\n])$/.test(text.slice(0, at))
  const end = at + match[0].length
  if (!opens && !followed(scan, end) && nameLength(scan, end) === 0) return undefined
  if (
    match[2] !== undefined &&
    (WEAK_SURNAMES.has(surname) ||
      /(?<![镇乡局站办县村们咱的队科])(?<=\p{Script=Han})$/u.test(text.slice(0, at)))
  )
    return undefined
  return { start: at, end: at + match[0].length, name: match[0], kind: 'nickname' }
}

/** Before a surname that is mostly another word, only clear signs of a name count. */
const WEAK_BEFORE = new RegExp(`(?:${BEFORE_WEAK_NAMES.join('|')})$`)

function leftFits(scan: Scan, at: number, previousEnd: number, length: number): boolean {
  if (
    at === previousEnd ||
    certainLength(scan.text, at) === length ||
    (scan.openings.has(at) && !WEAK_SURNAMES.has(scan.text.charAt(at))) ||
    scan.known.has(scan.text.slice(at, at + length))
  )
    return true
  const before = scan.text.slice(Math.max(0, at - 4), at)
  if (WEAK_SURNAMES.has(scan.text.charAt(at))) {
    return WEAK_BEFORE.test(before) || scan.text.startsWith('同志', at + length)
  }
  return BEFORE.test(before) || scan.text.startsWith('同志', at + length)
}

/**
 * People of a normalised text, in order.
 * @param dates date expressions of the same text: a name may be followed by one
 * @param taken parts that hold no names (units, documents)
 * @param ends parts after which a name may begin (units, words of change)
 */
export function findPeople(
  text: string,
  dates: readonly DateSpan[],
  roster: readonly string[],
  taken: readonly Stretch[],
  ends: readonly Stretch[],
): PersonSpan[] {
  const scan: Scan = {
    text,
    dateStarts: new Set(dates.map(({ start }) => start)),
    openings: new Set([...dates, ...ends].map(({ end }) => end)),
    known: new Set(roster),
    lengths: [],
    longest: Math.max(4, ...roster.map((name) => name.length)),
  }
  for (let place = text.length - 1; place >= 0; place -= 1) scan.lengths[place] = measure(scan, place)
  const found: PersonSpan[] = []
  let at = 0
  while (at < text.length) {
    const covering = taken.find(({ start, end }) => at >= start && at < end)
    if (covering !== undefined) {
      at = covering.end
      continue
    }
    const span = personAt(scan, at, found.at(-1)?.end ?? -1)
    if (span === undefined) at += 1
    else {
      found.push(span)
      if (span.kind === 'name') scan.known.add(span.name)
      at = span.end
    }
  }
  return peopleBesideWeekdays(found, text, { roster, dates })
}

function personAt(scan: Scan, at: number, previousEnd: number): PersonSpan | undefined {
  const nickname = nicknameAt(scan, at)
  if (nickname !== undefined) return nickname
  const length = nameLength(scan, at)
  if (length === 0 || !leftFits(scan, at, previousEnd, length)) return undefined
  return { start: at, end: at + length, name: scan.text.slice(at, at + length), kind: 'name' }
}
