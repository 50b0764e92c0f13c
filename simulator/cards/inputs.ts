// The schemas of components people press, type into or choose from.

import { z } from 'zod'
import { common, padding, sizeOf } from './fields.ts'
import { behaviors, confirm, icon, multiUrl, plainText, shortText, text } from './text.ts'

const anyValue = z.union([z.record(z.string(), z.unknown()), z.string()])

/** What every component of this file may have. */
const interactive = {
  ...common,
  name: z.string().optional(),
  disabled: z.boolean().optional(),
  confirm: confirm.optional(),
  behaviors: behaviors.optional(),
}

/** What can be filled in within a form. */
const field = {
  ...interactive,
  required: z.boolean().optional(),
  width: sizeOf(['default', 'fill'], 100, 999).optional(),
  value: anyValue.optional(),
}

const button = z.strictObject({
  tag: z.literal('button'),
  ...interactive,
  text: shortText.optional(),
  type: z
    .enum([
      'default',
      'primary',
      'danger',
      'text',
      'primary_text',
      'danger_text',
      'primary_filled',
      'danger_filled',
      'laser',
    ])
    .optional(),
  size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
  width: sizeOf(['default', 'fill'], 100, 999).optional(),
  icon: icon.optional(),
  hover_tips: plainText.optional(),
  disabled_tips: plainText.optional(),
  form_action_type: z.enum(['submit', 'reset']).optional(),
  required: z.boolean().optional(),
})

const input = z.strictObject({
  tag: z.literal('input'),
  ...field,
  input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
  label: plainText.optional(),
  label_position: z.enum(['top', 'left']).optional(),
  placeholder: shortText.optional(),
  default_value: z.string().optional(),
  max_length: z.int().min(1).max(1000).optional(),
  rows: z.int().min(1).optional(),
  auto_resize: z.boolean().optional(),
  max_rows: z.int().min(1).optional(),
  show_icon: z.boolean().optional(),
  disabled_tips: plainText.optional(),
})

const overflow = z.strictObject({
  tag: z.literal('overflow'),
  ...field,
  options: z
    .array(z.strictObject({ text: shortText, value: z.string().optional(), multi_url: multiUrl.optional() }))
    .min(1),
})

const choices = z
  .array(z.strictObject({ text: shortText, value: z.string().min(1), icon: icon.optional() }))
  .min(1)
const select = {
  ...field,
  placeholder: shortText.optional(),
  type: z.enum(['default', 'text']).optional(),
}

const selectStatic = z.strictObject({
  tag: z.literal('select_static'),
  ...select,
  options: choices,
  initial_option: z.string().optional(),
  initial_index: z.int().min(0).optional(),
})

const multiSelectStatic = z.strictObject({
  tag: z.literal('multi_select_static'),
  ...select,
  options: choices,
  selected_values: z.array(z.string()).optional(),
})

const people = z.array(z.strictObject({ value: z.string().min(1) }))

const selectPerson = z.strictObject({
  tag: z.literal('select_person'),
  ...select,
  options: people.optional(),
  initial_option: z.string().optional(),
})

const multiSelectPerson = z.strictObject({
  tag: z.literal('multi_select_person'),
  ...select,
  options: people.optional(),
  selected_values: z.array(z.string()).optional(),
})

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be yyyy-MM-dd')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:mm')
const dateTime = z.string().regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/, 'must be yyyy-MM-dd HH:mm')
const picker = { ...field, placeholder: shortText.optional() }

const selectImg = z.strictObject({
  tag: z.literal('select_img'),
  ...field,
  options: z
    .array(
      z.strictObject({
        img_key: z.string().min(1),
        value: z.string().min(1),
        disabled: z.boolean().optional(),
        disabled_tips: plainText.optional(),
        hover_tips: plainText.optional(),
      }),
    )
    .min(1),
  layout: z.enum(['stretch', 'bisect', 'trisect']).optional(),
  aspect_ratio: z.enum(['16:9', '1:1', '4:3']).optional(),
  multi_select: z.boolean().optional(),
  can_preview: z.boolean().optional(),
})

const checker = z.strictObject({
  tag: z.literal('checker'),
  ...interactive,
  text: text.optional(),
  checked: z.boolean().optional(),
  overall_checkable: z.boolean().optional(),
  checked_style: z
    .strictObject({
      show_strikethrough: z.boolean().optional(),
      opacity: z.number().min(0).max(1).optional(),
    })
    .optional(),
  button_area: z
    .strictObject({
      pc_display_rule: z.enum(['always', 'on_hover']).optional(),
      buttons: z.array(button).max(3),
    })
    .optional(),
  padding: padding.optional(),
  hover_tips: plainText.optional(),
  disabled_tips: plainText.optional(),
})

export const inputs = {
  button,
  input,
  overflow,
  select_static: selectStatic,
  multi_select_static: multiSelectStatic,
  select_person: selectPerson,
  multi_select_person: multiSelectPerson,
  date_picker: z.strictObject({ tag: z.literal('date_picker'), ...picker, initial_date: date.optional() }),
  picker_time: z.strictObject({ tag: z.literal('picker_time'), ...picker, initial_time: time.optional() }),
  picker_datetime: z.strictObject({
    tag: z.literal('picker_datetime'),
    ...picker,
    initial_datetime: dateTime.optional(),
  }),
  select_img: selectImg,
  checker,
}
