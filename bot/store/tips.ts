// Hazard tips. Content and the sender's address are encrypted; nothing else in the table tells who or what.
import type { Vault } from '../vault.ts'
import type { Tx } from './database.ts'
import { defined } from './people.ts'

export type TipStatus = 'received' | 'accepted' | 'refused' | 'closed' | 'withdrawn'

export type TipContent = Record<string, unknown>

export type Tip = {
  id: number
  reportId: number
  number: string
  unitId: string | null
  handlerUnitId: string | null
  sector: string | null
  category: string
  level: string
  urgency: string
  content: TipContent
  /** open_id the steps are told to; undefined when none is kept */
  replyTo: string | undefined
  confidential: boolean
  status: TipStatus
  receivedAt: number
  decidedAt: number | null
  /** person reference */
  decidedBy: string | null
}

/** `note` says nothing of the content, `detail` may; it is kept encrypted. */
export type TipStep = { at: number; kind: string; note: string | null; detail: string | null }

export type Tips = {
  create(tip: {
    reportId: number
    number: string
    unitId: string | undefined
    handlerUnitId: string | undefined
    sector: string | undefined
    category: string
    level: string
    urgency: string
    content: TipContent
    replyTo: string | undefined
    confidential: boolean
  }): Promise<Tip>
  byId(id: number): Promise<Tip | undefined>
  byNumber(number: string): Promise<Tip | undefined>
  ofReport(reportId: number): Promise<Tip | undefined>
  change(id: number, to: Partial<Pick<Tip, 'unitId' | 'handlerUnitId' | 'sector' | 'content'>>): Promise<void>
  /** received → accepted or refused, once; false when somebody decided before. */
  decide(id: number, to: { status: 'accepted' | 'refused'; by: string; reason?: string }): Promise<boolean>
  /** The name of who accepted or refused; undefined when nobody did, or nobody who was ever bound. */
  decider(tip: Pick<Tip, 'decidedBy'>): Promise<string | undefined>
  end(id: number, status: 'closed' | 'withdrawn'): Promise<void>
  addStep(tipId: number, step: { actor: string; kind: string; note?: string; detail?: string }): Promise<void>
  steps(tipId: number): Promise<TipStep[]>
  /** Received, not decided, before `receivedBefore`; oldest first. */
  undecided(receivedBefore: number): Promise<Tip[]>
  /** Newest first, at most `limit`: what these units handle, or lies in them while nobody handles it. */
  handledBy(unitIds: readonly string[], limit: number): Promise<Tip[]>
}

export function tips(tx: Tx, env: { now: number; vault: Vault }): Tips {
  const { vault } = env
  const toTip = (row: NonNullable<Awaited<ReturnType<Tx['tip']['findUnique']>>>): Tip => ({
    ...row,
    content: JSON.parse(vault.open(row.content).toString()) as TipContent,
    replyTo: row.replyTo === null ? undefined : vault.open(row.replyTo).toString(),
    status: row.status as TipStatus,
    receivedAt: row.receivedAt.getTime(),
    decidedAt: row.decidedAt?.getTime() ?? null,
  })
  const one = async (where: { id: number } | { number: string } | { reportId: number }) => {
    const row = await tx.tip.findUnique({ where })
    return row === null ? undefined : toTip(row)
  }
  return {
    async create({ content, replyTo, ...tip }) {
      const at = new Date(env.now)
      const row = await tx.tip.create({
        data: {
          ...defined(tip),
          content: vault.seal(JSON.stringify(content)),
          replyTo: replyTo === undefined ? null : vault.seal(replyTo),
          status: 'received',
          receivedAt: at,
          // The receipt is written in the same transaction as the tip.
          receiptedAt: at,
        },
      })
      return toTip(row)
    },
    byId: (id) => one({ id }),
    byNumber: (number) => one({ number }),
    ofReport: (reportId) => one({ reportId }),
    async change(id, { content, ...to }) {
      const sealed = content === undefined ? {} : { content: vault.seal(JSON.stringify(content)) }
      await tx.tip.update({ where: { id }, data: { ...defined(to), ...sealed } })
    },
    async decide(id, { status, by, reason }) {
      const done = await tx.tip.updateMany({
        where: { id, status: 'received' },
        data: { status, decidedAt: new Date(env.now), decidedBy: by, refusedReason: reason ?? null },
      })
      return done.count === 1
    },
    async end(id, status) {
      await tx.tip.update({ where: { id }, data: { status, closedAt: new Date(env.now) } })
    },
    ...handling(tx, env),
    async handledBy(unitIds, limit) {
      const ids = { in: [...unitIds] }
      const where = { OR: [{ handlerUnitId: ids }, { handlerUnitId: null, unitId: ids }] }
      return (await tx.tip.findMany({ where, orderBy: { id: 'desc' }, take: limit })).map(toTip)
    },
    async undecided(receivedBefore) {
      const where = { status: 'received', receivedAt: { lt: new Date(receivedBefore) } }
      return (await tx.tip.findMany({ where, orderBy: { id: 'asc' }, take: 1000 })).map(toTip)
    },
  }
}

/** How a tip was handled, and by whom. */
function handling(
  tx: Tx,
  { now, vault }: { now: number; vault: Vault },
): Pick<Tips, 'addStep' | 'steps' | 'decider'> {
  return {
    async decider({ decidedBy }) {
      if (decidedBy === null) return undefined
      const named = await tx.binding.findMany({ select: { openId: true, name: true } })
      return (
        named.find(({ openId, name }) => name !== null && vault.ref(openId) === decidedBy)?.name ?? undefined
      )
    },
    async addStep(tipId, { detail, ...step }) {
      const sealed = detail === undefined ? {} : { detail: vault.seal(detail) }
      await tx.tipStep.create({ data: { tipId, at: new Date(now), ...defined(step), ...sealed } })
    },
    async steps(tipId) {
      const rows = await tx.tipStep.findMany({ where: { tipId }, orderBy: { id: 'asc' } })
      return rows.map(({ at, kind, note, detail }) => {
        return {
          at: at.getTime(),
          kind,
          note,
          detail: detail === null ? null : vault.open(detail).toString(),
        }
      })
    },
  }
}
