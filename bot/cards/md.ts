/**
 * Markdown that cannot be injected: literal parts are ours, interpolated values are escaped.
 * The only way to get an `Md`, and so the only way for text to reach a place of a card that draws markdown.
 */
import { oneLine, shorten, visibleLines } from './plain.ts'

const source: unique symbol = Symbol('markdown')

/** Markdown of the kit. Made only by `md` and the functions of this file; a plain string is not one. */
export type Md = { readonly [source]: string }

/** The colours a card may use: grey and four with a fixed meaning (blue in hand, orange waiting, red bad, green done). */
export type Colour = 'blue' | 'orange' | 'red' | 'green' | 'grey'

type Value = Md | string | number

const SPECIAL = /[&<>*_`~[\]()#|\\!@$'"{}^]/g
const LOOSE_DOT_OR_COLON = /(?<!\d)[.:]|[.:](?!\d)/g
const LIST_AT_END = /(?:^|\n)- [^\n]*$/
const LINE_START = /^[-+=]/
const OPEN_ID = /^ou_[\w-]{1,64}$/

/**
 * Markdown from a template. Strings are shown as typed: nothing in them can mention, link, format or break the card;
 * their line breaks become spaces (`multiline` keeps them). Numbers are shown as they are. `Md` values pass.
 * Indentation after a line break of the template is dropped, it would make a code block.
 */
export function md(literals: TemplateStringsArray, ...values: readonly Value[]): Md {
  const parts = literals.map((literal, index) => {
    const value = values[index]
    return literal.replace(/\n[ \t]+/g, '\n') + (value === undefined ? '' : markdownOfValue(value))
  })
  return make(parts.join(''))
}

/** The markdown source. Only for the kit: outside it nothing should need it. */
export function markdownOf(value: Md): string {
  return value[source]
}

/** Someone's text of several lines, each shown as typed, cut to `max` UTF-16 units in all. */
export function multiline(text: string, max: number): Md {
  return make(visibleLines(shorten(text, max)).map(escaped).join('<br>'))
}

export function bold(value: Value): Md {
  const text = markdownOfValue(value).trim()
  if (text === '') return make('')
  // A mark that touches punctuation inside and a letter outside is not read as bold: a space outside mends it.
  const before = /^[\p{P}\p{S}]/u.test(text) ? ' ' : ''
  const after = /[\p{P}\p{S}]$/u.test(text) ? ' ' : ''
  return make(`${before}**${text}**${after}`)
}

export function grey(value: Value): Md {
  return colour('grey', value)
}

/** Coloured text. Colour must not be the only sign: the words, or a `tag`, say the same. */
export function colour(name: Colour, value: Value): Md {
  const text = markdownOfValue(value)
  return make(text === '' ? '' : `<font color='${name}'>${text}</font>`)
}

/** A small label with a coloured ground, for states. */
export function tag(name: Colour, text: string): Md {
  return make(`<text_tag color='${tagColour(name)}'>${escaped(shorten(oneLine(text), 24))}</text_tag>`)
}

/** What the platform calls this colour on labels; its grey label is named `neutral`. */
export function tagColour(name: Colour): string {
  return name === 'grey' ? 'neutral' : name
}

/** One below the other. Below a list comes an empty line first, or clients draw what follows as part of its last item. */
export function join(lines: readonly Md[]): Md {
  const shown = lines.map(markdownOf)
  const apart = (line: string, at: number) =>
    LIST_AT_END.test(shown[at - 1] ?? '') && !line.startsWith('- ') ? `\n${line}` : line
  return make(shown.map(apart).join('\n'))
}

/** A bullet list, one item per line. */
export function bullets(items: readonly Value[]): Md {
  return make(items.map((item) => `- ${markdownOfValue(item).replaceAll('\n', '<br>')}`).join('\n'))
}

/** A count with its unit and no gap, as Chinese writes it: 3人, 91.3%. */
export function quantity(value: number, unit: string): Md {
  return make(`${value}${escaped(oneLine(unit))}`)
}

/**
 * Mentions and notifies one person; only for reminders. Never give it anything but an open id out of our own tables:
 * the platform refuses the whole card for an unknown one (100290).
 *
 * @throws when it is not shaped like an open id (`all` would notify everybody)
 */
export function personMention(openId: string): Md {
  if (!OPEN_ID.test(openId)) throw new Error('card: personMention needs an open id (ou_…)')
  return make(`<at id=${openId}></at>`)
}

function make(markdown: string): Md {
  return Object.freeze({ [source]: markdown })
}

function markdownOfValue(value: Value): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? escaped(oneLine(value)) : value[source]
}

/** Dots and colons are kept inside numbers and times; elsewhere they would make links, emoji keys and list numbers. */
function escaped(line: string): string {
  return line.replace(SPECIAL, entity).replace(LOOSE_DOT_OR_COLON, entity).replace(LINE_START, entity)
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`
}
