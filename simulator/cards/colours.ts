// Colour names of cards: which exist, and which field takes which. Hex and unknown names are refused.

import { asNode, type Node, tagOf } from './node.ts'

const hues = [
  'blue',
  'wathet',
  'turquoise',
  'green',
  'lime',
  'yellow',
  'sunflower',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
]
const shades = ['50', '100', '200', '300', '350', '400', '500', '600', '700', '800', '900']
const greyShades = ['00', ...shades, '650', '950', '1000']

const names = new Set([
  'default',
  'white',
  'bg-white',
  'light_grey',
  'grey',
  ...hues,
  ...hues.flatMap((hue) => shades.map((shade) => `${hue}-${shade}`)),
  ...greyShades.map((shade) => `grey-${shade}`),
])

const tagNames = new Set(
  'neutral blue turquoise lime orange violet indigo wathet green yellow red purple carmine'.split(' '),
)

/** Colours of header tags, `<text_tag>` and option cells of tables. */
export function isTagColour(name: string): boolean {
  return tagNames.has(name)
}

const colourKeys = ['text_color', 'background_style', 'background_color', 'border_color', 'color'] as const

/**
 * The first colour of this node that does not exist, as `key: value`. `own` are the names of config.style.color.
 * Table headers have their own two values and pass their schema instead.
 */
export function badColour(node: Node, own: ReadonlySet<string>): string | undefined {
  for (const key of colourKeys) {
    const value = node[key]
    if (typeof value !== 'string' || fits(node, key, value, own)) continue
    return `${key}: ${value}`
  }
  return undefined
}

function fits(
  node: Node,
  key: (typeof colourKeys)[number],
  value: string,
  own: ReadonlySet<string>,
): boolean {
  const tag = tagOf(node)
  if (tag === 'text_tag') return isTagColour(value)
  if (key === 'background_style' && value === 'laser') return tag === 'interactive_container'
  if (key === 'background_style' && value === 'none') return tag === undefined
  return names.has(value) || own.has(value)
}

/** The names a card defines for itself. */
export function ownColours(card: Node): ReadonlySet<string> {
  return new Set(Object.keys(asNode(asNode(asNode(card['config'])['style'])['color'])))
}
