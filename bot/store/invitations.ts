// One-time codes that make somebody a member: kept as hashes, so that who reads the file learns none of them.
// Part of members.ts.
import { createHash } from 'node:crypto'
import type { Tx } from './database.ts'

/** What a person may do at a unit and everywhere below it. */
export type Role = 'reporter' | 'handler' | 'leader' | 'admin'

export type Invitations = {
  /** `code` is what the person will type; only its hash is kept. The first administrator's claim code is one too. */
  invite(invitation: {
    code: string
    unitId: string
    role: Role
    name: string | undefined
    expiresAt: number
    createdBy: string
  }): Promise<void>
  /** Uses up an invitation, once; undefined when there is none, it is used or too old. Case and spaces are forgiven. */
  redeem(code: string): Promise<{ unitId: string; role: Role; name: string | undefined } | undefined>
}

export function invitations(tx: Tx, env: { now: number }): Invitations {
  return {
    async invite({ code, name, expiresAt, ...rest }) {
      const times = { expiresAt: new Date(expiresAt), createdAt: new Date(env.now) }
      await tx.invitation.create({
        data: { ...rest, ...times, codeHash: hashOf(code), name: name ?? null },
      })
    },
    async redeem(code) {
      const at = new Date(env.now)
      const codeHash = hashOf(code)
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

/** A fast hash is enough: a code has at least 40 random bits and a week to live. */
function hashOf(code: string): string {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(plain).digest('hex')
}

/** Makes the unused invitations of one maker worthless. */
export async function withdrawInvitations(tx: Tx, createdBy: string): Promise<void> {
  await tx.invitation.deleteMany({ where: { createdBy, usedAt: null } })
}
