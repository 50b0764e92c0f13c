// Compares parsed messages with the right answers: intent accuracy, F1 of slots and of missing slots.
// A slot is (item type, path, value). Free wording counts when half its characters agree, retold facts when present.

import type { Item, Parsed, Slot } from '../../bot/text/index.ts'

const RETOLD = /description|subject|evidence|measures|decisions|backgroundText|breakdown|reason|attachments/
const FREE =
  /location|topic|role$|formerRole|newRole|durationText|passScore|audience|venue|platform|organizer|target|specialty|major/
const IGNORED = new Set(['type', 'notes', 'credibility', 'dateConfidence', 'hoursConfidence'])

export interface Expected {
  readonly intent: string
  readonly items: readonly Item[]
  readonly missing: readonly string[]
}

export interface Message {
  readonly id: string
  readonly text: string
  readonly today: string
  readonly sender: { readonly unit: string | null; readonly role: string | null }
  readonly expect: Expected
}

type Pair = readonly [path: string, value: string]

function flatten(value: Slot, path: string): Pair[] {
  if (Array.isArray(value)) return value.flatMap((one: Slot) => flatten(one, `${path}[]`))
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, one]) =>
      flatten(one as Slot, path === '' ? key : `${path}.${key}`),
    )
  }
  return [[path, String(value).normalize('NFKC').toLowerCase().replace(/\s+/g, '')]]
}

const slotsOf = (item: Item): Pair[] =>
  Object.entries(item).flatMap(([name, value]) => (IGNORED.has(name) ? [] : flatten(value, name)))

function agree(a: string, b: string): boolean {
  const left = [...b]
  const shared = [...a].filter((char) => {
    const at = left.indexOf(char)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return shared / Math.max(a.length, b.length, 1) >= 0.5
}

const same = (path: string, a: string, b: string): boolean =>
  a === b || RETOLD.test(path) || (FREE.test(path) && agree(a, b))

/** How many slots of `gold` stand in `got` too. */
function shared(gold: Item, got: Item): number {
  const left = slotsOf(got)
  return slotsOf(gold).filter(([path, value]) => {
    const at = left.findIndex(([p, v]) => p === path && same(path, value, v))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

interface Tally {
  right: number
  wanted: number
  given: number
}

function countItems(gold: readonly Item[], got: readonly Item[], tally: Tally): void {
  const left = [...got]
  for (const item of gold) {
    tally.wanted += slotsOf(item).length + 1
    const rest = left.filter(({ type }) => type === item.type)
    const best = rest.sort((a, b) => shared(item, b) - shared(item, a))[0]
    if (best === undefined) continue
    tally.right += shared(item, best) + 1
    left.splice(left.indexOf(best), 1)
  }
  for (const item of got) tally.given += slotsOf(item).length + 1
}

const f1 = ({ right, wanted, given }: Tally): number => (2 * right) / Math.max(1, wanted + given)

/** Shares from 0 to 1 over all messages. */
export function score(
  messages: readonly Message[],
  parse: (message: Message) => Parsed,
): { intent: number; slots: number; missing: number } {
  const slots: Tally = { right: 0, wanted: 0, given: 0 }
  const missing: Tally = { right: 0, wanted: 0, given: 0 }
  let intents = 0
  for (const message of messages) {
    const got = parse(message)
    if (got.intent === message.expect.intent) intents += 1
    countItems(message.expect.items, got.items, slots)
    missing.right += message.expect.missing.filter((slot) => got.missing.includes(slot)).length
    missing.wanted += message.expect.missing.length
    missing.given += got.missing.length
  }
  return { intent: intents / messages.length, slots: f1(slots), missing: f1(missing) }
}
