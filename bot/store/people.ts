// People and their posts. Nothing here is ever changed or deleted: a changed row is voided and a new one takes
// its place under the report that changed it, so a withdrawn report can be undone and any day recomputed.
import type { LocalDate } from '../../policy/calendar.ts'
import { dayAt } from '../clock.ts'
import type { Tx } from './database.ts'
import { type HeldPost, heldPosts } from './held.ts'
import { inChunks } from './lists.ts'

export type { HeldPost } from './held.ts'

export type NewPost = {
  personId: string
  unitId: string
  roleCode: string
  from: LocalDate
  to?: LocalDate | undefined
  title?: string | undefined
  department?: string | undefined
  fullTime?: boolean | undefined
  postKind?: string | undefined
  acting?: boolean | undefined
  reportId: number
}

export type People = {
  /** Posts held on the day by people of this name at the given units. */
  holding(name: string, unitIds: readonly string[], day: LocalDate): Promise<HeldPost[]>
  /** Posts held on the day by people of this name, wherever they are. */
  named(name: string, day: LocalDate): Promise<HeldPost[]>
  /** Everybody in post at the units on the day, by name. */
  inPost(unitIds: readonly string[], day: LocalDate): Promise<HeldPost[]>
  /** Posts one person holds on the day. */
  postsOf(personId: string, day: LocalDate): Promise<HeldPost[]>
  byPhone(phone: string): Promise<{ id: string; name: string; posts: HeldPost[] }[]>
  byId(id: string): Promise<{ id: string; name: string } | undefined>
  names(ids: readonly string[]): Promise<Map<string, string>>
  /** Telephones by person, of those who have one. */
  phones(ids: readonly string[]): Promise<Map<string, string>>
  create(person: { name: string; phone?: string | undefined; reportId: number }): Promise<string>
  addPost(post: NewPost): Promise<number>
  /** The post ends: `to` is its last day. */
  endPost(postId: number, end: { to: LocalDate; reason: string; reportId: number }): Promise<void>
  addSecondment(row: {
    postId: number
    toUnitId?: string
    toText?: string
    roleCode?: string
    from: LocalDate
    to?: LocalDate
    reportId: number
  }): Promise<void>
  endSecondments(postId: number, end: { to: LocalDate; reportId: number }): Promise<void>
  addLeave(row: {
    postId: number
    kind: string
    from: LocalDate
    to?: LocalDate
    reportId: number
  }): Promise<void>
  addQualification(row: { personId: string; kind: string; value: string; reportId: number }): Promise<void>
  addCertificate(row: {
    personId: string
    kind: string
    number?: string | undefined
    issueDate?: LocalDate | undefined
    expiryDate?: LocalDate | undefined
    reportId: number
  }): Promise<void>
}

type Env = { now: number; newId: () => string }

export function people(tx: Tx, env: Env): People {
  return { ...reading(tx, env), ...posting(tx, env), ...describing(tx, env) }
}

type Reading = 'holding' | 'named' | 'inPost' | 'postsOf' | 'byPhone' | 'byId' | 'names' | 'phones'

function reading(tx: Tx, env: Env): Pick<People, Reading> {
  return {
    holding: (name, unitIds, day) => heldPosts(tx, { unitIds, name }, day),
    named: (name, day) => heldPosts(tx, { name }, day),
    inPost: (unitIds, day) => heldPosts(tx, { unitIds }, day),
    postsOf: (personId, day) => heldPosts(tx, { personId }, day),
    async byPhone(phone) {
      const found = await tx.person.findMany({ where: { phone }, take: 5 })
      const today = dayAt(env.now)
      return Promise.all(
        found.map(async ({ id, name }) => ({
          id,
          name,
          posts: await heldPosts(tx, { personId: id }, today),
        })),
      )
    },
    byId: async (id) =>
      (await tx.person.findUnique({ where: { id }, select: { id: true, name: true } })) ?? undefined,
    async names(ids) {
      const rows = await inChunks(ids, (part) =>
        tx.person.findMany({ where: { id: { in: part } }, select: { id: true, name: true } }),
      )
      return new Map(rows.map((row) => [row.id, row.name]))
    },
    async phones(ids) {
      const rows = await inChunks(ids, (part) =>
        tx.person.findMany({ where: { id: { in: part } }, select: { id: true, phone: true } }),
      )
      return new Map(rows.flatMap(({ id, phone }) => (phone === null ? [] : [[id, phone] as const])))
    },
  }
}

type Posting = 'create' | 'addPost' | 'endPost' | 'addSecondment' | 'endSecondments' | 'addLeave'

function posting(tx: Tx, env: Env): Pick<People, Posting> {
  const recordedAt = new Date(env.now)
  const voided = (reportId: number) => ({ voidedAt: recordedAt, voidedBy: reportId })
  return {
    async create({ name, phone, reportId }) {
      const id = env.newId()
      await tx.person.create({ data: { id, name, phone: phone ?? null, reportId, recordedAt } })
      return id
    },
    async addPost(post) {
      const row = await tx.post.create({ data: { ...defined(post), recordedAt } })
      return row.id
    },
    async endPost(postId, { to, reason, reportId }) {
      const { id, ...old } = await tx.post.update({ where: { id: postId }, data: voided(reportId) })
      const ended = { ...old, to, endReason: reason, reportId, recordedAt, voidedAt: null, voidedBy: null }
      const next = await tx.post.create({ data: ended })
      await copyAbsences(tx, id, next.id)
    },
    async addSecondment(row) {
      await tx.secondment.create({ data: { ...defined(row), recordedAt } })
    },
    async endSecondments(postId, { to, reportId }) {
      const open = await tx.secondment.findMany({
        where: { postId, voidedAt: null, from: { lte: to }, OR: [{ to: null }, { to: { gt: to } }] },
      })
      for (const { id, ...old } of open) {
        await tx.secondment.update({ where: { id }, data: voided(reportId) })
        await tx.secondment.create({ data: { ...old, to, reportId, recordedAt } })
      }
    },
    async addLeave(row) {
      await tx.leave.create({ data: { ...defined(row), recordedAt } })
    },
  }
}

function describing(tx: Tx, env: Env): Pick<People, 'addQualification' | 'addCertificate'> {
  const recordedAt = new Date(env.now)
  return {
    async addQualification(row) {
      await tx.qualification.create({ data: { ...row, recordedAt } })
    },
    async addCertificate(row) {
      await tx.certificate.create({ data: { ...defined(row), recordedAt } })
    },
  }
}

// A post that is written anew keeps its secondments and leaves; they stay under the reports that told of them.
async function copyAbsences(tx: Tx, fromPostId: number, postId: number): Promise<void> {
  for (const { id: _, ...row } of await tx.secondment.findMany({
    where: { postId: fromPostId, voidedAt: null },
  })) {
    await tx.secondment.create({ data: { ...row, postId } })
  }
  for (const { id: _, ...row } of await tx.leave.findMany({
    where: { postId: fromPostId, voidedAt: null },
  })) {
    await tx.leave.create({ data: { ...row, postId } })
  }
}

/** The same row without keys whose value is undefined, which the database client would refuse. */
export function defined<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never
}
