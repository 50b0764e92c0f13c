// What is known of many people at once, for comparing a list with it. Imported by bot/store/imports.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type { Tx } from './database.ts'
import { grouped, inChunks } from './lists.ts'
import type { HeldPost } from './people.ts'

/** A post with what is known of its holder; of several answers to one question the last. */
export type KnownPerson = HeldPost & {
  readonly phone: string | null
  readonly certificates: readonly string[]
  readonly answers: Readonly<Record<string, string>>
}

export type KnownTraining = {
  readonly recordId: number
  readonly personId: string
  readonly result: string | null
  readonly score: number | null
  readonly session: Omit<Session, 'unitId'>
}

export type Session = {
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

export type ListReading = {
  /** Everybody in post at the units on the day or later, by unit in the order of their codes and by name. */
  roster(unitIds: readonly string[], day: LocalDate): Promise<KnownPerson[]>
  /** `unitId name` of everybody in post at the units on the day or later. */
  namesInPost(unitIds: readonly string[], day: LocalDate): Promise<ReadonlySet<string>>
  /** What these people took part in, oldest first. */
  trainings(personIds: readonly string[]): Promise<KnownTraining[]>
}

export function listReading(tx: Tx): ListReading {
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
