/**
 * The same facts as plain lines, for the rare case that the platform refuses a card: nobody is left without an answer.
 */

/** Every title, text and label of a card JSON in reading order, one a line, without markup. Buttons are left out. */
export function cardAsText(card: unknown): string {
  const lines: string[] = []
  collect(card, lines)
  return lines
    .map(plainLine)
    .filter((line) => line !== '')
    .join('\n')
}

// Markup goes first: what people typed stands behind entities and must come out as typed.
function plainLine(line: string): string {
  const words = line.replace(/<[^>]*>/g, '').replace(/\*\*/g, '')
  return words.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).trim()
}

const skipped = new Set(['button', 'form', 'overflow', 'chart'])

function collect(node: unknown, lines: string[]): void {
  if (typeof node !== 'object' || node === null) return
  if (Array.isArray(node)) {
    for (const child of node) collect(child, lines)
    return
  }
  const fields = new Map(Object.entries(node))
  const tag = fields.get('tag')
  if (skipped.has(String(tag))) return
  const content = fields.get('content')
  if (typeof content === 'string' && typeof tag === 'string') lines.push(content)
  for (const key of kept) collect(fields.get(key), lines)
}

const kept = ['header', 'title', 'subtitle', 'body', 'elements', 'columns', 'text', 'fields']
