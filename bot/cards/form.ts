/**
 * Forms: fields, one submit button, an optional reset, and the list of what was wrong when the form is shown again.
 * On a mistake the same form is drawn anew with the typed values as `initial` and the sentences in `problems`.
 */
import { type Act, buttonLook, callback } from './actions.ts'
import { column, columnSet, folded } from './blocks.ts'
import { type BodyOnly, element, type FormElement, type Json, json } from './elements.ts'
import type { Field } from './field.ts'
import { colour, join, type Md, markdownOf, md, tag } from './md.ts'

/**
 * A form. The press of the submit button brings `act` and the values by field name, those in the folded part `more`
 * too. `reset` puts the initial values back. A way out (cancel) stands outside the form.
 */
export function form(props: {
  readonly name: string
  readonly elements: readonly (Field | FormElement)[]
  readonly more?: {
    readonly title: Md
    readonly elements: readonly Field[]
    readonly show: 'folded' | 'open'
  }
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
      ...moreFields(props.more),
      buttons(props.name, props.submit, props.reset),
    ],
  })
}

function moreFields(more: Parameters<typeof form>[0]['more']): readonly Json[] {
  if (more === undefined || more.elements.length === 0) return []
  return [
    folded(
      more.title,
      more.elements.flatMap((field) => field.drawn),
      more.show === 'open',
    ),
  ]
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
