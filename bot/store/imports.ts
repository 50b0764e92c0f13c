// Whole lists at once: new rows written in parts that nobody sees before all of them are there. Until `publish` a row counts as voided by its own report. Imported by bot/store/index.ts.
import type { Tx } from './database.ts'
import { copyAbsencesOf, stagedPosts } from './import-posts.ts'
import { type ListReading, listReading, type Session } from './import-reading.ts'
import { insertRows } from './inserting.ts'
import { inChunks } from './lists.ts'
import type { NewSession } from './trainings.ts'

/** `personId` is undefined of somebody new. `post` is written anew in the place of `replaces`, or added. */
export type StagedPerson = {
  readonly personId: string | undefined
  readonly name: string
  readonly phone?: string | undefined
  readonly post?: {
    readonly unitId: string
    readonly roleCode: string
    readonly department?: string | undefined
    readonly title?: string | undefined
    readonly fullTime?: boolean | undefined
    readonly from: string
    readonly replaces?: number | undefined
  }
  readonly certificates: readonly { kind: string; issueDate: string }[]
  readonly answers: readonly { kind: string; value: string }[]
}

export type NewRecord = {
  readonly sessionId: number
  readonly personId: string
  readonly result?: string | undefined
  readonly score?: number | undefined
}

export type Imports = ListReading & {
  stagePeople(people: readonly StagedPerson[], reportId: number): Promise<void>
  stageSession(session: NewSession): Promise<number>
  /** Sessions staged for the report. */
  stagedSessions(reportId: number): Promise<Session[]>
  stageRecords(records: readonly NewRecord[], reportId: number): Promise<void>
  /** Deletes what was staged for a draft. Never for a report that was saved. */
  discard(reportId: number): Promise<void>
  /**
   * Makes all of the report's rows count at once, in the place of the given posts and training records. False, and
   * nothing changed, when one of those was changed by somebody else meanwhile.
   */
  publish(
    reportId: number,
    replaced: { postIds: readonly number[]; recordIds: readonly number[] },
  ): Promise<boolean>
}

type Env = { now: number; newId: () => string }

export function imports(tx: Tx, env: Env): Imports {
  return { ...listReading(tx), ...staging(tx, env), ...publishing(tx, env) }
}

type Staging = 'stagePeople' | 'stageSession' | 'stagedSessions' | 'stageRecords'

function staging(tx: Tx, env: Env): Pick<Imports, Staging> {
  const recordedAt = new Date(env.now)
  const staged = (reportId: number) => ({ reportId, recordedAt, voidedAt: recordedAt, voidedBy: reportId })
  return {
    async stagePeople(people, reportId) {
      const known = people.map((one) => ({ ...one, id: one.personId ?? env.newId() }))
      const row = staged(reportId)
      const strangers = known.filter((one) => one.personId === undefined)
      await insertRows(
        tx,
        'Person',
        strangers.map(({ id, name, phone }) => ({ id, name, phone: phone ?? null, reportId, recordedAt })),
      )
      await insertRows(tx, 'Post', await stagedPosts(tx, known, row))
      await insertRows(
        tx,
        'Certificate',
        known.flatMap(({ id, certificates }) =>
          certificates.map(({ kind, issueDate }) => ({ personId: id, kind, issueDate, ...row })),
        ),
      )
      await insertRows(
        tx,
        'Qualification',
        known.flatMap(({ id, answers }) =>
          answers.map(({ kind, value }) => ({ personId: id, kind, value, ...row })),
        ),
      )
    },
    async stageSession({ reportId, ...session }) {
      const given = Object.fromEntries(Object.entries(session).filter(([, value]) => value !== undefined))
      const { unitId, kind } = session
      return (await tx.trainingSession.create({ data: { ...given, unitId, kind, ...staged(reportId) } })).id
    },
    stagedSessions: (reportId) =>
      tx.trainingSession.findMany({ where: { reportId, voidedBy: reportId }, orderBy: { id: 'asc' } }),
    async stageRecords(records, reportId) {
      const row = staged(reportId)
      await insertRows(
        tx,
        'TrainingRecord',
        records.map(({ sessionId, personId, result, score }) => ({
          sessionId,
          personId,
          result: result ?? null,
          score: score ?? null,
          ...row,
        })),
      )
    },
  }
}

function publishing(tx: Tx, env: Env): Pick<Imports, 'discard' | 'publish'> {
  // In this order, so that no row is left pointing at one that is gone.
  const tables = [
    tx.trainingRecord,
    tx.trainingSession,
    tx.certificate,
    tx.qualification,
    tx.post,
  ] as Tx['post'][]
  return {
    async discard(reportId) {
      for (const table of tables) await table.deleteMany({ where: { reportId, voidedBy: reportId } })
      await tx.person.deleteMany({ where: { reportId, posts: { none: {} } } })
    },
    async publish(reportId, { postIds, recordIds }) {
      const posts = await inChunks(postIds, (part) =>
        tx.post.findMany({ where: { id: { in: part }, voidedAt: null } }),
      )
      const records = await inChunks(recordIds, (part) =>
        tx.trainingRecord.findMany({ where: { id: { in: part }, voidedAt: null }, select: { id: true } }),
      )
      if (posts.length !== new Set(postIds).size || records.length !== new Set(recordIds).size) return false
      await copyAbsencesOf(tx, posts, reportId)
      const replaced = { voidedAt: new Date(env.now), voidedBy: reportId }
      for (const table of tables)
        await table.updateMany({
          where: { reportId, voidedBy: reportId },
          data: { voidedAt: null, voidedBy: null },
        })
      await inChunks(postIds, async (part) => {
        await tx.post.updateMany({ where: { id: { in: part } }, data: replaced })
        return []
      })
      await inChunks(recordIds, async (part) => {
        await tx.trainingRecord.updateMany({ where: { id: { in: part } }, data: replaced })
        return []
      })
      return true
    },
  }
}
