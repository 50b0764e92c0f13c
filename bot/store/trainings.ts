// Training sessions and who took part. Same rule as people: rows are voided, never changed.
import type { LocalDate } from '../../policy/calendar.ts'
import type { Tx } from './database.ts'
import { defined } from './people.ts'

export type NewSession = {
  unitId: string
  kind: string
  topic?: string | undefined
  organizer?: string | undefined
  venue?: string | undefined
  startDate?: LocalDate | undefined
  endDate?: LocalDate | undefined
  days?: number | undefined
  hours?: number | undefined
  onlineHours?: number | undefined
  examHeld?: boolean | undefined
  headcount?: number | undefined
  status?: string | undefined
  reportId: number
}

export type Trainings = {
  addSession(session: NewSession): Promise<number>
  addRecord(record: {
    sessionId: number
    personId: string
    result?: string | undefined
    score?: number | undefined
    absentDays?: number | undefined
    reportId: number
  }): Promise<void>
  /** Sessions of the same kind whose days overlap, reported earlier: the same training twice? */
  overlapping(session: {
    unitId: string
    kind: string
    startDate: LocalDate
    endDate: LocalDate
  }): Promise<{ id: number; number: string | null; startDate: string | null; endDate: string | null }[]>
}

export function trainings(tx: Tx, env: { now: number }): Trainings {
  const recordedAt = new Date(env.now)
  return {
    async addSession(session) {
      const row = await tx.trainingSession.create({ data: { ...defined(session), recordedAt } })
      return row.id
    },
    async addRecord(record) {
      await tx.trainingRecord.create({ data: { ...defined(record), recordedAt } })
    },
    async overlapping({ unitId, kind, startDate, endDate }) {
      const rows = await tx.trainingSession.findMany({
        where: { unitId, kind, voidedAt: null, startDate: { lte: endDate }, endDate: { gte: startDate } },
        take: 3,
      })
      const reportIds = rows.flatMap((row) => (row.reportId === null ? [] : [row.reportId]))
      const reports = await tx.report.findMany({
        where: { id: { in: reportIds } },
        select: { id: true, number: true },
      })
      const numbers = new Map(reports.map((report) => [report.id, report.number]))
      return rows.map((row) => ({ ...row, number: numbers.get(row.reportId ?? -1) ?? null }))
    },
  }
}
