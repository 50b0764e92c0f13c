// Feishu's own tags inside markdown (<font>, <at>, <text_tag> …) as an inline rule: known tags become safe
// tokens, everything else that looks like HTML stays text. Imported by card/markdown only.

import type { StateInline } from 'markdown-it'

const ATTRIBUTES = `(?:\\s+[\\w-]+(?:\\s*=\\s*(?:'[^']*'|"[^"]*"|[^\\s'"<>]+))?)*`
const PAIRED = new RegExp(
  `^<(font|at|person|link|text_tag|number_tag|local_datetime|raw|a)(${ATTRIBUTES})\\s*>`,
  'i',
)
const SINGLE = /^<(br|hr)\s*\/?>/i
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s'"<>]+))/g

type Attributes = Readonly<Record<string, string>>

/** Tags that stand around formatted text; the others only carry attributes. */
const AROUND_TEXT = new Set(['font', 'link', 'a', 'text_tag', 'number_tag'])

/** The inline rule itself, as markdown-it calls it at every character that may start something. */
export function privateTag(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false
  const rest = state.src.slice(state.pos, state.posMax)
  return singleTag(state, silent, rest) || pairedTag(state, silent, rest)
}

function singleTag(state: StateInline, silent: boolean, rest: string): boolean {
  const [whole, name] = SINGLE.exec(rest) ?? []
  if (whole === undefined || name === undefined) return false
  if (!silent) state.push(name.toLowerCase() === 'br' ? 'hardbreak' : 'feishu_hr', '', 0)
  state.pos += whole.length
  return true
}

function pairedTag(state: StateInline, silent: boolean, rest: string): boolean {
  const [whole, written, attributes] = PAIRED.exec(rest) ?? []
  if (whole === undefined || written === undefined) return false
  const name = written.toLowerCase()
  const close = closingTag(rest, whole.length, name)
  if (close === undefined) return false
  if (!silent) {
    const inside = { from: state.pos + whole.length, to: state.pos + close.from }
    if (AROUND_TEXT.has(name)) around(state, name, attributesOf(attributes ?? ''), inside)
    else alone(state, name, attributesOf(attributes ?? ''), rest.slice(whole.length, close.from))
  }
  state.pos += close.to
  return true
}

function around(state: StateInline, name: string, meta: Attributes, inside: { from: number; to: number }) {
  const { pos, posMax } = state
  state.push(`feishu_${name}_open`, '', 1).meta = meta
  state.pos = inside.from
  state.posMax = inside.to
  state.md.inline.tokenize(state)
  state.push(`feishu_${name}_close`, '', -1)
  state.pos = pos
  state.posMax = posMax
}

function alone(state: StateInline, name: string, meta: Attributes, content: string) {
  const token = state.push(name === 'raw' ? 'text' : `feishu_${name}`, '', 0)
  token.meta = meta
  token.content = content
}

/** Where the tag that closes this one begins and ends; the same tag may be nested in between. */
function closingTag(text: string, from: number, name: string): { from: number; to: number } | undefined {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])[^<>]*>`, 'gi')
  tags.lastIndex = from
  let depth = 1
  for (let found = tags.exec(text); found !== null; found = tags.exec(text)) {
    depth += found[1] === '/' ? -1 : 1
    if (depth === 0) return { from: found.index, to: found.index + found[0].length }
  }
  return undefined
}

function attributesOf(text: string): Attributes {
  const found: Record<string, string> = {}
  for (const [, key, single, double, bare] of text.matchAll(ATTRIBUTE)) {
    if (key !== undefined) found[key.toLowerCase()] = single ?? double ?? bare ?? ''
  }
  return found
}
