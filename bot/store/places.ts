// All units as the text understanding wants them: names and aliases.
import type { Place } from '../text/index.ts'
import type { Tx } from './database.ts'

export async function allPlaces(tx: Tx): Promise<Place[]> {
  const rows = await tx.unit.findMany({
    where: { activeTo: null },
    include: { aliases: true },
    orderBy: { code: 'asc' },
  })
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return rows.map((row) => {
    const county = row.countyId === null ? undefined : names.get(row.countyId)
    const place = {
      name: row.name,
      kind: row.kind as Place['kind'],
      aliases: row.aliases.map(({ alias }) => alias),
    }
    return county === undefined ? place : { ...place, county }
  })
}
