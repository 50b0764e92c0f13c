// The tick with a text: a to-do that calls back, or a tick of the form. Card-only.

import { useId } from 'preact/hooks'
import { boxStyle, marginOf, type Style } from './box.ts'
import { Button } from './button.tsx'
import { type ElementProps, marks, useCard } from './context.ts'
import { useField } from './field.ts'
import { isTrue, type Node, nodeAt, nodesAt, numberAt } from './json.ts'
import { activate } from './press.ts'
import { Words } from './words.tsx'

export function Checker(props: ElementProps) {
  const { node } = props
  const id = useId()
  const card = useCard()
  const field = useField(node)
  const checked = field.value === true
  const tick = async () => {
    field.change(!checked)
    if (field.inForm) return
    if (!(await activate(node, card, { checked: !checked }, 'behaviour'))) field.change(checked)
  }
  const padding = boxStyle(node, card.own).padding ?? '0'
  return (
    <div class="checker" style={{ ...marginOf(node), padding }} {...marks(node)}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={isTrue(node, 'disabled') || card.locked}
        onChange={() => void tick()}
      />
      <label for={id} style={checked ? doneStyle(nodeAt(node, 'checked_style')) : {}}>
        <Words of={nodeAt(node, 'text')} />
      </label>
      <span class="checker-buttons">
        {nodesAt(nodeAt(node, 'button_area'), 'buttons').map((button, at) => (
          <Button key={at} node={{ tag: 'button', size: 'tiny', ...button }} />
        ))}
      </span>
    </div>
  )
}

function doneStyle(style: Node): Style {
  return {
    ...(isTrue(style, 'show_strikethrough') ? { textDecoration: 'line-through' } : {}),
    opacity: String(numberAt(style, 'opacity') ?? 1),
  }
}
