// Limits of the whole card: bytes, tagged nodes, tables, repeated element ids.

import { asNode, type Node, tagOf, visitNodes } from './node.ts'
import type { Placed } from './placing.ts'
import type { CardProblem } from './problem.ts'

/** Bytes of a card's JSON in UTF-8. */
const cardBytes = 30 * 1024
const mostNodes = 200
const mostTables = 5

/** 230025 is an outer code: too long is found before the card is looked at. */
export function sizeProblem(card: unknown): CardProblem | undefined {
  if (Buffer.byteLength(JSON.stringify(card)) <= cardBytes) return undefined
  return { code: 230025, message: 'The length of the message content reaches its limit.' }
}

/** Markdown tables share the limit with table elements, as people report. */
export function limitProblem(card: Node, placed: readonly Placed[]): CardProblem | undefined {
  let nodes = 0
  visitNodes(card, (node) => {
    if (tagOf(node) !== undefined) nodes += 1
  })
  if (nodes > mostNodes)
    return { code: 11310, message: 'element exceeds the limit', value: `${nodes} of ${mostNodes}` }
  const tables = placed.filter(({ tag }) => tag === 'table').length
  if (tables + markdownTables(placed) > mostTables)
    return { code: 11310, message: 'card table number over limit', value: 'table' }
  return idProblem(card)
}

function markdownTables(placed: readonly Placed[]): number {
  let count = 0
  for (const { node, tag } of placed) {
    if (tag !== 'markdown') continue
    const content = String(asNode(node)['content'] ?? '')
    count += content.match(/^\s*\|?[\s:|-]*-{3,}[\s:|-]*\|[\s:|-]*$/gm)?.length ?? 0
  }
  return count
}

function idProblem(card: Node): CardProblem | undefined {
  const seen = new Set<unknown>()
  let repeated: string | undefined
  visitNodes(card, (node) => {
    const id = node['element_id']
    if (id !== undefined && seen.has(id)) repeated ??= String(id)
    seen.add(id)
  })
  if (repeated === undefined) return undefined
  return { code: 300301, message: 'element_id is duplicate', value: repeated }
}
