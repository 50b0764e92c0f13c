// Long lists of ids in parts that every database takes, and rows by what they belong to. Imported by the store only.

const most = 500

/** The ids without repetitions, at most 500 in a part; no part of no ids. */
export function chunks<Id extends string | number>(ids: Iterable<Id>): Id[][] {
  const all = [...new Set(ids)]
  return Array.from({ length: Math.ceil(all.length / most) }, (_, part) =>
    all.slice(part * most, (part + 1) * most),
  )
}

/** The rows of all ids, read part by part. */
export async function inChunks<Id extends string | number, Row>(
  ids: Iterable<Id>,
  read: (part: Id[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const part of chunks(ids)) rows.push(...(await read(part)))
  return rows
}

/** The rows by their key, each group in the order of the rows. */
export function grouped<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}
