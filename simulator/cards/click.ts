// For tests: turns "press the button that says 保存" into the action a client would send, with the form's initial
// values and what the person typed over them.

import type { PressAction } from '../page-api.ts'
import { asList, asNode, type Node } from './node.ts'
import type { Placed } from './placing.ts'
import { callbackValue, callsBack, componentsOf } from './pressable.ts'

export type FormValues = Record<string, string | string[] | boolean>

/**
 * The action of pressing the button or clickable box that shows `label`; dates in `typed` may leave out the
 * zone. `undefined` when nothing of that label calls back.
 */
export function clickOn(card: unknown, label: string, typed: FormValues): PressAction | undefined {
  const components = componentsOf(card)
  const pressed = components.find((here) => callsBack(here) && shows(here, label))
  if (pressed === undefined) return undefined
  const name = pressed.node['name']
  const value = callbackValue(pressed.node)
  const action: PressAction = {
    tag: pressed.tag,
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    ...(value === undefined ? {} : { value }),
  }
  if (pressed.node['form_action_type'] !== 'submit') return action
  const fields = components.filter(({ form, tag }) => form === pressed.form && tag in initial)
  const form = Object.fromEntries(fields.map((field) => [String(field.node['name']), entered(field, typed)]))
  const zoned = fields.some(({ tag }) => tag in zonedTags)
  return {
    ...action,
    ...(zoned ? { timezone: 'Asia/Shanghai' } : {}),
    form_value: { ...form, ...strangers(typed, form) },
  }
}

function shows({ node, tag }: Placed, label: string): boolean {
  if (tag === 'button') return asNode(node['text'])['content'] === label
  return tag === 'interactive_container' && JSON.stringify(node['elements']).includes(label)
}

const zonedTags = { date_picker: true, picker_time: true, picker_datetime: true }

const initial: Record<string, (node: Node) => string | string[] | boolean> = {
  input: (node) => text(node['default_value']),
  select_static: (node) => text(node['initial_option']) || byIndex(node),
  select_person: (node) => text(node['initial_option']),
  multi_select_static: (node) => asList(node['selected_values']).map(String),
  multi_select_person: (node) => asList(node['selected_values']).map(String),
  date_picker: (node) => zonedText(text(node['initial_date'])),
  picker_time: (node) => zonedText(text(node['initial_time'])),
  picker_datetime: (node) => zonedText(text(node['initial_datetime'])),
  select_img: (node) => (node['multi_select'] === true ? [] : ''),
  checker: (node) => node['checked'] === true,
}

function entered({ node, tag }: Placed, typed: FormValues): string | string[] | boolean {
  const given = typed[String(node['name'])]
  if (given === undefined) return initial[tag]?.(node) ?? ''
  return tag in zonedTags && typeof given === 'string' ? zonedText(given) : given
}

// values for fields the form does not have stay in, so that the press is refused instead of quietly changed
function strangers(typed: FormValues, form: FormValues): FormValues {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !(name in form)))
}

function byIndex(node: Node): string {
  const index = node['initial_index']
  const option = typeof index === 'number' ? asList(node['options'])[index - 1] : undefined
  return text(asNode(option)['value'])
}

function zonedText(moment: string): string {
  return moment === '' || /[+-]\d{4}$/.test(moment) ? moment : `${moment} +0800`
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
