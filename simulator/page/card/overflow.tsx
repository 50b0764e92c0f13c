// The "…" button with a menu of further actions. Card-only.

import { useEffect, useRef, useState } from 'preact/hooks'
import { closeBeside } from '../parts/close-beside.ts'
import { Icon } from '../parts/icon.tsx'
import { update } from '../state/store.ts'
import { marginOf } from './box.ts'
import { type ElementProps, marks, useCard } from './context.ts'
import { type Node, nodeAt, nodesAt, textAt, wordsAt } from './json.ts'
import { activate, linkAddress } from './press.ts'

export function Overflow(props: ElementProps) {
  const { node } = props
  const card = useCard()
  const around = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => (open ? closeBeside(around.current, () => setOpen(false)) : undefined), [open])
  const choose = (option: Node) => {
    setOpen(false)
    const url = linkAddress(nodeAt(option, 'multi_url'))
    if (url !== '') update({ dialog: { kind: 'link', url } })
    else void activate(node, card, { option: textAt(option, 'value') }, 'nothing')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu inside
    <div
      ref={around}
      class="overflow"
      style={marginOf(node)}
      {...marks(node)}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <button
        type="button"
        class="button default medium"
        aria-label="更多"
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={card.locked}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(!open)
        }}
      >
        <Icon name="more" size={16} />
      </button>
      {open && (
        <div class="menu" role="menu">
          {nodesAt(node, 'options').map((option, at) => (
            <button
              key={textAt(option, 'value') || at}
              type="button"
              role="menuitem"
              onClick={(event) => {
                event.stopPropagation()
                choose(option)
              }}
            >
              {wordsAt(option, 'text')}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
