/**
 * The last look at a card before it may leave: size, number of parts, unique names, what the buttons carry.
 * One walk over the card and one serialisation, so it runs for every card in production.
 */
import type { Json } from './elements.ts'

/** Below the platform's 30 KB and 200 parts, because it does not publish how exactly it counts. */
export const CARD_LIMITS = { bytes: 28_000, tags: 180, depth: 5 } as const

/** The content does not fit into one card: show less and offer the rest behind a button. */
export class CardTooLarge extends Error {
  readonly code = 'card.too_large'
  readonly measure: 'bytes' | 'tags'
  readonly actual: number

  constructor(measure: 'bytes' | 'tags', actual: number) {
    super(`card.too_large: ${actual} ${measure}, at most ${CARD_LIMITS[measure]}`)
    this.name = 'CardTooLarge'
    this.measure = measure
    this.actual = actual
  }
}

type Tally = { tags: number; readonly names: Set<string> }

const NAME = /^[A-Za-z]\w{0,59}$/
const ACT_KEY = /^[A-Za-z]\w{0,29}$/
// Ids, revisions, dates, week names: nothing a sentence or a Chinese name fits into.
const ACT_TEXT = /^[\w.:/@+=-]{0,80}$/
const ACT_KEYS = 12
const CONTAINERS = new Set(['column_set', 'column', 'form', 'interactive_container', 'collapsible_panel'])
/** Data, not components: keys of these may be called anything. */
const OPAQUE = new Set(['chart_spec', 'value'])

/**
 * @throws CardTooLarge when it is too big in bytes or parts
 * @throws Error when a name is odd or taken twice, containers nest too deep, or a button carries more than ids
 */
export function checkCard(card: Json): void {
  const tally: Tally = { tags: 0, names: new Set() }
  walk(card, tally, 0)
  if (tally.tags > CARD_LIMITS.tags) throw new CardTooLarge('tags', tally.tags)
  const bytes = Buffer.byteLength(JSON.stringify(card))
  if (bytes > CARD_LIMITS.bytes) throw new CardTooLarge('bytes', bytes)
}

function walk(node: Json, tally: Tally, depth: number): void {
  if (typeof node !== 'object') return
  if (isList(node)) {
    for (const item of node) walk(item, tally, depth)
    return
  }
  const tag = node['tag']
  const inner = typeof tag === 'string' && CONTAINERS.has(tag) ? depth + 1 : depth
  if (inner > CARD_LIMITS.depth) throw new Error('card: containers nest deeper than the platform allows')
  if (typeof tag === 'string') checkComponent(tag, node, tally)
  for (const [key, value] of Object.entries(node)) {
    if (!OPAQUE.has(key)) walk(value, tally, inner)
  }
}

function checkComponent(tag: string, node: { readonly [key: string]: Json }, tally: Tally): void {
  tally.tags += 1
  if (typeof node['name'] === 'string') takeName(node['name'], tally.names)
  if (tag === 'overflow' && node['value'] !== undefined) checkAct(node['value'])
  if (isList(node['behaviors'])) for (const behaviour of node['behaviors']) checkBehaviour(behaviour)
}

function checkBehaviour(behaviour: Json): void {
  if (typeof behaviour === 'object' && !isList(behaviour) && behaviour['value'] !== undefined) {
    checkAct(behaviour['value'])
  }
}

function takeName(name: string, names: Set<string>): void {
  if (!NAME.test(name)) throw new Error(`card: "${name}" is no name for a field`)
  if (names.has(name)) throw new Error(`card: two fields are named ${name}`)
  names.add(name)
}

function checkAct(value: Json): void {
  const entries = typeof value === 'object' && !isList(value) ? Object.entries(value) : []
  if (entries.length === 0 || entries.length > ACT_KEYS || !entries.every(isIdentifying)) {
    throw new Error('card: a button carries an act with ids and revisions, nothing else')
  }
}

function isIdentifying([key, value]: readonly [string, Json]): boolean {
  if (!ACT_KEY.test(key)) return false
  return typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'string' && ACT_TEXT.test(value)
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
