// Finds the words of change in a text and chooses the one that tells what happened.

import { STAFFING_VERBS, type VerbMeaning } from '../lexicon/staffing.ts'

export interface Verb {
  readonly meaning: VerbMeaning
  readonly rank: number
  readonly start: number
  readonly end: number
  readonly text: string
}

const NEGATED = /(?:不|没有?|未|别|无人|还没|尚未|暂未|不能|不得|不许|无法|才能|方可|持证)$/
/** Negated words that still are a change: 不上班了, 没回来. */
const STILL_CHANGE = /不再|不干|不管/

/** The same clauses are asked about by several readers of one message. */
const remembered = new Map<string, readonly Verb[]>()

/** Words of one message are not kept for the next. */
export const forgetVerbs = (): void => remembered.clear()

/** All change words in order of position; of overlapping ones the more specific stays. */
export function findVerbs(text: string): readonly Verb[] {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const found = verbsIn(text)
  remembered.set(text, found)
  return found
}

function verbsIn(text: string): Verb[] {
  const found: Verb[] = []
  STAFFING_VERBS.forEach(([meaning, pattern], rank) => {
    for (const match of text.matchAll(pattern)) {
      if (match[0] === '') continue
      const verb = { meaning, rank, start: match.index, end: match.index + match[0].length, text: match[0] }
      const negated = NEGATED.test(text.slice(0, verb.start)) && !STILL_CHANGE.test(match[0])
      const covered = found.some((other) => other.start < verb.end && verb.start < other.end)
      if (!negated && !covered) found.push(verb)
    }
  })
  return found.sort((a, b) => a.start - b.start)
}

/** The most telling change word: the one highest in the lexicon. */
export const mainVerb = (verbs: readonly Verb[]): Verb | undefined =>
  verbs.reduce<Verb | undefined>(
    (best, verb) => (best === undefined || verb.rank < best.rank ? verb : best),
    undefined,
  )
