// Who of the chat is who of the organisation, and which group belongs to which unit.
import type { Tx } from './database.ts'
import { type Groups, groups } from './groups.ts'
import { type Invitations, invitations, type Role } from './invitations.ts'
import { inChunks } from './lists.ts'

export type Bound = {
  /** of the binding */
  id: number
  openId: string
  unitId: string
  unitName: string
  unitKind: string
  role: Role
  name: string | undefined
  personId: string | null
}

type Bindings = {
  of(openId: string): Promise<Bound[]>
  /** One binding that still holds. */
  binding(id: number): Promise<Bound | undefined>
  /** Holders of a role at exactly this unit, oldest binding first. */
  holders(unitId: string, role: Role): Promise<Bound[]>
  /** Everybody bound to exactly this unit, whatever the role. */
  atUnit(unitId: string): Promise<Bound[]>
  /** Everybody bound under this name, wherever. */
  named(name: string): Promise<Bound[]>
  /** Everybody with the role, wherever. */
  all(role: Role): Promise<Bound[]>
  bind(binding: {
    openId: string
    unitId: string
    role: Role
    name?: string | undefined
    personId?: string | undefined
    createdBy: string
  }): Promise<void>
  unbind(openId: string, unitId: string, role: Role): Promise<boolean>
}

export type Members = Bindings & Invitations & Groups

type Row = {
  id: number
  openId: string
  unitId: string
  role: string
  name: string | null
  personId: string | null
}

export function members(tx: Tx, env: { now: number }): Members {
  return { ...readings(tx), ...changes(tx, env), ...invitations(tx, env), ...groups(tx, env) }
}

function readings(tx: Tx): Omit<Bindings, 'bind' | 'unbind'> {
  const where = async (rows: object) =>
    withUnits(tx, await tx.binding.findMany({ where: { ...rows, endedAt: null }, orderBy: { id: 'asc' } }))
  return {
    of: (openId) => where({ openId }),
    binding: async (id) => (await where({ id }))[0],
    holders: (unitId, role) => where({ unitId, role }),
    atUnit: (unitId) => where({ unitId }),
    named: (name) => where({ name }),
    all: (role) => where({ role }),
  }
}

async function withUnits(tx: Tx, rows: Row[]): Promise<Bound[]> {
  const ids = rows.map((row) => row.unitId)
  const select = { id: true, name: true, kind: true }
  const found = await inChunks(ids, (part) => tx.unit.findMany({ where: { id: { in: part } }, select }))
  const byId = new Map(found.map((unit) => [unit.id, unit]))
  return rows.flatMap((row) => {
    const unit = byId.get(row.unitId)
    if (unit === undefined) return []
    const { name, kind } = unit
    return [{ ...row, role: row.role as Role, name: row.name ?? undefined, unitName: name, unitKind: kind }]
  })
}

function changes(tx: Tx, env: { now: number }): Pick<Bindings, 'bind' | 'unbind'> {
  return {
    async bind({ openId, unitId, role, name, personId, createdBy }) {
      const data = {
        name: name ?? null,
        personId: personId ?? null,
        createdBy,
        createdAt: new Date(env.now),
        endedAt: null,
      }
      const key = { openId, unitId, role }
      await tx.binding.upsert({
        where: { openId_unitId_role: key },
        create: { ...key, ...data },
        update: data,
      })
    },
    async unbind(openId, unitId, role) {
      const done = await tx.binding.updateMany({
        where: { openId, unitId, role, endedAt: null },
        data: { endedAt: new Date(env.now) },
      })
      return done.count > 0
    },
  }
}

/** Whether the person is bound to any unit. */
export async function isBound(tx: Tx, openId: string): Promise<boolean> {
  return (await tx.binding.count({ where: { openId, endedAt: null } })) > 0
}
