// The emergency organisation of a township over time. What is told anew takes the place of what was believed from that
// day on; what held before is kept, ended the day before.
import { addDays, type LocalDate } from '../../policy/calendar.ts'
import type { Tx } from './database.ts'

export type NewOrganisation = {
  unitId: string
  name: string | undefined
  documentNo: string | undefined
  fullTime: boolean
  from: LocalDate
  reportId: number
}

export type Organisations = {
  /** Its name and paper on that day; undefined when none is known. */
  at(unitId: string, day: LocalDate): Promise<{ name: string | null; documentNo: string | null } | undefined>
  /** From its day on the unit has this organisation and no other. */
  put(row: NewOrganisation): Promise<void>
}

export function organisations(tx: Tx, env: { now: number }): Organisations {
  const recordedAt = new Date(env.now)
  return {
    async at(unitId, day) {
      const holds = { from: { lte: day }, OR: [{ to: null }, { to: { gte: day } }] }
      const row = await tx.organisation.findFirst({
        where: { unitId, voidedAt: null, ...holds },
        orderBy: { id: 'desc' },
      })
      return row === null ? undefined : { name: row.name, documentNo: row.documentNo }
    },
    async put({ name, documentNo, ...row }) {
      const { unitId, from, reportId } = row
      const holds = { unitId, voidedAt: null, OR: [{ to: null }, { to: { gte: from } }] }
      const before = await tx.organisation.findMany({ where: holds, orderBy: { id: 'asc' } })
      for (const { id, ...old } of before) {
        await tx.organisation.update({ where: { id }, data: { voidedAt: recordedAt, voidedBy: reportId } })
        if (old.from < from)
          await tx.organisation.create({
            data: { ...old, to: addDays(from, -1), recordedAt, reportId },
          })
      }
      await tx.organisation.create({
        data: { ...row, name: name ?? null, documentNo: documentNo ?? null, recordedAt },
      })
    },
  }
}
