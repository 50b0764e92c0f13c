// Whole lists at once: what is known of many people, and new rows written in parts that nobody sees before all of
// them are there. Until `publish` a row counts as voided by its own report. Imported by bot/store/index.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type { Tx } from './database.ts'
import { copyAbsencesOf, stagedPosts } from './import-posts.ts'
import { grouped, inChunks } from './lists.ts'
import type { HeldPost } from './people.ts'
import type { NewSession } from './trainings.ts'

/** A post with what is known of its holder; of several answers to one question the last. */
export type KnownPerson = HeldPost & {
  readonly phone: string | null
  readonly certificates: readonly string[]
  readonly answers: Readonly<Record<string, string>>
}

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

export type KnownTraining = {
  readonly recordId: number
  readonly personId: string
  readonly result: string | null
  readonly score: number | null
  readonly session: Omit<Session, 'unitId'>
}

type Session = {
  id: number
  unitId: string
  kind: string
  topic: string | null
  organizer: string | null
  venue: string | null
  startDate: string | null
  endDate: string | null
  days: number | null
  hours: number | null
}

export type NewRecord = {
  readonly sessionId: number
  readonly personId: string
  readonly result?: string | undefined
  readonly score?: number | undefined
}

export type Imports = {
  /** Everybody in post at the units on the day or later, by unit in the order of their codes and by name. */
  roster(unitIds: readonly string[], day: LocalDate): Promise<KnownPerson[]>
  /** `unitId name` of everybody in post at the units on the day or later. */
  namesInPost(unitIds: readonly string[], day: LocalDate): Promise<ReadonlySet<string>>
  /** What these people took part in, oldest first. */
  trainings(personIds: readonly string[]): Promise<KnownTraining[]>
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
  return { ...reading(tx), ...staging(tx, env), ...publishing(tx, env) }
}

function reading(tx: Tx): Pick<Imports, 'roster' | 'namesInPost' | 'trainings'> {
  return {
    async roster(unitIds, day) {
      const posts = await inChunks(unitIds, (part) =>
        tx.post.findMany({
          where: { ...notOver(day), unitId: { in: part } },
          include: { person: true, unit: true },
          orderBy: [{ unit: { code: 'asc' } }, { person: { name: 'asc' } }, { id: 'asc' }],
        }),
      )
      const ids = posts.map((post) => post.personId)
      const of = (part: string[]) => ({ where: { voidedAt: null, personId: { in: part } } })
      const order = { orderBy: { id: 'asc' } } as const
      const certificates = await inChunks(ids, (part) => tx.certificate.findMany({ ...of(part), ...order }))
      const answers = await inChunks(ids, (part) => tx.qualification.findMany({ ...of(part), ...order }))
      const certificatesOf = grouped(certificates, (row) => row.personId)
      const answersOf = grouped(answers, (row) => row.personId)
      return posts.map(({ person, unit, ...post }) => ({
        ...post,
        postId: post.id,
        name: person.name,
        unitName: unit.name,
        phone: person.phone,
        certificates: (certificatesOf.get(post.personId) ?? []).map((row) => row.kind),
        answers: Object.fromEntries((answersOf.get(post.personId) ?? []).map((row) => [row.kind, row.value])),
      }))
    },
    async namesInPost(unitIds, day) {
      const posts = await inChunks(unitIds, (part) =>
        tx.post.findMany({
          where: { ...notOver(day), unitId: { in: part } },
          select: { unitId: true, person: { select: { name: true } } },
        }),
      )
      return new Set(posts.map((post) => `${post.unitId} ${post.person.name}`))
    },
    async trainings(personIds) {
      const rows = await inChunks(personIds, (part) =>
        tx.trainingRecord.findMany({
          where: { voidedAt: null, personId: { in: part }, session: { voidedAt: null } },
          include: { session: true },
          orderBy: { id: 'asc' },
        }),
      )
      return rows.map((row) => ({ ...row, recordId: row.id }))
    },
  }
}

// Who comes next month stands in the list of today already: the same file again must not bring them twice.
function notOver(day: LocalDate) {
  return { voidedAt: null, OR: [{ to: null }, { to: { gte: day } }] }
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
      await tx.person.createMany({
        data: strangers.map(({ id, name, phone }) => ({
          id,
          name,
          phone: phone ?? null,
          reportId,
          recordedAt,
        })),
      })
      await tx.post.createMany({ data: await stagedPosts(tx, known, row) })
      await tx.certificate.createMany({
        data: known.flatMap(({ id, certificates }) =>
          certificates.map((one) => ({ personId: id, ...one, ...row })),
        ),
      })
      await tx.qualification.createMany({
        data: known.flatMap(({ id, answers }) => answers.map((one) => ({ personId: id, ...one, ...row }))),
      })
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
      await tx.trainingRecord.createMany({
        data: records.map(({ result, score, ...record }) => ({
          ...record,
          result: result ?? null,
          score: score ?? null,
          ...row,
        })),
      })
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
