// The envelope of everything filed: draft → saved → withdrawn, or cancelled. What was said and understood is
// encrypted. A revision number guards against two people pressing on one draft.
import type { Vault } from '../vault.ts'
import type { Tx } from './database.ts'

export type ReportStatus = 'draft' | 'saved' | 'withdrawn' | 'cancelled'

export type Report = {
  id: number
  number: string | null
  kind: string
  unitId: string | null
  senderRef: string
  senderName: string | null
  /** the last one who changed the draft or saved it; null while that is its sender alone */
  editorRef: string | null
  editorName: string | null
  editedAt: number | null
  /** one entry per person, training or tip, checked by the report type's fields */
  items: readonly Record<string, unknown>[]
  rawText: string
  revision: number
  status: ReportStatus
  correctsId: number | null
  messageId: string | null
  /** where that message was written */
  chatId: string | null
  createdAt: number
  savedAt: number | null
  /** withdrawn or cancelled */
  endedAt: number | null
}

export type Reports = {
  create(draft: {
    kind: string
    unitId: string | undefined
    senderRef: string
    senderName: string | undefined
    rawText: string
    items: readonly Record<string, unknown>[]
    messageId: string | undefined
    chatId: string | undefined
    correctsId?: number | undefined
  }): Promise<Report>
  byId(id: number): Promise<Report | undefined>
  byNumber(number: string): Promise<Report | undefined>
  ofMessage(messageId: string): Promise<Report[]>
  /** The report that a card of the bot shows, by the card's message. */
  byCardMessage(messageId: string): Promise<Report | undefined>
  /** Newest first, at most `limit`. */
  ofSender(senderRef: string, limit: number, status?: ReportStatus): Promise<Report[]>
  /** Newest first; what units filed, at most `limit`. */
  ofUnits(unitIds: readonly string[], limit: number): Promise<Report[]>
  /** New content for a draft; false when somebody else changed or saved it first. */
  change(report: Report, to: { items: readonly Record<string, unknown>[]; unitId?: string }): Promise<boolean>
  /** draft → saved under its number; false when it is no longer the draft that was shown. */
  save(report: Report, number: string): Promise<boolean>
  end(report: Report, status: 'withdrawn' | 'cancelled'): Promise<boolean>
}

export function reports(tx: Tx, env: { now: number; vault: Vault }): Reports {
  const { vault } = env
  const many = async (where: object, limit: number) =>
    (await tx.report.findMany({ where, orderBy: { id: 'desc' }, take: limit })).map((row) =>
      toReport(row, vault),
    )
  const move = async (report: Report, data: object, from: ReportStatus[]) => {
    const where = { id: report.id, revision: report.revision, status: { in: from } }
    const done = await tx.report.updateMany({ where, data: { revision: { increment: 1 }, ...data } })
    return done.count === 1
  }
  return {
    async create({ items, rawText, ...draft }) {
      const row = await tx.report.create({
        data: {
          kind: draft.kind,
          unitId: draft.unitId ?? null,
          senderRef: draft.senderRef,
          senderName: draft.senderName ?? null,
          messageId: draft.messageId ?? null,
          chatId: draft.chatId ?? null,
          correctsId: draft.correctsId ?? null,
          items: vault.seal(JSON.stringify(items)),
          rawText: vault.seal(rawText),
          status: 'draft',
          createdAt: new Date(env.now),
        },
      })
      return toReport(row, vault)
    },
    byId: async (id) => (await many({ id }, 1))[0],
    byNumber: async (number) => (await many({ number }, 1))[0],
    ofMessage: (messageId) => many({ messageId }, 10),
    async byCardMessage(messageId) {
      const row = await tx.outgoing.findFirst({ where: { messageId, about: { startsWith: 'report:' } } })
      const id = Number(row?.about?.slice('report:'.length))
      return Number.isInteger(id) ? (await many({ id }, 1))[0] : undefined
    },
    ofSender: (senderRef, limit, status) =>
      many({ senderRef, status: status ?? { in: ['draft', 'saved', 'withdrawn'] } }, limit),
    ofUnits: (unitIds, limit) =>
      many({ unitId: { in: [...unitIds] }, status: { in: ['saved', 'withdrawn'] } }, limit),
    change: (report, { items, unitId }) =>
      move(
        report,
        { items: vault.seal(JSON.stringify(items)), ...(unitId === undefined ? {} : { unitId }) },
        ['draft'],
      ),
    save: (report, number) =>
      move(report, { status: 'saved', number, savedAt: new Date(env.now) }, ['draft']),
    end: (report, status) => move(report, { status, endedAt: new Date(env.now) }, ['draft', 'saved']),
  }
}

type Row = NonNullable<Awaited<ReturnType<Tx['report']['findUnique']>>>

function toReport(row: Row, vault: Vault): Report {
  return {
    ...row,
    items: JSON.parse(vault.open(row.items).toString()) as Record<string, unknown>[],
    rawText: row.rawText === null ? '' : vault.open(row.rawText).toString(),
    status: row.status as ReportStatus,
    createdAt: row.createdAt.getTime(),
    savedAt: row.savedAt?.getTime() ?? null,
    endedAt: row.endedAt?.getTime() ?? null,
    editedAt: row.editedAt?.getTime() ?? null,
  }
}
