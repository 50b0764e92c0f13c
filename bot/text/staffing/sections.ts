// Lists under headings: "一、调入:张三、李四 二、调出:王五(去县财政局)". A heading holds for its people only.

import { type Reading, readPart } from '../reading.ts'
import { findVerbs } from './verbs.ts'

/** A heading at the start of a clause: a number if any, few words, a colon. */
const HEADING = /(?<=^|[\n;。,:])[ ]?(?:[(]?[一二三四五六七八九十\d]{1,2}[、.)][ ]?)?([^,。;:\n()]{1,12}):/g

function headingsOf(reading: Reading): number[] {
  return [...reading.text.matchAll(HEADING)]
    .filter(({ 1: words, index, 0: match }) => {
      const end = index + match.length
      const named = reading.people.some((person) => person.start < end && person.end > index)
      return !named && findVerbs(`${words}:`).some(({ meaning }) => meaning !== 'designate')
    })
    .map(({ index }) => index)
}

/** The parts of a message with two headings or more that have people under them; none otherwise. */
export function sectionsOf(reading: Reading): Reading[] {
  const headings = headingsOf(reading)
  const first = headings[0] ?? 0
  if (headings.length < 2) return []
  // People told of before the first heading have a part of their own.
  const starts = reading.people.some(({ end }) => end <= first) ? [0, ...headings] : headings
  const parts = starts.map((start, index) =>
    readPart(
      reading.text.slice(start, starts[index + 1] ?? reading.text.length).replace(/^[\n;。, ]+/, ''),
      reading,
    ),
  )
  const peopled = parts.filter(({ people }) => people.length > 0)
  return peopled.length > 1 ? peopled : []
}
