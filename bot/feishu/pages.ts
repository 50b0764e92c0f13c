// All pages of a list. Our own loop, because the SDK's iterators end quietly when a page fails. For the files of
// this folder that list.

type Page<T> = { items?: T[] | undefined; has_more?: boolean | undefined; page_token?: string | undefined }

/**
 * @param fetchPage gets the token of the next page, spread into the parameters of the call
 * @param mostPages a list that is longer is read no further
 */
export async function allPages<T>(
  mostPages: number,
  fetchPage: (next: { page_token?: string }) => Promise<{ data?: Page<T> | undefined }>,
): Promise<T[]> {
  const items: T[] = []
  let next: { page_token?: string } = {}
  for (let pages = 0; pages < mostPages; pages++) {
    const { data } = await fetchPage(next)
    items.push(...(data?.items ?? []))
    if (!data?.has_more || !data.page_token) break
    next = { page_token: data.page_token }
  }
  return items
}
