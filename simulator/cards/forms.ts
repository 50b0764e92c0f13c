// Rules of forms and of choices: names, submit buttons, options and what is chosen at first.

import { asList, asNode, type Node, pathText } from './node.ts'
import type { Placed } from './placing.ts'
import type { CardProblem } from './problem.ts'

const named = new Set([
  'button',
  'input',
  'overflow',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'select_img',
  'checker',
])

/** The first broken rule. The platform publishes no code for a repeated name: 11310, its code for odd elements. */
export function formProblem(placed: readonly Placed[]): CardProblem | undefined {
  const names = new Set<string>()
  for (const here of placed) {
    const problem = nameProblem(here, names) ?? submitProblem(here, placed) ?? choiceProblem(here)
    if (problem !== undefined) return problem
  }
  return undefined
}

function nameProblem(here: Placed, names: Set<string>): CardProblem | undefined {
  const name = here.node['name']
  const inForm = here.form !== undefined && named.has(here.tag)
  if (inForm && (typeof name !== 'string' || name === ''))
    return { code: 200530, path: pathText(here.path), message: 'the name of an element in a form is empty' }
  if (typeof name !== 'string' || name === '') return undefined
  if (names.has(name))
    return { code: 11310, path: pathText(here.path), message: 'element name is duplicate', value: name }
  names.add(name)
  return undefined
}

function submitProblem(here: Placed, placed: readonly Placed[]): CardProblem | undefined {
  if (here.tag === 'button' && here.node['form_action_type'] !== undefined && here.form === undefined)
    return {
      code: 11310,
      path: pathText(here.path),
      message: 'a submit or reset button stands outside a form',
    }
  if (here.tag !== 'form') return undefined
  const submits = placed.some(({ form, node }) => form === here.node && node['form_action_type'] === 'submit')
  if (submits) return undefined
  const message = 'there is no submit button in the form container, at least one'
  return { code: 300123, path: pathText(here.path), message }
}

function choiceProblem({ node, tag, path }: Placed): CardProblem | undefined {
  if (!Array.isArray(node['options'])) return undefined
  const values = asList(node['options']).map((option) => asNode(option)['value'])
  const given = values.filter((value) => value !== undefined)
  const place = pathText(path)
  if (new Set(given).size < given.length)
    return { code: 11310, path: place, message: 'option value is duplicate' }
  // a list of people may be empty: then the members of the chat are offered
  if (tag.endsWith('person') && values.length === 0) return undefined
  const stranger = chosen(node).find((value) => !values.includes(value))
  if (stranger !== undefined)
    return {
      code: 11310,
      path: place,
      message: 'the initial value is none of the options',
      value: String(stranger),
    }
  if (typeof node['initial_index'] === 'number' && node['initial_index'] > values.length)
    return { code: 11310, path: place, message: 'initial_index exceeds the options' }
  return undefined
}

function chosen(node: Node): unknown[] {
  const single = node['initial_option']
  return [...(single === undefined ? [] : [single]), ...asList(node['selected_values'])]
}
