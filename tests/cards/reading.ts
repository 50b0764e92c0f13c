/** Reads cards as a client would: finds the texts it draws as markdown, as plain text, and what markdown makes of them. */
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'

type Found = { readonly markdown: string[]; readonly plain: string[]; readonly other: string[] }

const reader = new MarkdownIt({ html: true, linkify: true, breaks: true })
const MARKDOWN_TAGS = new Set<unknown>(['markdown', 'lark_md'])

/** Fragments that mean something to a card client, mixed with any other text. Never blank. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<at id=all></at>',
          '</font>',
          '<font color=red>',
          '<text_tag color=red>',
          '</text_tag>',
          '<raw>',
          '<br>',
        ],
        ...[
          '[x](https://evil.cn)',
          '![x](img_v3)',
          '<https://evil.cn>',
          'https://evil.cn',
          'www.evil.cn',
          'a@evil.cn',
        ],
        ...[
          '**',
          '*',
          '__',
          '_',
          '`',
          '```',
          '~~',
          '~~~',
          '# ',
          '> ',
          '- ',
          '+ ',
          '1. ',
          '2) ',
          '---',
          '===',
          '|',
          '|-|',
        ],
        ...[
          '&#60;',
          '&lt;',
          '&#x3c;',
          '&#38;#60;',
          '&',
          '\\',
          '\\<',
          ':OK:',
          '$$',
          '{{x}}',
          '"',
          "'",
          '<!--',
          ']]>',
        ],
        ...[
          '\n',
          '\n\n',
          '\r\n',
          '    ',
          '\t',
          '\u2028',
          '\u202E',
          '\u200B',
          '\0',
          '\uD800',
          '😀',
          '张三',
          '3.2',
          '18:30',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))
  .filter((typed) => /[\p{L}\p{N}]/u.test(typed))

/** All texts of a card by the way a client draws them; `default_value`, which no client draws as markup, is left out. */
export function textsOf(node: unknown, found: Found = { markdown: [], plain: [], other: [] }): Found {
  if (typeof node !== 'object' || node === null) return found
  for (const [key, value] of Object.entries(node)) {
    if (key === 'default_value') continue
    if (typeof value === 'string') found[wayOfDrawing(key, node)].push(value)
    else textsOf(value, found)
  }
  return found
}

function wayOfDrawing(key: string, node: object): keyof Found {
  if (key !== 'content') return 'other'
  return 'tag' in node && MARKDOWN_TAGS.has(node.tag) ? 'markdown' : 'plain'
}

/** What a markdown reader makes of the text: its marks in order, without the words. Line breaks are not marks. */
export function marksOf(markdown: string): readonly string[] {
  const marks = reader
    .parse(markdown, {})
    .flatMap((token) => [
      ...(token.type === 'inline' ? [] : [token.type]),
      ...(token.children ?? []).map((child) => (child.type === 'html_inline' ? child.content : child.type)),
    ])
  return marks.filter((mark) => !['text', 'softbreak', 'hardbreak', '<br>'].includes(mark))
}

/** The words a markdown reader shows. */
export function wordsOf(markdown: string): string {
  return reader
    .parse(markdown, {})
    .flatMap((token) => token.children ?? [])
    .map((child) => (child.type === 'text' ? child.content : ''))
    .join('')
}

/** A card with its words taken out: keys, tags, and how long each list is. */
export function shapeOf(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shapeOf)
  if (typeof node !== 'object' || node === null) return typeof node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === 'tag' ? value : shapeOf(value)]),
  )
}
