// The schemas of components that only show something.

import { z } from 'zod'
import { common, cornerRadius, sizeOf } from './fields.ts'
import { icon, plainText, text } from './text.ts'

const markdown = z.strictObject({
  tag: z.literal('markdown'),
  ...common,
  content: z.string(),
  i18n_content: z.record(z.string(), z.string()).optional(),
  text_align: z.enum(['left', 'center', 'right']).optional(),
  text_size: z.string().optional(),
  icon: icon.optional(),
})

const div = z
  .strictObject({
    tag: z.literal('div'),
    ...common,
    text: text.optional(),
    icon: icon.optional(),
    width: sizeOf(['fill', 'auto'], 16, 999).optional(),
    fields: z.array(z.strictObject({ is_short: z.boolean().optional(), text })).optional(),
  })
  .refine((node) => node.text !== undefined || node.fields !== undefined, 'must have text or fields')

const hr = z.strictObject({ tag: z.literal('hr'), ...common })

const img = z.strictObject({
  tag: z.literal('img'),
  ...common,
  img_key: z.string().min(1),
  alt: plainText,
  title: text.optional(),
  corner_radius: cornerRadius.optional(),
  scale_type: z.enum(['crop_center', 'crop_top', 'fit_horizontal']).optional(),
  size: z
    .string()
    .regex(/^(large|medium|small|tiny|stretch|\d+px \d+px)$/)
    .optional(),
  transparent: z.boolean().optional(),
  preview: z.boolean().optional(),
  mode: z.string().optional(),
  custom_width: z.int().optional(),
  compact_width: z.boolean().optional(),
})

const imgCombination = z.strictObject({
  tag: z.literal('img_combination'),
  ...common,
  combination_mode: z.enum(['double', 'triple', 'bisect', 'trisect']),
  img_list: z.array(z.strictObject({ img_key: z.string().min(1) })).min(1),
  corner_radius: cornerRadius.optional(),
  combination_transparent: z.boolean().optional(),
})

const avatarSize = z.enum(['extra_small', 'small', 'medium', 'large'])

const person = z.strictObject({
  tag: z.literal('person'),
  ...common,
  user_id: z.string().min(1),
  size: avatarSize.optional(),
  show_avatar: z.boolean().optional(),
  show_name: z.boolean().optional(),
  style: z.enum(['normal', 'capsule']).optional(),
})

const personList = z.strictObject({
  tag: z.literal('person_list'),
  ...common,
  persons: z.array(z.strictObject({ id: z.string().min(1) })),
  show_name: z.boolean().optional(),
  show_avatar: z.boolean().optional(),
  size: avatarSize.optional(),
  lines: z.int().min(1).optional(),
  drop_invalid_user_id: z.boolean().optional(),
  icon: icon.optional(),
  ud_icon: z
    .strictObject({ token: z.string(), style: z.strictObject({ color: z.string() }).optional() })
    .optional(),
})

const chart = z.strictObject({
  tag: z.literal('chart'),
  ...common,
  chart_spec: z.record(z.string(), z.unknown()),
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
  height: sizeOf(['auto'], 1, 999).optional(),
  color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
  preview: z.boolean().optional(),
})

export const displays = {
  markdown,
  div,
  hr,
  img,
  img_combination: imgCombination,
  person,
  person_list: personList,
  chart,
}
