// Shares of people ("at least 20 %", "at least 75 %") where somebody may be unknown: whole heads, nothing rounded.
// Used by articles 3 and 6. Reading: docs/decisions/0107.

import { headsNeeded, type Item, type Used, type Verdict } from './kernel.ts'

/** Whether a person fulfils the condition; `unknown` when nobody has said. */
export type Answer = 'yes' | 'no' | 'unknown'

export type Asked = { readonly personId: string; readonly rows: readonly string[]; readonly answer: Answer }

/** Yes when one is, no when all are no. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unknown') ? 'unknown' : 'no'
}

/** Yes when all are, no when one is no. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  return answers.includes('unknown') ? 'unknown' : 'yes'
}

export function answerOf(said: boolean | undefined): Answer {
  if (said === undefined) return 'unknown'
  return said ? 'yes' : 'no'
}

/**
 * Whether enough of the people fulfil it: `met` when those known do, `notMet` when even all the unknown would not help,
 * `noData` between the two and of nobody. The items are the people to ask about or to qualify.
 */
export function shareVerdict(people: readonly Asked[], percent: Used & { value: number }): Verdict {
  const whole = people.length
  const needed = headsNeeded(percent.value, whole)
  const qualified = people.filter((person) => person.answer === 'yes').length
  const unknown = people.filter((person) => person.answer === 'unknown').length
  if (whole === 0) return { status: 'noData', used: [percent], rows: [], waitsFor: 'staffing' }
  const common: Verdict = {
    status: 'met',
    measured: { value: qualified, of: whole, unit: 'heads' },
    required: { value: needed, of: whole, unit: 'heads' },
    used: [percent],
    rows: people.flatMap((person) => person.rows),
  }
  if (qualified >= needed) return common
  const items = people.flatMap(itemOf)
  if (qualified + unknown >= needed) return { ...common, status: 'noData', items, waitsFor: 'staffing' }
  return { ...common, status: 'notMet', items, gap: { value: needed - qualified, unit: 'heads' } }
}

function itemOf(person: Asked): readonly Item[] {
  if (person.answer === 'yes') return []
  return [{ id: person.personId, kind: 'person', why: person.answer === 'no' ? 'missing' : 'unknown' }]
}
