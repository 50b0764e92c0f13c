// Understanding text: a chat message in, an intent with items and what is missing out.
// Deterministic and offline. Handlers, the command line and the demo data import from here only.

import { normalise } from './form/normalise.ts'
import { stripPadding } from './form/padding.ts'
import { withoutWithdrawn } from './form/self-correction.ts'
import { tableChanges } from './form/tables.ts'
import { accidentItems } from './hazard/accident.ts'
import { hazardItems } from './hazard/index.ts'
import { intentOf } from './intent.ts'
import { missingOf } from './missing.ts'
import type { Intent, Item, ParseContext, Parsed, Problem } from './parsed.ts'
import { halvesOf } from './parts/halves.ts'
import { type Part, severalIn } from './parts/index.ts'
import { problemsOf } from './problems.ts'
import { type Reading, read } from './reading.ts'
import { equipmentItems, fundItems } from './records/assets.ts'
import { enforcementItems, insuranceItems, meetingItems } from './records/index.ts'
import { isNil, nilReports } from './records/nil-report.ts'
import { headCounts } from './staffing/head-counts.ts'
import { staffingChanges } from './staffing/index.ts'
import { orgChanges } from './staffing/org-change.ts'
import { staffingSnapshots } from './staffing/snapshot.ts'
import { findVerbs, forgetVerbs } from './staffing/verbs.ts'
import { cancelItems, correctionItems } from './talk/correction.ts'
import { ackItems, promiseItems, queryItems, reminderItems } from './talk/index.ts'
import { trainingItems } from './training/index.ts'

export { dateAnswer, type NameAnswer, nameAnswer, saysLater } from './answer.ts'
export { parseDate } from './dates/index.ts'
export { normalise } from './form/normalise.ts'
export { mayTellOnSomebody } from './hazard/likeness.ts'
export { type Gazetteer, jinchengGazetteer, makeGazetteer } from './names/gazetteer.ts'
export { jinchengPlaces, type Place } from './names/places.ts'
export type { Item, ParseContext, Parsed, Problem, Slot } from './parsed.ts'

/** Longer messages are not read; the sender is asked to send a file. */
export const LONGEST = 5000

const MAKERS: Readonly<Partial<Record<Intent, (reading: Reading) => readonly Item[]>>> = {
  staffing: staffingItems,
  training: withNil(trainingItems),
  hazard: withNil(hazardItems),
  accident: withNil(accidentItems),
  mixed: mixedItems,
  equipment: equipmentItems,
  fund: fundItems,
  meeting: meetingItems,
  insurance: insuranceItems,
  enforcement: enforcementItems,
  query: queryItems,
  correction: correctionItems,
  cancel: cancelItems,
  reminder: reminderItems,
  promise: promiseItems,
  ack: ackItems,
}

function withNil(make: (reading: Reading) => readonly Item[]): (reading: Reading) => readonly Item[] {
  return (reading) => {
    const nil = nilReports(reading)
    const ours = reading.sender.level !== 'public' && reading.people.length === 0
    return nil.length > 0 && ours && !/不属实|失实/.test(reading.text) ? nil : make(reading)
  }
}

/** A change and a course, or nil reports of several topics. */
function mixedItems(reading: Reading): readonly Item[] {
  const nil = reading.people.length === 0 ? nilReports(reading) : []
  if (nil.length > 0) return nil
  const { staffing, training } = halvesOf(reading)
  return [...staffingItems(staffing), ...trainingItems(training)]
}

/** Two labelled head-counts or more are a count of the unit, even where somebody is said to be lent out. */
function staffingItems(reading: Reading): readonly Item[] {
  const { text } = reading
  const renamed = orgChanges(reading)
  if (renamed.length > 0) return renamed
  if (isNil(text) && headCounts(text) === 0 && reading.people.length === 0) return nilReports(reading)
  const verbs = findVerbs(text).filter(
    ({ meaning }) => !/designate$/i.test(meaning) || reading.people.length > 0,
  ).length
  const counts = verbs === 0 || hiresOf(reading) || (reading.people.length === 0 && headCounts(text) > 1)
  const makers = [
    tableChanges,
    ...(counts ? [staffingSnapshots] : []),
    staffingChanges,
    staffingSnapshots,
    nilReports,
  ]
  for (const make of makers) {
    const items = make(reading)
    if (items.length > 0) return items
  }
  return []
}

/** 一季度新进3人: the hires of a quarter or a year are counted, nobody's coming is told. */
const hiresOf = ({ text, people, dates }: Reading): boolean =>
  people.length === 0 &&
  headCounts(text) > 0 &&
  /新(?:招|录|进|聘|增)|招(?:录|聘|收|了|进)|录[用取]|考进|引进/.test(text) &&
  dates.some(({ precision }) => /^(?:quarter|halfYear|year)$/.test(precision))

function understand(text: string, context: ParseContext): Reading {
  const reading = read(text, context)
  const corrected = withoutWithdrawn(reading)
  return corrected === undefined ? reading : read(corrected, context)
}

/** One matter, or the several a message tells of. */
function mattersOf(reading: Reading, raw: string): { intent: Intent; parts: readonly Part[] } {
  const intent = intentOf(reading, raw)
  const understanding = { intentOf: (part: Reading) => intentOf(part, part.text), itemsOf }
  const several = NEVER_SEVERAL.test(intent) ? undefined : severalIn(reading, intent, understanding)
  return several ?? { intent, parts: [{ reading, intent, items: itemsOf(reading, intent) }] }
}

const NEVER_SEVERAL = /^(?:refused|correction|cancel|greeting|meeting|enforcement|fund)$/

const itemsOf = (reading: Reading, intent: Intent): readonly Item[] => MAKERS[intent]?.(reading) ?? []

/** Each problem once: two parts may name the same unknown unit. */
const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

/**
 * Reads one chat message. Never throws: a text nothing fits has intent 'other' and no items.
 * `missing` lists what to ask for, never a reason not to save; `problems` what could not be taken as written.
 */
export function parse(text: string, context: ParseContext): Parsed {
  if (text.length > LONGEST) {
    return {
      intent: 'other',
      items: [],
      missing: [],
      problems: [{ kind: 'tooLong', read: text.slice(0, 40) }],
    }
  }
  const raw = normalise(text)
  const reading = understand(stripPadding(raw), context)
  const { intent, parts } = mattersOf(reading, raw)
  const items = parts.flatMap((part) => part.items)
  const wrong = parts.map((part) => problemsOf(part.reading, part.items))
  const problems = distinct(wrong.flat())
  const missing = parts.flatMap((part, index) =>
    missingOf(part.intent, part.items, part.reading, wrong[index] ?? []),
  )
  forgetVerbs()
  return { intent, items, missing: [...new Set(missing)], ...(problems.length > 0 ? { problems } : {}) }
}
