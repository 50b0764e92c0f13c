// The button, in and outside forms. Card-only.

import { useState } from 'preact/hooks'
import { marginOf, widthOf } from './box.ts'
import { type CardWorld, type ElementProps, type FormState, marks, useCard, useForm } from './context.ts'
import { LeadingIcon } from './display.tsx'
import { isTrue, type Node, nodeAt, textAt, wordsAt } from './json.ts'
import { activate, DEVICE_ZONE, type PressPart } from './press.ts'

export function Button(props: ElementProps) {
  const { node } = props
  const card = useCard()
  const form = useForm()
  const [waiting, setWaiting] = useState(false)
  const off = isTrue(node, 'disabled')
  const width = widthOf(node)
  const hover = wordsAt(node, 'hover_tips')
  const press = async () => {
    setWaiting(true)
    await pressed(node, card, form)
    setWaiting(false)
  }
  return (
    <button
      type="button"
      class={`button ${textAt(node, 'type') || 'default'} ${textAt(node, 'size') || 'medium'}`}
      style={{ ...marginOf(node), ...(width === undefined ? {} : { width }) }}
      aria-disabled={off || card.locked}
      aria-busy={waiting && card.locked}
      {...(hover === '' ? {} : { title: hover })}
      {...marks(node)}
      onClick={(event) => {
        event.stopPropagation()
        void press()
      }}
    >
      <LeadingIcon icon={nodeAt(node, 'icon')} own={card.own} />
      {wordsAt(node, 'text')}
    </button>
  )
}

async function pressed(node: Node, card: CardWorld, form: FormState | null): Promise<void> {
  const role = textAt(node, 'form_action_type')
  if (form === null || isTrue(node, 'disabled')) {
    await activate(node, card, {}, 'behaviour')
    return
  }
  if (role === 'reset') {
    form.reset()
    return
  }
  // Whether a button that does not submit carries the form's values is not published; vendor notes say it does.
  const values = role === 'submit' ? form.submitted() : form.present()
  if (values === undefined) return
  const zone = form.hasPicker ? { timezone: DEVICE_ZONE } : {}
  const part: PressPart = { form_value: values, ...zone }
  await activate(node, card, part, role === 'submit' ? 'nothing' : 'behaviour')
}
