// The components that only show text: markdown, div with its fields, and the rule. Card-only.

import { StandardIcon } from '../parts/icon.tsx'
import { marginOf, widthOf } from './box.ts'
import { colourOf, type OwnColours } from './colour.ts'
import { type ElementProps, marks, useCard } from './context.ts'
import { isNode, isTrue, type Node, nodeAt, nodesAt, textAt } from './json.ts'
import { textSize } from './text-size.ts'
import { Html, Words } from './words.tsx'

export function Markdown(props: ElementProps) {
  const { node } = props
  const { sizes, own } = useCard()
  const align = textAt(node, 'text_align')
  const style = {
    ...textSize(textAt(node, 'text_size'), sizes),
    ...(align === '' ? {} : { textAlign: align }),
  }
  return (
    <div class="markdown-row" style={marginOf(node)} {...marks(node)}>
      <LeadingIcon icon={nodeAt(node, 'icon')} own={own} />
      <Html class="markdown sized" text={textAt(node, 'content')} dialect="markdown" style={style} />
    </div>
  )
}

export function Div(props: ElementProps) {
  const { node } = props
  const { own } = useCard()
  const width = widthOf(node)
  const style = { ...marginOf(node), ...(width === undefined ? {} : { width }) }
  return (
    <div class="div" style={style} {...marks(node)}>
      {isNode(node['text']) && (
        <div class="markdown-row">
          <LeadingIcon icon={nodeAt(node, 'icon')} own={own} />
          <Words of={nodeAt(node, 'text')} as="block" />
        </div>
      )}
      {nodesAt(node, 'fields').length > 0 && (
        <div class="fields">
          {nodesAt(node, 'fields').map((field, at) => (
            <div key={at} class={isTrue(field, 'is_short') ? 'field short' : 'field'}>
              <Words of={nodeAt(field, 'text')} as="block" />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

export function Rule(props: ElementProps) {
  return <hr class="rule" style={marginOf(props.node)} {...marks(props.node)} />
}

/** The icon before a text, a button's words or a title; nothing when the card names none. */
export function LeadingIcon(props: { icon: Node; own: OwnColours; size?: number }) {
  const token = textAt(props.icon, 'token')
  if (token === '') return null
  const size = props.size === undefined ? {} : { size: props.size }
  return <StandardIcon token={token} colour={colourOf(textAt(props.icon, 'color'), props.own)} {...size} />
}
