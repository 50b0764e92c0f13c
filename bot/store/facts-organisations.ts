// The emergency organisations of townships, as they were told. Imported by bot/store/facts.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type { OrganisationFacts } from '../../policy/facts.ts'
import type { Tx } from './database.ts'
import { grouped, inChunks } from './lists.ts'

/** By the unit, in the order of their rows. */
export async function organisationsOf(
  tx: Tx,
  unitIds: readonly string[],
): Promise<Map<string, OrganisationFacts[]>> {
  const rows = await inChunks(unitIds, (part) =>
    tx.organisation.findMany({ where: { unitId: { in: part }, voidedAt: null }, orderBy: { id: 'asc' } }),
  )
  const byUnit = grouped(rows, (row) => row.unitId)
  return new Map([...byUnit].map(([unitId, own]) => [unitId, own.map(toFacts)]))
}

type Row = NonNullable<Awaited<ReturnType<Tx['organisation']['findUnique']>>>

function toFacts({ id, from, to, fullTime, documentNo }: Row): OrganisationFacts {
  return {
    rowId: `organisation:${id}`,
    from: from as LocalDate,
    ...(to !== null && { to: to as LocalDate }),
    fullTime,
    ...(documentNo !== null && { documentNo }),
  }
}
