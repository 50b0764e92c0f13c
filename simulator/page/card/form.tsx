// The form: keeps what was typed until it is submitted, also when the person looks at another chat in
// between. A card that the bot replaced starts anew. Card-only.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { toast } from '../state/store.ts'
import { boxStyle, marginOf } from './box.ts'
import { type ElementProps, type FieldValue, FormContext, type FormState, marks, useCard } from './context.ts'
import { Elements } from './elements.tsx'
import { fault, fieldsOf, initialValue, PICKERS, written } from './fields.ts'
import { isTrue, type Node, nodesAt, textAt } from './json.ts'

type Values = Readonly<Record<string, FieldValue>>

/** person, message, its version and form → what they typed so far; lost with the page, as on a real device */
const drafts = new Map<string, Values>()

export function Form(props: ElementProps) {
  const { node } = props
  const card = useCard()
  const fields = useMemo(() => fieldsOf(node), [node])
  const form = useFormState(
    fields,
    `${card.viewer} ${card.messageId} ${card.version} ${textAt(node, 'name')}`,
  )
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // A long form hides what is wrong above its button.
    if (form.refusals > 0) element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [form.refusals])
  const style = { ...boxStyle(node, card.own, { gap: '12px' }), ...marginOf(node) }
  return (
    <FormContext.Provider value={form}>
      <form
        ref={element}
        class="form"
        aria-label={textAt(node, 'name')}
        style={style}
        // Enter in a field must not submit: only the card's own button does.
        onSubmit={(event) => event.preventDefault()}
        {...marks(node)}
      >
        <Elements of={nodesAt(node, 'elements')} />
      </form>
    </FormContext.Provider>
  )
}

/** `refusals`: how often it was to be submitted and could not. */
function useFormState(fields: readonly Node[], draft: string): FormState & { refusals: number } {
  const [values, setValues] = useState<Values>(() => drafts.get(draft) ?? initialValues(fields))
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const [refusals, setRefusals] = useState(0)
  const keep = (next: Values) => {
    drafts.set(draft, next)
    setValues(next)
  }
  const present = () => formValue(fields, values)
  return {
    values,
    wrong,
    refusals,
    present,
    hasPicker: fields.some((field) => PICKERS.includes(textAt(field, 'tag'))),
    change: (name, value) => {
      keep({ ...values, [name]: value })
      setWrong({ ...wrong, [name]: '' })
    },
    submitted: () => {
      const faults = faultsOf(fields, values)
      setWrong(faults)
      if (Object.keys(faults).length === 0) return present()
      setRefusals(refusals + 1)
      const missing = Object.values(faults).includes('这一项必填')
      toast('error', missing ? '有必填项未填写' : '有的内容太长，请缩短后再提交')
      return undefined
    },
    reset: () => {
      setWrong({})
      keep(initialValues(fields))
    },
  }
}

function initialValues(fields: readonly Node[]): Values {
  return Object.fromEntries(fields.map((field) => [textAt(field, 'name'), initialValue(field)]))
}

function faultsOf(fields: readonly Node[], values: Values): Record<string, string> {
  const found: Record<string, string> = {}
  for (const field of fields) {
    const name = textAt(field, 'name')
    const sentence = isTrue(field, 'disabled') ? '' : fault(field, values[name] ?? '')
    if (sentence !== '') found[name] = sentence
  }
  return found
}

function formValue(fields: readonly Node[], values: Values): Record<string, FieldValue> {
  return Object.fromEntries(
    fields.map((field) => {
      const name = textAt(field, 'name')
      return [name, written(field, values[name] ?? initialValue(field))]
    }),
  )
}
