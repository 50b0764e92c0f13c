// The panel that folds, on the client alone. Card-only.

import { useId, useState } from 'preact/hooks'
import { StandardIcon } from '../parts/icon.tsx'
import { backgroundOf, boxStyle, lengths, marginOf, type Style } from './box.ts'
import { colourOf, type OwnColours } from './colour.ts'
import { type ElementProps, marks, useCard } from './context.ts'
import { Elements } from './elements.tsx'
import { isNode, isTrue, type Node, nodeAt, nodesAt, numberAt, textAt } from './json.ts'
import { Html, Words } from './words.tsx'

export function CollapsiblePanel(props: ElementProps) {
  const { node } = props
  const { own } = useCard()
  const [open, setOpen] = useState(isTrue(node, 'expanded'))
  const id = useId()
  const header = nodeAt(node, 'header')
  return (
    <div class="panel" style={panelStyle(node, own)} {...marks(node)}>
      <button
        type="button"
        class={`panel-header ${textAt(header, 'icon_position') || 'right'}`}
        aria-expanded={open}
        aria-controls={id}
        style={headerStyle(header, own)}
        onClick={() => setOpen(!open)}
      >
        <Title of={nodeAt(header, 'title')} />
        <Arrow header={header} open={open} />
      </button>
      <div id={id} class="panel-body" hidden={!open} style={open ? boxStyle(node, own, { gap: '12px' }) : {}}>
        <Elements of={open ? nodesAt(node, 'elements') : []} />
      </div>
    </div>
  )
}

function Title(props: { of: Node }) {
  if (textAt(props.of, 'tag') !== 'markdown') return <Words of={props.of} as="panel-title" />
  return <Html class="panel-title" text={textAt(props.of, 'content')} dialect="lark_md" />
}

function Arrow(props: { header: Node; open: boolean }) {
  const icon = nodeAt(props.header, 'icon')
  const angle = numberAt(props.header, 'icon_expanded_angle') ?? 180
  const [size] = /^\d{1,2}(?=px)/.exec(textAt(icon, 'size')) ?? ['12']
  return (
    <span class="panel-arrow" style={props.open ? { transform: `rotate(${angle}deg)` } : {}}>
      <StandardIcon token={textAt(icon, 'token') || 'down_outlined'} size={Number(size)} />
    </span>
  )
}

function panelStyle(node: Node, own: OwnColours): Style {
  const border = nodeAt(node, 'border')
  const radius = textAt(border, 'corner_radius')
  const named = textAt(border, 'color')
  const line =
    named === '' || named === 'grey' ? 'var(--grey-300)' : (colourOf(named, own) ?? 'var(--grey-300)')
  return {
    ...marginOf(node),
    ...backgroundOf(textAt(node, 'background_color'), own),
    ...(isNode(node['border']) ? { border: `1px solid ${line}` } : {}),
    borderRadius: /^\d{1,3}px$/.test(radius) ? radius : '5px',
  }
}

function headerStyle(header: Node, own: OwnColours): Style {
  const padding = lengths(textAt(header, 'padding'), 'no negatives')
  return {
    ...backgroundOf(textAt(header, 'background_color'), own),
    ...(padding === undefined ? {} : { padding }),
  }
}
