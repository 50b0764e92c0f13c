// Date, time and both, with the browser's own pickers: they work on a phone and by keyboard. What is sent
// carries the zone, `2026-07-20 18:30 +0800`. Card-only.

import { marginOf, widthOf } from './box.ts'
import { type ElementProps, type FieldValue, marks, useCard } from './context.ts'
import { useField } from './field.ts'
import { fault, written } from './fields.ts'
import { Wrong } from './input.tsx'
import { isTrue, textAt, wordsAt } from './json.ts'
import { activate, DEVICE_ZONE } from './press.ts'

const KINDS: Readonly<Record<string, 'date' | 'time' | 'datetime-local'>> = {
  date_picker: 'date',
  picker_time: 'time',
  picker_datetime: 'datetime-local',
}

export function Picker(props: ElementProps) {
  const { node } = props
  const card = useCard()
  const field = useField(node)
  const tag = textAt(node, 'tag')
  const choose = async (value: FieldValue) => {
    const before = field.value
    field.change(value)
    if (field.inForm || fault(node, value) !== '') return
    const part = { option: String(written(node, value)), timezone: DEVICE_ZONE }
    if (!(await activate(node, card, part, 'nothing'))) field.change(before)
  }
  const value = String(field.value)
  return (
    <div class="picker" style={{ ...marginOf(node), width: widthOf(node) ?? '' }} {...marks(node)}>
      <input
        type={KINDS[tag] ?? 'date'}
        value={value.replace(' ', 'T')}
        disabled={isTrue(node, 'disabled') || card.locked}
        aria-label={props.label || wordsAt(node, 'placeholder') || '时间'}
        aria-invalid={field.wrong !== ''}
        aria-required={isTrue(node, 'required')}
        // The browser speaks of a time only when it is whole, so nothing half-typed is ever sent.
        onChange={(event) => void choose(event.currentTarget.value.replace('T', ' '))}
      />
      <span class={value === '' ? 'picker-words empty' : 'picker-words'} aria-hidden="true">
        {value || wordsAt(node, 'placeholder')}
      </span>
      <Wrong sentence={field.wrong} />
    </div>
  )
}
