// What can be pressed on a card, and whether a press is one the client could have sent: a component that is
// there, not disabled, with its own value and with form values of the documented shapes.

import { isDeepStrictEqual } from 'node:util'
import type { PressAction } from '../page-api.ts'
import { asList, asNode, type Node } from './node.ts'
import { type Placed, placeElements } from './placing.ts'

const zone = '[+-]\\d{4}'
const shapes: Record<string, RegExp> = {
  date_picker: new RegExp(`^\\d{4}-\\d{2}-\\d{2} ${zone}$`),
  picker_time: new RegExp(`^\\d{2}:\\d{2} ${zone}$`),
  picker_datetime: new RegExp(`^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} ${zone}$`),
}

/** Elements of a card that was accepted, those in the button area of a checker included. */
export function componentsOf(card: unknown): Placed[] {
  const placement = placeElements(asNode(card))
  if ('problem' in placement) return []
  return placement.placed.flatMap((here) => {
    const buttons = asList(asNode(here.node['button_area'])['buttons']).map(asNode)
    return [here, ...buttons.map((node) => ({ ...here, node, tag: 'button' }))]
  })
}

/** The value a press of this component carries, from its callback; `undefined` when it has none. */
export function callbackValue(node: Node): unknown {
  const callback = asList(node['behaviors'])
    .map(asNode)
    .find((behavior) => behavior['type'] === 'callback')
  return callback?.['value'] ?? node['value']
}

/** Whether pressing this component tells the bot anything. */
export function callsBack({ node, tag }: Placed): boolean {
  if (node['disabled'] === true) return false
  if (tag === 'button') return node['form_action_type'] === 'submit' || callbackValue(node) !== undefined
  if (tag === 'interactive_container' || tag === 'checker') return callbackValue(node) !== undefined
  return tag in selfCalling
}

const selfCalling = {
  input: true,
  overflow: true,
  select_static: true,
  select_person: true,
  date_picker: true,
  picker_time: true,
  picker_datetime: true,
  select_img: true,
}

/** Why no client could have sent this press from this card, in one sentence; `undefined` when it could. */
export function pressProblem(card: unknown, action: PressAction): string | undefined {
  const components = componentsOf(card)
  const pressed = components.find((here) => callsBack(here) && isPress(here, action))
  if (pressed === undefined)
    return `the card has no ${action.tag} ${action.name ?? ''} that calls back with this value`
  if (action.form_value !== undefined) return formProblem(components, pressed, action.form_value)
  return action.option === undefined ? undefined : valueProblem(pressed, action.option)
}

function isPress({ node, tag }: Placed, action: PressAction): boolean {
  if (tag !== action.tag) return false
  if (action.name !== undefined && node['name'] !== action.name) return false
  if ((action.form_value !== undefined) !== (node['form_action_type'] === 'submit')) return false
  const own = tag === 'button' || tag === 'interactive_container'
  return !own || isDeepStrictEqual(callbackValue(node), action.value)
}

function formProblem(
  components: readonly Placed[],
  submit: Placed,
  values: NonNullable<PressAction['form_value']>,
): string | undefined {
  for (const [name, value] of Object.entries(values)) {
    const field = components.find(({ form, node }) => form === submit.form && node['name'] === name)
    if (field === undefined) return `the form has no field ${name}`
    const problem = valueProblem(field, value)
    if (problem !== undefined) return problem
  }
  return undefined
}

function valueProblem({ node, tag }: Placed, value: string | string[] | boolean): string | undefined {
  const name = String(node['name'] ?? tag)
  const multiple = tag.startsWith('multi_') || node['multi_select'] === true
  if (multiple !== Array.isArray(value)) return `the value of ${name} must ${multiple ? '' : 'not '}be a list`
  if ((tag === 'checker') !== (typeof value === 'boolean')) return `the value of ${name} has the wrong type`
  const chosen = [value].flat().filter((one) => one !== '')
  const shape = shapes[tag]
  if (shape !== undefined) {
    const odd = chosen.find((one) => !shape.test(String(one)))
    return odd === undefined ? undefined : `the value of ${name} must look like 2026-02-01 09:30 +0800`
  }
  const options = asList(node['options']).map((option) => asNode(option)['value'])
  const stranger = options.length === 0 ? undefined : chosen.find((one) => !options.includes(one))
  return stranger === undefined ? undefined : `${String(stranger)} is not among the options of ${name}`
}
