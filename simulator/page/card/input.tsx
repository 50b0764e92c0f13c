// The text field: one line, several lines, or a password. Outside a form it is sent with Enter. Card-only.

import type { TargetedInputEvent } from 'preact'
import { useId, useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { marginOf, widthOf } from './box.ts'
import { type ElementProps, marks, useCard } from './context.ts'
import { type Field, useField } from './field.ts'
import { INPUT_LIMIT, initialValue } from './fields.ts'
import { isTrue, type Node, numberAt, textAt, wordsAt } from './json.ts'
import { activate } from './press.ts'

export function Input(props: ElementProps) {
  const { node } = props
  const id = useId()
  const field = useField(node)
  const label = wordsAt(node, 'label')
  const beside = textAt(node, 'label_position') === 'left' ? ' beside' : ''
  return (
    <div class={`input${beside}`} style={{ ...marginOf(node), width: widthOf(node) ?? '' }} {...marks(node)}>
      {label !== '' && <label for={id}>{label}</label>}
      <Box node={node} field={field} id={id} label={label === '' ? (props.label ?? '') : ''} />
      <Wrong sentence={field.wrong} />
    </div>
  )
}

function Box(props: { node: Node; field: Field; id: string; label: string }) {
  const { node, field, id } = props
  const card = useCard()
  const [sent, setSent] = useState(() => initialValue(node))
  const value = String(field.value)
  const limit = numberAt(node, 'max_length') ?? INPUT_LIMIT
  const many = textAt(node, 'input_type') === 'multiline_text'
  const send = async () => {
    if (field.inForm || value === sent) return
    if (await activate(node, card, { input_value: value }, 'nothing')) setSent(value)
  }
  const name = props.label || wordsAt(node, 'placeholder')
  const shared = {
    id,
    value,
    placeholder: wordsAt(node, 'placeholder'),
    disabled: isTrue(node, 'disabled') || card.locked,
    'aria-invalid': field.wrong !== '' || value.length > limit,
    'aria-required': isTrue(node, 'required'),
    ...(wordsAt(node, 'label') === '' && name !== '' ? { 'aria-label': name } : {}),
    onInput: (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      field.change(event.currentTarget.value),
  }
  return (
    <div class="input-box">
      {many ? (
        <textarea {...shared} rows={rowsOf(node, value)} />
      ) : (
        <input
          {...shared}
          {...(textAt(node, 'input_type') === 'password' ? { type: 'password' } : { type: 'text' })}
          onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && void send()}
        />
      )}
      {many && <Count length={value.length} limit={limit} />}
      {!field.inForm && value !== sent && (
        <button type="button" class="input-send" aria-label="提交" onClick={() => void send()}>
          <Icon name="check" size={16} />
        </button>
      )}
    </div>
  )
}

function Count(props: { length: number; limit: number }) {
  return (
    <span class={props.length > props.limit ? 'count over' : 'count'}>
      {props.length}/{props.limit}
    </span>
  )
}

/** The line below a field that says what is wrong with it. */
export function Wrong(props: { sentence: string }) {
  if (props.sentence === '') return null
  return (
    <span class="wrong" role="alert">
      {props.sentence}
    </span>
  )
}

function rowsOf(node: Node, value: string): number {
  const rows = numberAt(node, 'rows') ?? 5
  if (!isTrue(node, 'auto_resize')) return rows
  return Math.min(Math.max(rows, value.split('\n').length), numberAt(node, 'max_rows') ?? 12)
}
