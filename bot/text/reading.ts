// A text with everything found in it — dates, units, people — from the point of view of its sender.
// All report kinds read their slots from this, on the whole message or on a part of it.

import type { Day } from './calendar.ts'
import type { DateSpan, Mood } from './date-span.ts'
import { findDates, moodOf } from './dates.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { ParseContext } from './parsed.ts'
import { findPeople, type PersonSpan } from './people.ts'
import { readSender, type Sender } from './sender.ts'
import { findUnits, type UnitSpan } from './units.ts'

export interface Reading {
  readonly text: string
  readonly today: Day
  readonly sender: Sender
  readonly dates: readonly DateSpan[]
  readonly units: readonly UnitSpan[]
  readonly people: readonly PersonSpan[]
  readonly setting: { readonly gazetteer: Gazetteer; readonly roster: readonly string[]; readonly mood: Mood }
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Titles of papers in 《》: no people, dates or units are read from them. */
const titles = (text: string): Place[] =>
  [...text.matchAll(/《[^》]*》/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }))

const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end

function readWith(text: string, base: Omit<Reading, 'text' | 'dates' | 'units' | 'people'>): Reading {
  const { gazetteer, roster, mood } = base.setting
  const papers = titles(text)
  const free = <T extends Place>(spans: readonly T[]): T[] =>
    spans.filter((span) => !papers.some((paper) => overlaps(paper, span)))
  const units = free(findUnits(text, gazetteer, base.sender))
  const dated = free(findDates(text, base.today, mood))
  const people = findPeople(text, dated, roster, [...papers, ...units.filter(({ text: t }) => t.length > 2)])
  const dates = dated.filter(
    (date) => !people.some((person) => person.start < date.start && overlaps(person, date)),
  )
  return { ...base, text, units, dates, people }
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

/** Full names, each once, in order. */
export const namesIn = (reading: Reading): string[] => [
  ...new Set(reading.people.filter(({ kind }) => kind === 'name').map(({ name }) => name)),
]
