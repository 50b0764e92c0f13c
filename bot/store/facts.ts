// What the rules must know about units, read with a few queries however many units are asked about. Only rows
// that are believed now (not voided) count; each keeps its own days, so the same facts answer for any day.
// Imported by bot/store/judging.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type { UnitFacts, UnitProfile, VillageFacts } from '../../policy/facts.ts'
import type { Tx } from './database.ts'
import { organisationsOf } from './facts-organisations.ts'
import { personFacts } from './facts-people.ts'
import { type KnownPost, postsAt } from './facts-posts.ts'
import { lastReports, latest } from './facts-reports.ts'
import { tipsOf } from './facts-tips.ts'
import { grouped, inChunks } from './lists.ts'

/** A unit as its table has it. */
export type UnitRow = NonNullable<Awaited<ReturnType<Tx['unit']['findUnique']>>>

/**
 * Facts of the units, in their order.
 *
 * Row ids are table and number: `post:12`, `certificate:3`, `trainingRecord:7`, `tip:4`, `organisation:5`. Acts of
 * officers and approved exceptions have no table yet.
 */
export async function unitFacts(
  tx: Tx,
  units: readonly UnitRow[],
  env: { isWorkingDay: (day: string) => boolean },
): Promise<UnitFacts[]> {
  const unitIds = units.map((unit) => unit.id)
  const villages = await villagesBelow(tx, units)
  const all = [...unitIds, ...[...villages.values()].flat()]
  const posts = await postsAt(tx, all)
  const reported = await lastReports(tx, all)
  const tips = await tipsOf(tx, unitIds)
  const organisations = await organisationsOf(tx, unitIds)
  const people = await personFacts(tx, holdersAt(unitIds, posts))

  const lastOn = (unitId: string): LocalDate | null => lastReportOn(unitId, posts.get(unitId), reported)
  return units.map((unit) => {
    const own = posts.get(unit.id) ?? []
    return {
      unit: profileOf(unit),
      posts: own.map((post) => post.facts),
      people: pick(
        people,
        own.map((post) => post.facts.personId),
      ),
      organisations: organisations.get(unit.id) ?? [],
      villages: (villages.get(unit.id) ?? []).map((id) => villageOf(id, posts.get(id) ?? [], lastOn(id))),
      tips: tips.get(unit.id) ?? [],
      acts: [],
      exceptions: [],
      lastReportOn: lastOn(unit.id),
      isWorkingDay: env.isWorkingDay,
    }
  })
}

/** The villages below each township, by its id. */
async function villagesBelow(tx: Tx, units: readonly UnitRow[]): Promise<Map<string, string[]>> {
  const townships = units.filter((unit) => unit.kind === 'township').map((unit) => unit.id)
  const rows = await inChunks(townships, (part) =>
    tx.unit.findMany({
      where: { parentId: { in: part }, kind: 'village', activeTo: null },
      select: { id: true, parentId: true },
      orderBy: { code: 'asc' },
    }),
  )
  const byTownship = grouped(rows, (row) => row.parentId ?? '')
  return new Map([...byTownship].map(([id, below]) => [id, below.map((row) => row.id)]))
}

function profileOf(unit: UnitRow): UnitProfile {
  const townshipClass = (['A', 'B', 'C'] as const).find((one) => one === unit.townshipClass)
  return {
    id: unit.id,
    kind: unit.kind as UnitProfile['kind'],
    safetyDuty: unit.safetyDuty,
    keySector: unit.keySector,
    emergencyBureau: unit.emergencyBureau,
    highRisk: unit.highRisk,
    delegatedEnforcement: unit.delegatedEnforcement,
    ...(townshipClass !== undefined && { townshipClass }),
  }
}

function villageOf(unitId: string, posts: readonly KnownPost[], confirmedOn: LocalDate | null): VillageFacts {
  const cadres = posts.filter(({ facts }) => facts.unitId === unitId && facts.roleCode === 'villageCadre')
  return {
    unitId,
    cadres: cadres.map(({ facts: { rowId, personId, from, to } }) => {
      return { rowId, personId, from, ...(to !== undefined && { to }) }
    }),
    ...(confirmedOn !== null && { confirmedOn }),
  }
}

/** The roster imported at the start was a report too, so the days on which posts were recorded count. */
function lastReportOn(
  unitId: string,
  posts: readonly KnownPost[] | undefined,
  reported: ReadonlyMap<string, LocalDate>,
): LocalDate | null {
  const recorded = (posts ?? []).filter((post) => post.facts.unitId === unitId).map((post) => post.recordedOn)
  return latest([...recorded, reported.get(unitId)])
}

function holdersAt(unitIds: readonly string[], posts: ReadonlyMap<string, KnownPost[]>): string[] {
  return unitIds.flatMap((id) => (posts.get(id) ?? []).map((post) => post.facts.personId))
}

function pick<V>(map: ReadonlyMap<string, V>, keys: readonly string[]): Map<string, V> {
  const picked = new Map<string, V>()
  for (const key of keys) {
    const value = map.get(key)
    if (value !== undefined) picked.set(key, value)
  }
  return picked
}
