// The layout fields that all containers share (direction, spacing, alignment, padding, margin, background)
// as one CSS style. Lengths that are not plain pixels in the platform's range are left out. Card-only.

import type { CSSProperties } from 'preact'
import { colourOf, type OwnColours } from './colour.ts'
import { type Node, textAt } from './json.ts'

export type Style = CSSProperties & Record<`--${string}`, string>

const SPACING: Readonly<Record<string, string>> = {
  small: '4px',
  medium: '8px',
  large: '12px',
  extra_large: '16px',
}

const ACROSS: Readonly<Record<string, string>> = { left: 'flex-start', center: 'center', right: 'flex-end' }
const DOWN: Readonly<Record<string, string>> = { top: 'flex-start', center: 'center', bottom: 'flex-end' }

export type BoxDefaults = { gap?: string; padding?: string }

/** The style of a container's inside: a flex column or row with its gaps. */
export function boxStyle(node: Node, own: OwnColours, defaults: BoxDefaults = {}): Style {
  const across = ACROSS[textAt(node, 'horizontal_align')] ?? 'flex-start'
  const down = DOWN[textAt(node, 'vertical_align')] ?? 'flex-start'
  const row = textAt(node, 'direction') === 'horizontal'
  return {
    ...(row ? rowStyle(across, down) : columnStyle(across, down)),
    gap: spacingOf(textAt(node, row ? 'horizontal_spacing' : 'vertical_spacing')) ?? defaults.gap ?? '8px',
    padding: lengths(textAt(node, 'padding'), 'no negatives') ?? defaults.padding ?? '0',
    ...backgroundOf(textAt(node, 'background_style'), own),
  }
}

/** `--across` is where things stand that are only as wide as their words; see style/layout.css. */
function columnStyle(across: string, down: string): Style {
  return { flexDirection: 'column', justifyContent: down, alignItems: 'stretch', '--across': across }
}

function rowStyle(across: string, down: string): Style {
  return {
    flexDirection: 'row',
    flexWrap: 'wrap',
    justifyContent: across,
    alignItems: down,
    '--across': 'auto',
  }
}

/** The margin alone, which every component may have. */
export function marginOf(node: Node): Style {
  const margin = lengths(textAt(node, 'margin'), 'negatives too')
  return margin === undefined ? {} : { margin }
}

export function backgroundOf(name: string, own: OwnColours): Style {
  if (name === 'laser') return { background: 'var(--laser)' }
  const background = colourOf(name, own)
  return background === undefined ? {} : { background }
}

/** `small` … `extra_large`, or a number of pixels. */
export function spacingOf(spacing: string): string | undefined {
  return SPACING[spacing] ?? lengths(spacing, 'no negatives')
}

/** One, two or four lengths, each up to 99 px; anything else is undefined. */
export function lengths(text: string, sign: 'negatives too' | 'no negatives'): string | undefined {
  const pixels = sign === 'negatives too' ? /^-?\d{1,2}(px)?$/ : /^\d{1,2}(px)?$/
  const list = text.trim().split(/\s+/)
  if (![1, 2, 4].includes(list.length) || !list.every((one) => pixels.test(one))) return undefined
  return list.map((one) => (one.endsWith('px') ? one : `${one}px`)).join(' ')
}

/** The `width` of a component: `fill`, `auto`, or pixels; `default` and anything else is undefined. */
export function widthOf(node: Node): string | undefined {
  const width = textAt(node, 'width')
  if (width === 'fill') return '100%'
  if (width === 'auto') return 'auto'
  return /^\d{1,3}px$/.test(width) ? width : undefined
}
