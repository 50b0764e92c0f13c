// The envelope of everything filed: draft → saved → withdrawn, or cancelled. What was said and understood is
// encrypted. A revision number guards against two people pressing on one draft.
import type { Finding } from '../../policy/kernel.ts'
import type { Vault } from '../vault.ts'
import type { Tx } from './database.ts'
import { byCards } from './reports-by-card.ts'

export type ReportStatus = 'draft' | 'saved' | 'withdrawn' | 'cancelled'

/** What a receipt says of the findings: the changes of the report's own unit, and of how many other units. */
export type Effect = {
  readonly changes: readonly { readonly before: Finding | undefined; readonly after: Finding }[]
  readonly others: number
}

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
  /** of its saving or its withdrawal, as it was told; kept because what it was compared with is gone */
  effect: Effect | null
  correctsId: number | null
  messageId: string | null
  /** where that message was written */
  chatId: string | null
  createdAt: number
  savedAt: number | null
  /** withdrawn or cancelled */
  endedAt: number | null
}

/** Who changes, saves or ends a report; nobody when that follows from something else. */
export type Editor = { readonly ref: string; readonly name: string | undefined }

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
  /** The report or tip that a card of the bot shows, by the card's message. */
  byCardMessage(messageId: string): Promise<Report | undefined>
  /** The report whose card this person got last, when, and the how manieth card about it that was. */
  shownLast(openId: string): Promise<{ report: Report; at: number; times: number } | undefined>
  /** When the bot last said or showed something to this person in private, and which reports that was about. */
  answeredLast(openId: string): Promise<{ at: number; reportIds: ReadonlySet<number> } | undefined>
  /** What took the place of a report, or is about to; undefined when nothing does. */
  correctionOf(id: number): Promise<Report | undefined>
  /** Newest first, at most `limit`: what this person began, and what colleagues began and this person saved. */
  ofSender(senderRef: string, limit: number, status?: ReportStatus): Promise<Report[]>
  /** Newest first; what units filed, at most `limit`. */
  ofUnits(unitIds: readonly string[], limit: number): Promise<Report[]>
  /** Saved or withdrawn since the moment. */
  changedSince(ms: number): Promise<Report[]>
  /** Newest first: drafts that this person began, and of these kinds those that others began for these units. */
  drafts(
    of: { senderRef: string; unitIds: readonly string[]; kinds: readonly string[] },
    limit: number,
  ): Promise<Report[]>
  /** New content for a draft; false when somebody else changed or saved it first. */
  change(
    report: Report,
    to: { items: readonly Record<string, unknown>[]; unitId?: string },
    by?: Editor,
  ): Promise<boolean>
  /** draft → saved under its number; false when it is no longer the draft that was shown. */
  save(report: Report, number: string, by?: Editor): Promise<boolean>
  end(report: Report, status: 'withdrawn' | 'cancelled', by?: Editor): Promise<boolean>
  /** What the receipt says, for whoever draws it again; until the report ends, then what that changed. */
  keepEffect(id: number, effect: Effect): Promise<void>
}

export function reports(tx: Tx, env: { now: number; vault: Vault }): Reports {
  const { vault } = env
  const many = async (where: object, limit: number) =>
    (await tx.report.findMany({ where, orderBy: { id: 'desc' }, take: limit })).map((row) =>
      toReport(row, vault),
    )
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
    ...byCards(tx, async (id) => (await many({ id }, 1))[0]),
    correctionOf: async (id) =>
      (await many({ correctsId: id, status: { in: ['draft', 'saved', 'withdrawn'] } }, 1))[0],
    ofSender: (senderRef, limit, status) =>
      many(
        {
          OR: [{ senderRef }, { editorRef: senderRef, status: { in: ['saved', 'withdrawn'] } }],
          status: status ?? { in: ['draft', 'saved', 'withdrawn'] },
        },
        limit,
      ),
    changedSince: (ms) => many({ OR: [{ savedAt: { gte: new Date(ms) } }, endedSince(ms)] }, 10_000),
    ofUnits: (unitIds, limit) =>
      many({ unitId: { in: [...unitIds] }, status: { in: ['saved', 'withdrawn'] } }, limit),
    drafts: ({ senderRef, unitIds, kinds }, limit) =>
      many(
        {
          status: 'draft',
          OR: [{ senderRef }, { unitId: { in: [...unitIds] }, kind: { in: [...kinds] } }],
        },
        limit,
      ),
    ...moving(tx, env),
    async keepEffect(id, effect) {
      await tx.report.update({ where: { id }, data: { effect: JSON.stringify(effect) } })
    },
  }
}

const endedSince = (ms: number) => ({ status: 'withdrawn', endedAt: { gte: new Date(ms) } })

/** From draft to saved to ended. What is no longer as it was shown does not move. */
function moving(
  tx: Tx,
  { now, vault }: { now: number; vault: Vault },
): Pick<Reports, 'change' | 'save' | 'end'> {
  const move = async (report: Report, data: object, from: ReportStatus[], by: Editor | undefined) => {
    const where = { id: report.id, revision: report.revision, status: { in: from } }
    const edited =
      by === undefined ? {} : { editorRef: by.ref, editorName: by.name ?? null, editedAt: new Date(now) }
    const done = await tx.report.updateMany({
      where,
      data: { revision: { increment: 1 }, ...edited, ...data },
    })
    return done.count === 1
  }
  return {
    change: (report, { items, unitId }, by) =>
      move(
        report,
        { items: vault.seal(JSON.stringify(items)), ...(unitId === undefined ? {} : { unitId }) },
        ['draft'],
        by,
      ),
    save: (report, number, by) =>
      move(report, { status: 'saved', number, savedAt: new Date(now) }, ['draft'], by),
    end: (report, status, by) =>
      move(report, { status, endedAt: new Date(now), effect: null }, ['draft', 'saved'], by),
  }
}

type Row = NonNullable<Awaited<ReturnType<Tx['report']['findUnique']>>>

function toReport(row: Row, vault: Vault): Report {
  return {
    ...row,
    items: JSON.parse(vault.open(row.items).toString()) as Record<string, unknown>[],
    rawText: row.rawText === null ? '' : vault.open(row.rawText).toString(),
    status: row.status as ReportStatus,
    effect: row.effect === null ? null : (JSON.parse(row.effect) as Effect),
    createdAt: row.createdAt.getTime(),
    savedAt: row.savedAt?.getTime() ?? null,
    endedAt: row.endedAt?.getTime() ?? null,
    editedAt: row.editedAt?.getTime() ?? null,
  }
}
