// The fields of a form as data: which there are, what they hold at first, what is missing, and how their
// values are written in `form_value`. Pure; card-only.

import type { FieldValue } from './context.ts'
import { isTrue, type Node, nodesAt, numberAt, textAt, textsAt } from './json.ts'

export const PICKERS = ['date_picker', 'picker_time', 'picker_datetime']
const MULTIPLE = ['multi_select_static', 'multi_select_person']
const FIELD_TAGS = [
  'input',
  'select_static',
  'select_person',
  'select_img',
  'checker',
  ...PICKERS,
  ...MULTIPLE,
]

/** Text that a person may type without the field saying otherwise. */
export const INPUT_LIMIT = 1000

/** The named fields below a form, through columns, boxes and panels. */
export function fieldsOf(form: Node): Node[] {
  const inside = [...nodesAt(form, 'elements'), ...nodesAt(form, 'columns')]
  return inside.flatMap((node) => {
    if (!FIELD_TAGS.includes(textAt(node, 'tag'))) return fieldsOf(node)
    return textAt(node, 'name') === '' ? [] : [node]
  })
}

/** What a field holds when the card is new. Pickers hold local text such as 2026-07-20 18:30. */
export function initialValue(node: Node): FieldValue {
  switch (textAt(node, 'tag')) {
    case 'input':
      return textAt(node, 'default_value')
    case 'checker':
      return isTrue(node, 'checked')
    case 'date_picker':
      return textAt(node, 'initial_date')
    case 'picker_time':
      return textAt(node, 'initial_time')
    case 'picker_datetime':
      return textAt(node, 'initial_datetime')
    case 'select_img':
      return isTrue(node, 'multi_select') ? [] : ''
    case 'multi_select_static':
    case 'multi_select_person':
      return textsAt(node, 'selected_values')
    default:
      return textAt(node, 'initial_option') || optionAt(node, numberAt(node, 'initial_index') ?? 0)
  }
}

/** What is wrong with a value before it is sent, as a sentence; '' when nothing is. */
export function fault(node: Node, value: FieldValue): string {
  const empty = typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0
  const many = MULTIPLE.includes(textAt(node, 'tag'))
  if (empty && isTrue(node, 'required', many ? 'else true' : 'else false')) return '这一项必填'
  const limit = numberAt(node, 'max_length') ?? INPUT_LIMIT
  const long = textAt(node, 'tag') === 'input' && typeof value === 'string' && value.length > limit
  return long ? `最多 ${limit} 字` : ''
}

/** A value as it stands in `form_value` or `option`: picked times carry the zone of the device. */
export function written(node: Node, value: FieldValue): FieldValue {
  if (typeof value !== 'string' || value === '') return value
  return PICKERS.includes(textAt(node, 'tag')) ? `${value} +0800` : value
}

/** `initial_index` counts from 1; 0 is none. */
function optionAt(node: Node, index: number): string {
  const option = nodesAt(node, 'options')[index - 1]
  return option === undefined ? '' : textAt(option, 'value')
}
