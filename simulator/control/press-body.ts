// The body of POST /sim/press: who presses what on which card.

import { z } from 'zod'

const actionSchema = z.strictObject({
  tag: z.string(),
  name: z.string().exactOptional(),
  value: z.unknown().exactOptional(),
  option: z.string().exactOptional(),
  options: z.array(z.string()).exactOptional(),
  checked: z.boolean().exactOptional(),
  input_value: z.string().exactOptional(),
  timezone: z.string().exactOptional(),
  form_value: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()])).exactOptional(),
})

export const pressSchema = z.strictObject({ as: z.string(), messageId: z.string(), action: actionSchema })
