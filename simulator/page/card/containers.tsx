// Containers without a state of their own: the set of columns and the box that can be pressed. Card-only.

import type { HTMLAttributes, TargetedMouseEvent } from 'preact'
import { update } from '../state/store.ts'
import { boxStyle, marginOf, type Style, spacingOf, widthOf } from './box.ts'
import { colourOf } from './colour.ts'
import { type ElementProps, marks, useCard } from './context.ts'
import { Elements } from './elements.tsx'
import { isTrue, type Node, nodeAt, nodesAt, numberAt, textAt, wordsAt } from './json.ts'
import { activate, linkAddress } from './press.ts'

export function ColumnSet(props: ElementProps) {
  const { node } = props
  const { own } = useCard()
  const mode = textAt(node, 'flex_mode') || 'none'
  const style: Style = {
    ...boxStyle({ ...node, direction: 'horizontal' }, own),
    ...marginOf(node),
    flexWrap: mode === 'flow' ? 'wrap' : 'nowrap',
    flexDirection: mode === 'stretch' ? '' : 'row',
    alignItems: 'stretch',
    gap: spacingOf(textAt(node, 'horizontal_spacing')) ?? '8px',
  }
  return (
    <div class={`column-set ${mode}`} style={style} {...marks(node)} {...linkOf(node)}>
      {nodesAt(node, 'columns').map((column, at) => (
        <Column key={textAt(column, 'element_id') || at} node={column} mode={mode} />
      ))}
    </div>
  )
}

function Column(props: { node: Node; mode: string }) {
  const { node } = props
  const { own } = useCard()
  const style: Style = { ...boxStyle(node, own), ...marginOf(node), ...share(node, props.mode) }
  return (
    <div class="column" style={style} {...marks(node)} {...linkOf(node)}>
      <Elements of={nodesAt(node, 'elements')} />
    </div>
  )
}

/** How much of the row a column takes; its width only counts with flex_mode none. */
function share(node: Node, mode: string): Style {
  if (mode === 'bisect' || mode === 'trisect') return { minWidth: '0' }
  const width = textAt(node, 'width')
  // Stacked or side by side: style/layout.css decides by the width there is.
  if (mode === 'stretch') return { '--weight': String(numberAt(node, 'weight') ?? 1) }
  if (mode === 'flow') return { flex: '0 1 auto', maxWidth: '100%' }
  if (width === 'weighted') return { flex: `${numberAt(node, 'weight') ?? 1} 1 0`, minWidth: '0' }
  const pixels = widthOf(node)
  return pixels?.endsWith('px')
    ? { flex: `0 1 ${pixels}`, minWidth: '0' }
    : { flex: '0 1 auto', minWidth: '0' }
}

/** Columns can only open a link, by `action.multi_url`. */
function linkOf(node: Node): HTMLAttributes<HTMLDivElement> {
  const url = linkAddress(nodeAt(nodeAt(node, 'action'), 'multi_url'))
  if (url === '') return {}
  return pressable(() => update({ dialog: { kind: 'link', url } }))
}

export function InteractiveContainer(props: ElementProps) {
  const { node } = props
  const card = useCard()
  const press = () => void activate(node, card, {}, 'behaviour')
  const live = nodesAt(node, 'behaviors').length > 0 || isTrue(node, 'disabled')
  const hover = wordsAt(node, 'hover_tips')
  return (
    <div
      class={live ? 'interactive-container live' : 'interactive-container'}
      style={containerStyle(node, boxStyle(node, card.own, { gap: '12px', padding: '4px 12px' }), card.own)}
      aria-disabled={isTrue(node, 'disabled')}
      {...(hover === '' ? {} : { title: hover })}
      {...marks(node)}
      {...(live ? pressable(press) : {})}
    >
      <Elements of={nodesAt(node, 'elements')} />
    </div>
  )
}

function containerStyle(node: Node, box: Style, own: Readonly<Record<string, string>>): Style {
  const height = textAt(node, 'height')
  const radius = textAt(node, 'corner_radius')
  const border = colourOf(textAt(node, 'border_color') || 'grey', own) ?? 'var(--grey-300)'
  const line = textAt(node, 'border_color') === '' ? 'var(--grey-300)' : border
  return {
    ...box,
    ...marginOf(node),
    ...(widthOf(node) === undefined ? {} : { width: widthOf(node) ?? 'auto' }),
    ...(/^\d{2,3}px$/.test(height) ? { height } : {}),
    ...(/^\d{1,3}(px|%)$/.test(radius) ? { borderRadius: radius } : {}),
    ...(isTrue(node, 'has_border') ? { border: `1px solid ${line}` } : {}),
  }
}

/** A box that acts as a button, unless something inside it was meant. */
function pressable(press: () => void): HTMLAttributes<HTMLDivElement> {
  return {
    role: 'button',
    tabIndex: 0,
    onClick: (event) => {
      if (!innerControl(event)) press()
    },
    onKeyDown: (event) => {
      if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      press()
    },
  }
}

function innerControl(event: TargetedMouseEvent<HTMLDivElement>): boolean {
  if (!(event.target instanceof Element)) return false
  const control = event.target.closest('button, a, input, textarea, summary, [role=button], [role=combobox]')
  return control !== null && control !== event.currentTarget
}
