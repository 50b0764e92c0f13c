// Reports by the cards that show them. Part of reports.ts.
import type { Tx } from './database.ts'
import type { Report, Reports } from './reports.ts'

/** Found by the cards that show them. */
export function byCards(
  tx: Tx,
  byId: (id: number) => Promise<Report | undefined>,
): Pick<Reports, 'byCardMessage' | 'shownLast'> {
  return {
    async byCardMessage(messageId) {
      const row = await tx.outgoing.findFirst({ where: { messageId, about: { not: null } } })
      const [of, number] = row?.about?.split(':') ?? []
      const tip = of === 'tip' ? await tx.tip.findUnique({ where: { id: Number(number) } }) : undefined
      const id = of === 'report' ? Number(number) : tip?.reportId
      return id === undefined ? undefined : byId(id)
    },
    async shownLast(openId) {
      const where = { lane: openId, target: JSON.stringify({ openId }) }
      const last = await tx.outgoing.findFirst({
        where: { ...where, about: { startsWith: 'report:' } },
        orderBy: { seq: 'desc' },
      })
      const id = Number(last?.about?.slice('report:'.length))
      const report = Number.isInteger(id) ? await byId(id) : undefined
      if (last === null || report === undefined) return undefined
      const times = await tx.outgoing.count({ where: { ...where, about: last.about } })
      return { report, at: last.createdAt.getTime(), times }
    },
  }
}
