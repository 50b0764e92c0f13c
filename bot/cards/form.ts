/**
 * Forms: fields, one submit button, an optional reset, and the list of what was wrong when the form is shown again.
 * On a mistake the same form is drawn anew with the typed values as `initial` and the sentences in `problems`.
 */
import { type Act, buttonLook, callback } from './actions.ts'
import { column, columnSet } from './blocks.ts'
import { type BodyOnly, element, type FormElement, type Json, json } from './elements.ts'
import type { Field } from './field.ts'
import { colour, join, markdownOf, md, tag } from './md.ts'

/**
 * A form. The press of the submit button brings `act` and the values by field name. `reset` puts the initial values
 * back. A way out (cancel) stands outside the form.
 */
export function form(props: {
  readonly name: string
  readonly elements: readonly (Field | FormElement)[]
  readonly submit: { readonly text: string; readonly act: Act }
  readonly reset?: { readonly text: string }
  readonly problems?: readonly string[]
}): BodyOnly {
  return element({
    tag: 'form',
    name: props.name,
    direction: 'vertical',
    vertical_spacing: '8px',
    elements: [
      ...problemLines(props.problems ?? []),
      ...props.elements.flatMap((item) => ('drawn' in item ? item.drawn : [json(item)])),
      buttons(props.name, props.submit, props.reset),
    ],
  })
}

function problemLines(problems: readonly string[]): readonly Json[] {
  if (problems.length === 0) return []
  const lines = problems.map((problem) => colour('red', md`• ${problem}`))
  return [{ tag: 'markdown', content: markdownOf(join([tag('red', '请修改'), ...lines])) }]
}

function buttons(
  name: string,
  submit: { text: string; act: Act },
  reset: { text: string } | undefined,
): Json {
  const send: Json = {
    ...buttonLook(submit.text, 'primary'),
    name: `${name}_submit`,
    width: 'fill',
    form_action_type: 'submit',
    behaviors: callback(submit.act),
  }
  if (reset === undefined) return send
  const back: Json = {
    ...buttonLook(reset.text, 'default'),
    name: `${name}_reset`,
    width: 'fill',
    form_action_type: 'reset',
  }
  return json(columnSet([column(2, [send], {}), column(1, [back], {})]))
}
