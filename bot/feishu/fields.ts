// Zod schemas of fields that many envelopes share. For inbound.ts and content.ts only.
import { z } from 'zod'

/** An id or key of the platform. Ids become parts of addresses, so nothing but these letters passes. */
export const idText = z.string().regex(/^[\w-]{1,200}$/)

/** The ids of a person; only the open_id is always there. */
export const openIds = z.object({ open_id: idText })

/**
 * A moment in ms since 1970. The platform writes seconds, milliseconds (messages) or microseconds (presses),
 * as text or number; told apart by length.
 */
export const moment = z.union([z.string().regex(/^\d{10,16}$/), z.int().positive()]).transform((value) => {
  const number = Number(value)
  if (number < 1e11) return number * 1000
  return number < 1e14 ? number : Math.floor(number / 1000)
})
