// The schema of the card's frame: root, config, header, body.

import { z } from 'zod'
import { isTagColour } from './colours.ts'
import { elements, layout, padding } from './fields.ts'
import { icon, multiUrl, plainText, text } from './text.ts'

const sizes = z.strictObject({
  default: z.string().optional(),
  pc: z.string().optional(),
  mobile: z.string().optional(),
})
const ownColour = z.strictObject({ light_mode: z.string().optional(), dark_mode: z.string().optional() })
const perClient = z.strictObject({
  default: z.number().optional(),
  pc: z.number().optional(),
  ios: z.number().optional(),
  android: z.number().optional(),
})

const config = z.strictObject({
  update_multi: z.boolean().optional(),
  enable_forward: z.boolean().optional(),
  enable_forward_interaction: z.boolean().optional(),
  width_mode: z.enum(['default', 'compact', 'fill']).optional(),
  summary: z.strictObject({ content: z.string() }).optional(),
  locales: z.array(z.string()).optional(),
  use_custom_translation: z.boolean().optional(),
  style: z
    .strictObject({
      text_size: z.record(z.string(), sizes).optional(),
      color: z.record(z.string(), ownColour).optional(),
    })
    .optional(),
  streaming_mode: z.boolean().optional(),
  streaming_config: z
    .strictObject({
      print_frequency_ms: perClient.optional(),
      print_step: perClient.optional(),
      print_strategy: z.enum(['fast', 'delay']).optional(),
    })
    .optional(),
})

const templates = [
  'blue',
  'wathet',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'default',
] as const

const headerTag = z.strictObject({
  tag: z.literal('text_tag'),
  element_id: z.string().optional(),
  text: plainText,
  color: z.string().refine(isTagColour, 'is not a colour of tags').optional(),
})

const header = z.strictObject({
  title: text,
  subtitle: text.optional(),
  template: z.enum(templates).optional(),
  text_tag_list: z.array(headerTag).optional(),
  i18n_text_tag_list: z.record(z.string(), z.array(headerTag)).optional(),
  icon: icon.optional(),
  padding: padding.optional(),
})

/** Everything but the elements themselves. */
export const root = z.strictObject({
  schema: z.literal('2.0'),
  config: config.optional(),
  card_link: multiUrl.optional(),
  header: header.optional(),
  body: z.strictObject({ ...layout, elements: elements.optional() }).optional(),
})
