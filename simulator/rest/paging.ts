// The platform's paging: page_size and page_token in, has_more, page_token and items out.

import { z } from 'zod'

export const pageQuery = z.object({
  page_size: z.coerce.number().int().min(1).optional(),
  page_token: z.string().optional(),
})

export type Page<Item> = { has_more: boolean; page_token: string; items: Item[] }

/** `largest` is the API's biggest page, also used when the size is above it; 20 without a size. */
export function pageOf<Item>(
  all: readonly Item[],
  query: z.infer<typeof pageQuery>,
  largest: number,
): Page<Item> {
  const size = Math.min(query.page_size ?? 20, largest)
  const start = Number(query.page_token?.replace(/^page-/, '') ?? 0) || 0
  const end = start + size
  const more = end < all.length
  return { has_more: more, page_token: more ? `page-${end}` : '', items: all.slice(start, end) }
}
