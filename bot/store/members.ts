// Who of the chat is who of the organisation, and which group belongs to which unit.
import type { Tx } from './database.ts'

export type Role = 'reporter' | 'handler' | 'leader' | 'admin'
export type Bound = {
  openId: string
  unitId: string
  unitName: string
  unitKind: string
  role: Role
  name: string | undefined
  personId: string | null
}

export type Members = {
  of(openId: string): Promise<Bound[]>
  /** Holders of a role at exactly this unit, oldest binding first. */
  holders(unitId: string, role: Role): Promise<Bound[]>
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
  invite(invitation: {
    codeHash: string
    unitId: string
    role: Role
    name: string | undefined
    expiresAt: number
    createdBy: string
  }): Promise<void>
  /** Uses up an invitation, once; undefined when there is none, it is used or too old. */
  redeem(codeHash: string): Promise<{ unitId: string; role: Role; name: string | undefined } | undefined>
  group(
    chatId: string,
  ): Promise<
    | { chatId: string; name: string; unitId: string | null; topics: readonly string[]; status: string }
    | undefined
  >
  setGroup(group: {
    chatId: string
    name?: string
    unitId?: string
    topics?: readonly string[]
    status: 'asked' | 'bound' | 'left'
    addedBy?: string
  }): Promise<void>
  /** Groups of the units that take the topic. */
  groupsOf(unitIds: readonly string[], topic: string): Promise<{ chatId: string; unitId: string }[]>
}

type Row = { openId: string; unitId: string; role: string; name: string | null; personId: string | null }

export function members(tx: Tx, env: { now: number }): Members {
  return { ...bindings(tx, env), ...invitations(tx, env), ...groups(tx, env) }
}

function bindings(tx: Tx, env: { now: number }): Pick<Members, 'of' | 'holders' | 'all' | 'bind' | 'unbind'> {
  const withUnits = async (rows: Row[]): Promise<Bound[]> => {
    const found = await tx.unit.findMany({ where: { id: { in: rows.map((row) => row.unitId) } } })
    const byId = new Map(found.map((unit) => [unit.id, unit]))
    return rows.flatMap((row) => {
      const unit = byId.get(row.unitId)
      if (unit === undefined) return []
      return [
        {
          ...row,
          role: row.role as Role,
          name: row.name ?? undefined,
          unitName: unit.name,
          unitKind: unit.kind,
        },
      ]
    })
  }
  return {
    of: async (openId) =>
      withUnits(await tx.binding.findMany({ where: { openId, endedAt: null }, orderBy: { id: 'asc' } })),
    holders: async (unitId, role) =>
      withUnits(
        await tx.binding.findMany({ where: { unitId, role, endedAt: null }, orderBy: { id: 'asc' } }),
      ),
    all: async (role) =>
      withUnits(await tx.binding.findMany({ where: { role, endedAt: null }, orderBy: { id: 'asc' } })),
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

function invitations(tx: Tx, env: { now: number }): Pick<Members, 'invite' | 'redeem'> {
  return {
    async invite({ name, expiresAt, ...rest }) {
      const times = { expiresAt: new Date(expiresAt), createdAt: new Date(env.now) }
      await tx.invitation.create({ data: { ...rest, ...times, name: name ?? null } })
    },
    async redeem(codeHash) {
      const at = new Date(env.now)
      const used = await tx.invitation.updateMany({
        where: { codeHash, usedAt: null, expiresAt: { gt: at } },
        data: { usedAt: at },
      })
      if (used.count === 0) return undefined
      const row = await tx.invitation.findUniqueOrThrow({ where: { codeHash } })
      return { unitId: row.unitId, role: row.role as Role, name: row.name ?? undefined }
    },
  }
}

function groups(tx: Tx, env: { now: number }): Pick<Members, 'group' | 'setGroup' | 'groupsOf'> {
  return {
    async group(chatId) {
      const row = await tx.group.findUnique({ where: { chatId } })
      return row === null ? undefined : { ...row, topics: JSON.parse(row.topics) as string[] }
    },
    async setGroup({ chatId, topics, ...to }) {
      const data = { ...to, ...(topics === undefined ? {} : { topics: JSON.stringify(topics) }) }
      const create = { name: '', ...data, chatId, createdAt: new Date(env.now) }
      await tx.group.upsert({ where: { chatId }, create, update: data })
    },
    async groupsOf(unitIds, topic) {
      const rows = await tx.group.findMany({
        where: { status: 'bound', unitId: { in: [...unitIds] } },
        orderBy: { chatId: 'asc' },
      })
      return rows.flatMap((row) =>
        row.unitId !== null && (JSON.parse(row.topics) as string[]).includes(topic)
          ? [{ chatId: row.chatId, unitId: row.unitId }]
          : [],
      )
    },
  }
}

/** Whether the person is bound to any unit. */
export async function isBound(tx: Tx, openId: string): Promise<boolean> {
  return (await tx.binding.count({ where: { openId, endedAt: null } })) > 0
}
