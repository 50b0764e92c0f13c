// The weekly picture: how many units stood how on a day, for every unit over itself and all below it. A summary
// reads its own rows and its children's, however large the country is. Imported by bot/store/index.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type { Tx } from './database.ts'
import { type Counts, noCounts, type Tally, tally } from './finding-sums.ts'
import { type JudgingEnv, judged } from './judging.ts'
import { grouped, inChunks } from './lists.ts'
import { writeSnapshot } from './snapshot-writing.ts'

type SnapshotRow = Counts & {
  readonly day: LocalDate
  readonly unitId: string
  readonly obligationId: string
}

type StoredRow = Omit<SnapshotRow, 'day'> & { readonly day: string }

/** One obligation that changed between two days; all counts are 0 where there was no row. */
type Step = { readonly obligationId: string; readonly before: Counts; readonly after: Counts }

type Comparison = {
  readonly unitId: string
  readonly unitName: string
  readonly unitKind: string
  readonly better: readonly Step[]
  readonly worse: readonly Step[]
}

export type Snapshots = {
  /** Takes the picture of the day from what is known now, to be told. Answers the number of rows. */
  write(day: LocalDate): Promise<number>
  /**
   * Judges a day whose picture was told anew, after a late report: beside the picture and in place of an earlier
   * correction. Answers the number of rows.
   */
  correct(day: LocalDate): Promise<number>
  /** The picture of these units as it was told, in the order of the ids, then of the document. */
  of(day: LocalDate, unitIds: readonly string[]): Promise<SnapshotRow[]>
  /** The same as corrected; nothing for a day that never was. */
  corrected(day: LocalDate, unitIds: readonly string[]): Promise<SnapshotRow[]>
  /** The newest day before this one with a picture of the unit. */
  dayBefore(day: LocalDate, unitId: string): Promise<LocalDate | undefined>
  /** The unit's pictures as told from one day to another, both included, oldest first, then in the order of the document. */
  series(of: {
    unitId: string
    from: LocalDate
    to: LocalDate
    obligationIds?: readonly string[]
  }): Promise<SnapshotRow[]>
  /**
   * What changed from the one day to the other, for each unit directly below the root in the order of their codes.
   * Worse is more units short or out of date; with as many, more heads missing; with as many, fewer units known to be fine.
   */
  compare(day: LocalDate, previousDay: LocalDate, rootId: string): Promise<Comparison[]>
  /** What changed from the picture of the day to now, for each of these units with all below it, in the order of the ids. */
  since(day: LocalDate, unitIds: readonly string[]): Promise<Comparison[]>
}

export function snapshots(tx: Tx, env: JudgingEnv): Snapshots {
  return {
    write: (day) => writeSnapshot(tx, env, { day, as: 'told' }),
    correct: (day) => writeSnapshot(tx, env, { day, as: 'corrected' }),
    async of(day, unitIds) {
      const where = (part: string[]) => ({ where: { unitId: { in: part }, day } })
      return inOrder(unitIds, await inChunks(unitIds, (part) => tx.snapshot.findMany(where(part))))
    },
    async corrected(day, unitIds) {
      const where = (part: string[]) => ({ where: { unitId: { in: part }, day } })
      return inOrder(unitIds, await inChunks(unitIds, (part) => tx.snapshotCorrection.findMany(where(part))))
    },
    async dayBefore(day, unitId) {
      const where = { unitId, day: { lt: day } }
      const row = await tx.snapshot.findFirst({ where, orderBy: { day: 'desc' }, select: { day: true } })
      return row === null ? undefined : (row.day as LocalDate)
    },
    async series({ unitId, from, to, obligationIds }) {
      const narrowed = obligationIds === undefined ? {} : { obligationId: { in: [...obligationIds] } }
      const rows = await tx.snapshot.findMany({ where: { unitId, day: { gte: from, lte: to }, ...narrowed } })
      return rows.map(toRow).sort(byDayThenDocument)
    },
    compare: (day, previousDay, rootId) => compareChildren(tx, { day, previousDay, rootId }),
    since: (day, unitIds) => compareWithNow(tx, day, unitIds),
  }
}

function inOrder(unitIds: readonly string[], rows: readonly StoredRow[]): SnapshotRow[] {
  const byUnit = grouped(rows.map(toRow).sort(byDayThenDocument), (row) => row.unitId)
  return [...new Set(unitIds)].flatMap((id) => byUnit.get(id) ?? [])
}

async function compareChildren(
  tx: Tx,
  of: { day: LocalDate; previousDay: LocalDate; rootId: string },
): Promise<Comparison[]> {
  const children = await tx.unit.findMany({
    where: { parentId: of.rootId, activeTo: null },
    select: { id: true, name: true, kind: true },
    orderBy: { code: 'asc' },
  })
  const ids = children.map((child) => child.id)
  const rows = await inChunks(ids, (part) =>
    tx.snapshot.findMany({ where: { unitId: { in: part }, day: { in: [of.day, of.previousDay] } } }),
  )
  const byUnit = grouped(rows.map(toRow), (row) => row.unitId)
  return children.map((child) => {
    const own = byUnit.get(child.id) ?? []
    const on = (day: LocalDate) => own.filter((row) => row.day === day)
    return comparison(child, on(of.previousDay), on(of.day))
  })
}

async function compareWithNow(tx: Tx, day: LocalDate, unitIds: readonly string[]): Promise<Comparison[]> {
  const units = await inChunks(unitIds, (part) => tx.unit.findMany({ where: { id: { in: part } } }))
  const rows = await inChunks(unitIds, (part) =>
    tx.snapshot.findMany({ where: { unitId: { in: part }, day } }),
  )
  const byUnit = grouped(rows.map(toRow), (row) => row.unitId)
  const compared: Comparison[] = []
  for (const id of unitIds) {
    const unit = units.find((one) => one.id === id)
    if (unit !== undefined) compared.push(comparison(unit, byUnit.get(id) ?? [], await tally(tx, id)))
  }
  return compared
}

function comparison(
  { id, name, kind }: { id: string; name: string; kind: string },
  before: readonly Tally[],
  after: readonly Tally[],
): Comparison {
  const of = (rows: readonly Tally[], obligationId: string) =>
    countsOf(rows.find((row) => row.obligationId === obligationId))
  const steps = judged.map((obligationId): Step => {
    return { obligationId, before: of(before, obligationId), after: of(after, obligationId) }
  })
  return {
    unitId: id,
    unitName: name,
    unitKind: kind,
    better: steps.filter((step) => turn(step) < 0),
    worse: steps.filter((step) => turn(step) > 0),
  }
}

/** Above 0 when the step is for the worse, below 0 when it is for the better. */
function turn({ before, after }: Step): number {
  return (
    after.notMet + after.stale - (before.notMet + before.stale) ||
    after.gapHeads - before.gapHeads ||
    before.met - after.met
  )
}

function toRow({ day, ...row }: StoredRow): SnapshotRow {
  return { ...row, day: day as LocalDate }
}

function countsOf(row: Counts | undefined): Counts {
  const { met, notMet, atRisk, noData, stale, exempt, gapHeads } = row ?? noCounts
  return { met, notMet, atRisk, noData, stale, exempt, gapHeads }
}

function byDayThenDocument(one: SnapshotRow, other: SnapshotRow): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1
  return judged.indexOf(one.obligationId) - judged.indexOf(other.obligationId)
}
