// Parsed card JSON as the checks see it: nodes, and the way to a node in the platform's words.

export type Node = { readonly [key: string]: unknown }

/** One step from the root: a key, or a place in a list with the tag found there. */
export type Step = string | { index: number; tag: string | undefined }

/** `ROOT -> body -> elements -> [2](tag: chart)`; places count from zero. */
export function pathText(steps: readonly Step[]): string {
  const words = steps.map((step) => {
    if (typeof step === 'string') return step
    return step.tag === undefined ? `[${step.index}]` : `[${step.index}](tag: ${step.tag})`
  })
  return ['ROOT', ...words].join(' -> ')
}

/** The value as a node; anything else becomes an empty one. */
export function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : {}
}

/** The value as a list; anything else becomes an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The tag of a node, if it has one. */
export function tagOf(node: Node): string | undefined {
  const tag = node['tag']
  return typeof tag === 'string' ? tag : undefined
}

/** Keys below which nothing belongs to the card itself: data of charts and tables, values of callbacks. */
const foreignKeys = new Set(['chart_spec', 'rows', 'value', 'i18n_content'])

/** Visits every object of the card, the root included, but not the data it carries. */
export function visitNodes(root: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(root)) for (const item of root) visitNodes(item, visit)
  if (typeof root !== 'object' || root === null || Array.isArray(root)) return
  visit(root as Node)
  for (const [key, member] of Object.entries(root)) if (!foreignKeys.has(key)) visitNodes(member, visit)
}
