// The organisation: who stands below whom. Reads only; units are made by import and demo.
import type { Tx } from './database.ts'
import { inChunks } from './lists.ts'

export type UnitKind = 'city' | 'county' | 'zone' | 'township' | 'village' | 'department' | 'enterprise'

export type Unit = {
  id: string
  name: string
  kind: UnitKind
  parentId: string | null
  /** ids from the root, each between slashes; a unit is below another when its path begins with the other's */
  path: string
  countyId: string | null
  sectors: readonly string[]
  keySector: boolean
  safetyDuty: boolean
  emergencyBureau: boolean
  townshipClass: string | null
}

export type Units = {
  /** The city at the top of the tree. */
  root(): Promise<Unit | undefined>
  byId(id: string): Promise<Unit | undefined>
  byName(name: string): Promise<Unit | undefined>
  byIds(ids: readonly string[]): Promise<Unit[]>
  /** The unit and everything below it, in the order of their codes. */
  tree(rootId: string, kinds?: readonly UnitKind[]): Promise<Unit[]>
  /** Directly below, in the order of their codes. */
  children(id: string, kinds?: readonly UnitKind[]): Promise<Unit[]>
  /** From the unit up to the root, the unit first. */
  upwards(id: string): Promise<Unit[]>
  /** The department below `placeId` or above it that regulates the sector, nearest first; undefined when none. */
  regulator(placeId: string, sector: string): Promise<Unit | undefined>
}

export function units(tx: Tx): Units {
  // Units do not change under a report, and one piece of work asks for the same few again and again.
  const known = new Map<string, Unit>()
  const read = async (where: object): Promise<Unit[]> => {
    const rows = await tx.unit.findMany({ where: { activeTo: null, ...where }, orderBy: { code: 'asc' } })
    const found = rows.map(toUnit)
    for (const unit of found) known.set(unit.id, unit)
    return found
  }
  const ofKinds = (kinds?: readonly UnitKind[]) => (kinds === undefined ? {} : { kind: { in: [...kinds] } })
  const byId = async (id: string) => known.get(id) ?? (await read({ id }))[0]
  const upwards = async (id: string) => {
    const unit = await byId(id)
    if (unit === undefined) return []
    const ids = unit.path.split('/').filter(Boolean)
    return (await read({ id: { in: ids } })).sort((a, b) => b.path.length - a.path.length)
  }
  return {
    root: async () => (await read({ parentId: null }))[0],
    byId,
    byName: async (name) => (await read({ name }))[0],
    byIds: (ids) => inChunks(ids, (part) => read({ id: { in: part } })),
    async tree(rootId, kinds) {
      const root = await byId(rootId)
      return root === undefined ? [] : read({ path: { startsWith: root.path }, ...ofKinds(kinds) })
    },
    children: (id, kinds) => read({ parentId: id, ...ofKinds(kinds) }),
    upwards,
    async regulator(placeId, sector) {
      for (const place of await upwards(placeId)) {
        const departments = await read({ parentId: place.id, kind: 'department' })
        const found =
          departments.find((department) => department.sectors.includes(sector)) ??
          departments.find((department) => department.emergencyBureau)
        if (found !== undefined) return found
      }
      return undefined
    },
  }
}

function toUnit(row: Omit<Unit, 'kind' | 'sectors'> & { kind: string; sectors: string }): Unit {
  return { ...row, kind: row.kind as UnitKind, sectors: JSON.parse(row.sectors) as string[] }
}
