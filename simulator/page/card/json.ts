// Reads fields of a card's JSON, whose shape nobody promises: a wrong type reads as absent. Card-only.

export type Node = Readonly<Record<string, unknown>>

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object field; absent or of another type reads as {}. */
export function nodeAt(node: Node, key: string): Node {
  const value = node[key]
  return isNode(value) ? value : {}
}

/** The objects of a list field. */
export function nodesAt(node: Node, key: string): Node[] {
  return listAt(node, key).filter(isNode)
}

function listAt(node: Node, key: string): unknown[] {
  const value = node[key]
  return Array.isArray(value) ? value : []
}

export function textAt(node: Node, key: string): string {
  const value = node[key]
  return typeof value === 'string' ? value : ''
}

/** The strings of a list field. */
export function textsAt(node: Node, key: string): string[] {
  return listAt(node, key).filter((one) => typeof one === 'string')
}

export function numberAt(node: Node, key: string): number | undefined {
  const value = node[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** Whether a field is true; `absent` is what the platform takes when it is not there. */
export function isTrue(node: Node, key: string, absent: 'else true' | 'else false' = 'else false'): boolean {
  const value = node[key]
  return typeof value === 'boolean' ? value : absent === 'else true'
}

/** The words of a text object, `{ tag, content }`. */
export function wordsAt(node: Node, key: string): string {
  return textAt(nodeAt(node, key), 'content')
}
