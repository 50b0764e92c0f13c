// Reports by the cards that show them. Part of reports.ts.
import type { Tx } from './database.ts'
import type { Report, Reports } from './reports.ts'

/** Found by the cards that show them. */
export function byCards(
  tx: Tx,
  byId: (id: number) => Promise<Report | undefined>,
): Pick<Reports, 'byCardMessage' | 'shownLast' | 'answeredLast'> {
  return {
    async byCardMessage(messageId) {
      const row = await tx.outgoing.findFirst({ where: { messageId, about: { not: null } } })
      const id = await reportOf(tx, row?.about)
      return id === undefined ? undefined : byId(id)
    },
    async answeredLast(openId) {
      const last = await tx.outgoing.findFirst({ where: { lane: openId }, orderBy: { seq: 'desc' } })
      if (last === null) return undefined
      const rows = await tx.outgoing.findMany({ where: { lane: openId, triggerSeq: last.triggerSeq } })
      const reportIds = new Set<number>()
      for (const row of rows) {
        const id = await reportOf(tx, row.about ?? (await replacedAbout(tx, row.target)))
        if (id !== undefined) reportIds.add(id)
      }
      return { at: last.createdAt.getTime(), reportIds }
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

/** The report behind what a message shows, such as report:12 or tip:3:receipt. */
async function reportOf(tx: Tx, about: string | null | undefined): Promise<number | undefined> {
  const [of, number] = about?.split(':') ?? []
  if (of === 'report') return Number(number)
  if (of !== 'tip') return undefined
  return (await tx.tip.findUnique({ where: { id: Number(number) } }))?.reportId
}

/** What the card shows that a row replaces. */
async function replacedAbout(tx: Tx, target: string): Promise<string | null | undefined> {
  const { patch: messageId, patchOf: id } = JSON.parse(target) as { patch?: string; patchOf?: string }
  if (messageId !== undefined)
    return (await tx.outgoing.findFirst({ where: { messageId, about: { not: null } } }))?.about
  return id === undefined ? undefined : (await tx.outgoing.findUnique({ where: { id } }))?.about
}
