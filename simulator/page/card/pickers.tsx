// Date, time and both, with the browser's own pickers: they work on a phone and by keyboard. What is sent
// carries the zone, `2026-07-20 18:30 +0800`. Card-only.

import { useState } from 'preact/hooks'
import { marginOf, widthOf } from './box.ts'
import { type ElementProps, marks, useCard } from './context.ts'
import { type Field, useField } from './field.ts'
import { initialValue, written } from './fields.ts'
import { Wrong } from './input.tsx'
import { isTrue, type Node, textAt, wordsAt } from './json.ts'
import { activate, DEVICE_ZONE } from './press.ts'

const KINDS: Readonly<Record<string, 'date' | 'time' | 'datetime-local'>> = {
  date_picker: 'date',
  picker_time: 'time',
  picker_datetime: 'datetime-local',
}

/** Without a last day browsers take years of six digits, and a day typed in one go goes wrong. */
const LAST = { date: '9999-12-31', time: undefined, 'datetime-local': '9999-12-31T23:59' } as const

export function Picker(props: ElementProps) {
  const { node } = props
  const card = useCard()
  const field = useField(node)
  const value = String(field.value)
  const kind = KINDS[textAt(node, 'tag')] ?? 'date'
  return (
    <div class="picker" style={{ ...marginOf(node), width: widthOf(node) ?? '' }} {...marks(node)}>
      <input
        type={kind}
        max={LAST[kind]}
        value={value.replace(' ', 'T')}
        disabled={isTrue(node, 'disabled') || card.locked}
        aria-label={props.label || wordsAt(node, 'placeholder') || '时间'}
        aria-invalid={field.wrong !== ''}
        aria-required={isTrue(node, 'required')}
        // The browser speaks of a time only when it is whole, so nothing half-typed is ever sent.
        onChange={(event) => field.change(event.currentTarget.value.replace('T', ' '))}
      />
      <span class={value === '' ? 'picker-words empty' : 'picker-words'} aria-hidden="true">
        {value || wordsAt(node, 'placeholder')}
      </span>
      {!field.inForm && <Done node={node} field={field} />}
      <Wrong sentence={field.wrong} />
    </div>
  )
}

/** Outside a form a choice is sent when it is confirmed: while it is typed, every digit makes another date. */
function Done(props: { node: Node; field: Field }) {
  const { node, field } = props
  const card = useCard()
  const [sent, setSent] = useState(() => initialValue(node))
  const send = async () => {
    const part = { option: String(written(node, field.value)), timezone: DEVICE_ZONE }
    if (await activate(node, card, part, 'nothing')) setSent(field.value)
  }
  if (field.value === sent || field.value === '') return null
  return (
    <button type="button" class="picker-done" onClick={() => void send()}>
      确定
    </button>
  )
}
