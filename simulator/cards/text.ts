// Texts, icons, confirm dialogs and behaviours: the small objects inside components.

import { z } from 'zod'

const i18n = z.record(z.string(), z.string()).optional()

const textRest = {
  content: z.string(),
  i18n_content: i18n,
  element_id: z.string().optional(),
  text_size: z.string().optional(),
  text_color: z.string().optional(),
  text_align: z.enum(['left', 'center', 'right']).optional(),
  lines: z.int().min(1).optional(),
}

/** plain_text or lark_md */
export const text = z.strictObject({ tag: z.enum(['plain_text', 'lark_md']), ...textRest })
export const plainText = z.strictObject({ tag: z.literal('plain_text'), ...textRest })
/** on buttons, options and as placeholder: at most 100 characters */
export const shortText = plainText.refine(
  ({ content }) => content.length <= 100,
  'must have at most 100 characters',
)
/** the title of a collapsible panel: no lark_md */
export const panelTitle = z.strictObject({ tag: z.enum(['plain_text', 'markdown']), ...textRest })

const standardIcon = {
  tag: z.literal('standard_icon'),
  token: z.string().min(1),
  color: z.string().optional(),
}
const customIcon = { tag: z.literal('custom_icon'), img_key: z.string().min(1) }

export const icon = z.discriminatedUnion('tag', [z.strictObject(standardIcon), z.strictObject(customIcon)])

const size = {
  size: z
    .string()
    .regex(/^\d+px \d+px$/)
    .optional(),
}
/** the icon of a collapsible panel may have a size */
export const sizedIcon = z.discriminatedUnion('tag', [
  z.strictObject({ ...standardIcon, ...size }),
  z.strictObject({ ...customIcon, ...size }),
])

/** a dialog before the action */
export const confirm = z.strictObject({ title: plainText, text: plainText })

const link = z.string().regex(/^$|^(https?|lark|applink):\/\//, 'must be a http or https link')
const requiredLink = z.string().regex(/^(https?|lark|applink):\/\//, 'must be a http or https link')

/** addresses for the kinds of clients; `url` serves all of them */
export const multiUrl = z
  .strictObject({
    url: link.optional(),
    pc_url: link.optional(),
    ios_url: link.optional(),
    android_url: link.optional(),
  })
  .refine(
    (urls) =>
      Boolean(urls.url) || (Boolean(urls.pc_url) && Boolean(urls.ios_url) && Boolean(urls.android_url)),
    'must have url, or all of pc_url, ios_url and android_url',
  )

const behavior = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('callback'),
    value: z.union([z.record(z.string(), z.unknown()), z.string()]),
  }),
  z.strictObject({
    type: z.literal('open_url'),
    default_url: requiredLink,
    pc_url: link.optional(),
    ios_url: link.optional(),
    android_url: link.optional(),
  }),
])

export const behaviors = z.array(behavior)
