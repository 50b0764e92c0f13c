/**
 * The same facts as plain lines, for the rare case that the platform refuses a card: nobody is left without an answer.
 */

/** Every title, text and label of a card JSON in reading order, one a line, without markup. Buttons are left out. */
export function cardAsText(card: unknown): string {
  const lines: string[] = []
  collect(card, lines)
  return lines
    .map((line) =>
      line.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
    )
    .map((line) => line.replace(/\*\*/g, '').trim())
    .filter((line) => line !== '')
    .join('\n')
}

const skipped = new Set(['button', 'form', 'overflow', 'chart'])

function collect(node: unknown, lines: string[]): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, lines)
  } else if (typeof node === 'object' && node !== null) {
    const fields = new Map(Object.entries(node))
    const tag = fields.get('tag')
    if (typeof tag === 'string' && skipped.has(tag)) return
    const content = fields.get('content')
    if (typeof content === 'string' && typeof tag === 'string') lines.push(content)
    for (const key of ['header', 'title', 'subtitle', 'body', 'elements', 'columns', 'text', 'fields']) {
      collect(fields.get(key), lines)
    }
  }
}
