// The tips in the hands of a unit, with the days of their steps and nothing of their content.
// Imported by bot/store/facts.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type { TipFacts } from '../../policy/facts.ts'
import { dayAt } from '../clock.ts'
import type { Tx } from './database.ts'
import { grouped, inChunks } from './lists.ts'

/** Tips by the unit that must handle them, oldest first; withdrawn ones are left out. */
export async function tipsOf(tx: Tx, unitIds: readonly string[]): Promise<Map<string, TipFacts[]>> {
  const rows = await inChunks(unitIds, (part) =>
    tx.tip.findMany({
      where: { handlerUnitId: { in: part }, status: { not: 'withdrawn' } },
      select: shown,
      orderBy: { id: 'asc' },
    }),
  )
  const byUnit = grouped(rows, (row) => row.handlerUnitId ?? '')
  return new Map([...byUnit].map(([unitId, own]) => [unitId, own.map(toFacts)]))
}

const shown = {
  id: true,
  handlerUnitId: true,
  status: true,
  receivedAt: true,
  receiptedAt: true,
  decidedAt: true,
  refusedReason: true,
  closedAt: true,
  extendedAt: true,
  extendedDays: true,
} as const

type Row = Pick<NonNullable<Awaited<ReturnType<Tx['tip']['findUnique']>>>, keyof typeof shown>

function toFacts(row: Row): TipFacts {
  const [receivedOn, receiptedOn, decidedOn, closedOn, extendedOn] = [
    row.receivedAt,
    row.receiptedAt,
    row.decidedAt,
    row.closedAt,
    row.extendedAt,
  ].map(dayOf)
  return {
    rowId: `tip:${row.id}`,
    receivedOn: receivedOn as LocalDate,
    ...(receiptedOn !== undefined && { receiptedOn }),
    ...(decidedOn !== undefined && { decision: { on: decidedOn, outcome: outcomeOf(row) } }),
    ...(extendedOn !== undefined && { extension: { grantedOn: extendedOn, days: row.extendedDays ?? 0 } }),
    ...(closedOn !== undefined && { closedOn }),
  }
}

/** A closed tip was accepted before, unless a reason for refusing it stands there. */
function outcomeOf(row: Row): 'accepted' | 'refused' {
  return row.status === 'refused' || row.refusedReason !== null ? 'refused' : 'accepted'
}

function dayOf(moment: Date | null): LocalDate | undefined {
  return moment === null ? undefined : dayAt(moment.getTime())
}
