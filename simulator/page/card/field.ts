// One control's value, wherever it stands: in a form the form keeps it, outside it is the control's own.
// Card-only.

import { useState } from 'preact/hooks'
import { type FieldValue, useForm } from './context.ts'
import { initialValue } from './fields.ts'
import { type Node, textAt } from './json.ts'

export type Field = {
  value: FieldValue
  change: (value: FieldValue) => void
  /** what is wrong with it, or '' */
  wrong: string
  inForm: boolean
}

export function useField(node: Node): Field {
  const form = useForm()
  const name = textAt(node, 'name')
  const [alone, setAlone] = useState(() => initialValue(node))
  if (form === null || name === '') return { value: alone, change: setAlone, wrong: '', inForm: false }
  return {
    value: form.values[name] ?? initialValue(node),
    change: (value) => form.change(name, value),
    wrong: form.wrong[name] ?? '',
    inForm: true,
  }
}
