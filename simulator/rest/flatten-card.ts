// The lossy form in which the platform gives cards back by default: a title and rows of texts and buttons.

type Node = Record<string, unknown>

/** `{"title":"T","elements":[[{"tag":"text","text":"…"}]]}` */
export function flattened(card: unknown): { title: string; elements: Node[][] } {
  const root = asNode(card)
  const title = asNode(asNode(root['header'])['title'])['content']
  const rows: Node[][] = []
  for (const element of asList(asNode(root['body'])['elements'])) collect(asNode(element), rows)
  return { title: typeof title === 'string' ? title : '', elements: rows }
}

function collect(element: Node, rows: Node[][]): void {
  const text = asNode(element['text'])['content'] ?? element['content']
  if (typeof text === 'string') rows.push([{ tag: element['tag'] === 'button' ? 'button' : 'text', text }])
  if (typeof element['img_key'] === 'string') rows.push([{ tag: 'img', image_key: element['img_key'] }])
  for (const child of [...asList(element['elements']), ...asList(element['columns'])])
    collect(asNode(child), rows)
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {}
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
