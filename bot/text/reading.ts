// A text with everything found in it — dates, units, people — from the point of view of its sender.
// All report kinds read their slots from this, on the whole message or on a part of it.

import type { Day } from './dates/calendar.ts'
import { findDates } from './dates/index.ts'
import { moodOf } from './dates/mood.ts'
import type { DateSpan, Mood } from './dates/span.ts'
import { readSender, type Sender } from './form/sender.ts'
import type { Gazetteer } from './names/gazetteer.ts'
import { findPeople, type PersonSpan } from './names/people.ts'
import { findUnits, type UnitSpan } from './names/units.ts'
import { type Stranger, strangersIn } from './names/unknown.ts'
import type { ParseContext } from './parsed.ts'
import { findVerbs } from './staffing/verbs.ts'

export interface Reading {
  readonly text: string
  /** The text with names, papers and telephone numbers blanked out: counts are read from it. */
  readonly plain: string
  readonly today: Day
  readonly sender: Sender
  readonly dates: readonly DateSpan[]
  readonly units: readonly UnitSpan[]
  readonly people: readonly PersonSpan[]
  /** Names like those of units that no book knows. */
  readonly strangers: readonly Stranger[]
  readonly setting: { readonly gazetteer: Gazetteer; readonly roster: readonly string[]; readonly mood: Mood }
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Parts that hold no people, dates or units: titles in 《》, numbers of papers, telephone numbers. */
const CLOSED =
  /《[^》]{0,60}》|关于[^,。;:\n]{2,30}?的[\p{Script=Han}]{0,6}(?:通知|决定|意见|函|批复)|\p{Script=Han}{2,8}[〔[(]20\d{2}[〕\])]\d*号|[〔[]20\d{2}[〕\]]\d*号|(?<!\d)1[3-9]\d{9}(?!\d)|[A-Za-z]+-?[\dA-Za-z-]{3,}/gu
/** Everyday words whose end looks like a surname. */
const NO_NAMES =
  /工程(?:师|专业|项目|公司|队|施工|技术)?|安全(?:生产|工程|管理)?|注册|专业|应急管理|本科|硕士|课程|过程|流程|日程|吉林/g

const zones = (text: string, pattern: RegExp): Place[] =>
  [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }))

/** The same length with the given parts blanked out, so that no number inside them is read. */
function blank(text: string, parts: readonly Place[]): string {
  let masked = text
  for (const { start, end } of parts)
    masked = masked.slice(0, start) + '※'.repeat(end - start) + masked.slice(end)
  return masked
}

function readWith(
  text: string,
  base: Omit<Reading, 'text' | 'plain' | 'dates' | 'units' | 'people' | 'strangers'>,
): Reading {
  const { gazetteer, roster, mood } = base.setting
  const open = blank(text, zones(text, CLOSED))
  const days = findDates(open, base.today, mood)
  const strangers = strangersIn(open, gazetteer, days)
  const units = findUnits(open, gazetteer, base.sender, strangers)
  const taken = [...zones(open, NO_NAMES), ...units.filter((unit) => unit.text.length > 2), ...strangers]
  const people = findPeople(open, days, roster, taken, [...units, ...strangers, ...findVerbs(open)])
  const plain = blank(open, people)
  const dates = findDates(plain, base.today, mood)
  return { ...base, text, plain, units, dates, people, strangers }
}

/** Reads a normalised text without padding. */
export function read(text: string, context: ParseContext): Reading {
  const sender = readSender(context.sender, context.gazetteer)
  const setting = { gazetteer: context.gazetteer, roster: context.roster ?? [], mood: moodOf(text) }
  return readWith(text, { today: context.today, sender, setting })
}

/** The same for a part of the message: same sender, day and mood. */
export const readPart = (text: string, whole: Reading): Reading => {
  const roster = [...new Set([...whole.setting.roster, ...namesIn(whole)])]
  return readWith(text, { today: whole.today, sender: whole.sender, setting: { ...whole.setting, roster } })
}

/** A part that tells of another matter than the rest: whether it plans or tells is for itself to say. */
export const readAlone = (text: string, whole: Reading): Reading => {
  const setting = { ...whole.setting, mood: moodOf(text) }
  return readPart(text, { ...whole, setting })
}

/** Full names, each once, in order. */
export const namesIn = (reading: Reading): string[] => [
  ...new Set(reading.people.filter(({ kind }) => kind === 'name').map(({ name }) => name)),
]
