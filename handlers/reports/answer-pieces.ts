// Whom a typed answer is for, when it says so: "郑甲3月5号，郑乙3月6号", "3月5号郑甲", "第一个3月5号".
import type { Item } from './define.ts'
import { ordinal, placeIn } from './place.ts'

export type Piece = { readonly indexes: readonly number[]; readonly words: string }
type Token = { readonly start: number; readonly end: number; readonly index: number }

const between = /^(?:[\s,，;；。、和与及跟:：]|还有)+|(?:[\s,，;；。、和与及跟]|还有)+$/gu

/** The parts of an answer, each with the items it names; none when it names nobody of the draft. */
export function addressed(text: string, items: readonly Item[]): readonly Piece[] {
  const found = tokens(text, items)
  const [first] = found
  if (first === undefined) return []
  const before = found.map(({ start }, at) => bare(text.slice(found[at - 1]?.end ?? 0, start)))
  const after = found.map(({ end }, at) => bare(text.slice(end, found[at + 1]?.start)))
  if (before[0] === '') return grouped(found, after)
  return after.at(-1) === '' ? grouped([...found].reverse(), before.reverse()) : []
}

const bare = (words: string): string => words.replace(between, '')

/** Names one after the other share the words that follow the last of them. */
function grouped(found: readonly Token[], words: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let waiting: number[] = []
  for (const [at, { index }] of found.entries()) {
    waiting.push(index)
    const said = words[at] ?? ''
    if (said === '') continue
    pieces.push({ indexes: waiting, words: said })
    waiting = []
  }
  return waiting.length === 0 ? pieces : []
}

function tokens(text: string, items: readonly Item[]): Token[] {
  const names = items.flatMap(({ person }) => (typeof person === 'string' && person !== '' ? [person] : []))
  const words = [...new Set(names)].sort((one, other) => other.length - one.length).map(quoted)
  const pattern = new RegExp([...words, `${ordinal}[个位条项]`].join('|'), 'gu')
  return [...text.matchAll(pattern)].flatMap(({ 0: word, index: start }) => {
    const named = items.findIndex(({ person }) => person === word)
    const index = named < 0 ? (placeIn(word) ?? -1) : named
    return items[index] === undefined ? [] : [{ start, end: start + word.length, index }]
  })
}

const quoted = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
