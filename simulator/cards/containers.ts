// The schemas of containers. Their children are checked one by one (placing.ts).

import { z } from 'zod'
import {
  common,
  cornerRadius,
  elements,
  horizontalAlign,
  layout,
  padding,
  sizeOf,
  spacing,
  verticalAlign,
} from './fields.ts'
import { behaviors, confirm, multiUrl, panelTitle, plainText, sizedIcon } from './text.ts'

const openLink = z.strictObject({ multi_url: multiUrl })

const columnSet = z.strictObject({
  tag: z.literal('column_set'),
  ...common,
  columns: elements.min(1),
  flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
  horizontal_spacing: spacing.optional(),
  horizontal_align: horizontalAlign.optional(),
  background_style: z.string().optional(),
  action: openLink.optional(),
})

const column = z.strictObject({
  tag: z.literal('column'),
  ...common,
  ...layout,
  width: sizeOf(['auto', 'weighted'], 16, 600).optional(),
  weight: z.int().min(1).max(5).optional(),
  background_style: z.string().optional(),
  action: openLink.optional(),
  elements: elements.optional(),
})

const form = z.strictObject({
  tag: z.literal('form'),
  ...common,
  ...layout,
  name: z.string().min(1),
  elements,
})

const interactiveContainer = z.strictObject({
  tag: z.literal('interactive_container'),
  ...common,
  ...layout,
  width: sizeOf(['fill', 'auto'], 16, 999).optional(),
  height: sizeOf(['auto'], 10, 999).optional(),
  background_style: z.string().optional(),
  has_border: z.boolean().optional(),
  border_color: z.string().optional(),
  corner_radius: cornerRadius.optional(),
  behaviors: behaviors.optional(),
  disabled: z.boolean().optional(),
  disabled_tips: plainText.optional(),
  hover_tips: plainText.optional(),
  confirm: confirm.optional(),
  elements,
})

const panelHeader = z.strictObject({
  title: panelTitle,
  background_color: z.string().optional(),
  width: sizeOf(['fill', 'auto', 'auto_when_fold'], 16, 999).optional(),
  vertical_align: verticalAlign.optional(),
  padding: padding.optional(),
  position: z.enum(['top', 'bottom']).optional(),
  icon: sizedIcon.optional(),
  icon_position: z.enum(['left', 'right', 'follow_text']).optional(),
  icon_expanded_angle: z.union([z.literal(-180), z.literal(-90), z.literal(90), z.literal(180)]).optional(),
})

const collapsiblePanel = z.strictObject({
  tag: z.literal('collapsible_panel'),
  ...common,
  ...layout,
  expanded: z.boolean().optional(),
  background_color: z.string().optional(),
  border: z.strictObject({ color: z.string().optional(), corner_radius: cornerRadius.optional() }).optional(),
  header: panelHeader,
  elements,
})

export const containers = {
  column_set: columnSet,
  column,
  form,
  interactive_container: interactiveContainer,
  collapsible_panel: collapsiblePanel,
}
