// The numbers of a summary, from the pictures of its weeks: who keeps its clauses, what changed, who lacks most.
// Pure. Imported by the cards of cron/summary.
import type { Store, Unit } from '../../bot/context.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { obligationById } from '../../policy/index.ts'
import { type Finding, tenthsOfPercent, type Why } from '../../policy/kernel.ts'
import { dutiesKept, headDuties, type UnitStanding, unitStanding } from '../../policy/unit-standing.ts'

export type SnapshotRow = Awaited<ReturnType<Store['snapshots']['of']>>[number]

/** The rows of each unit on one day. */
export type DayPicture = {
  readonly day: LocalDate
  readonly rows: ReadonlyMap<string, readonly SnapshotRow[]>
}

/** How many units stand how; `of` are those that any duty binds. */
export type Headline = { readonly [Standing in UnitStanding]: number } & { readonly of: number }

export type Change = { readonly unit: Unit; readonly before: Finding | undefined; readonly after: Finding }

/** Steps of a tip that are overdue now; one done late (`wasLate`) is over. */
const overdueSteps: ReadonlySet<Why> = new Set<Why>(['receiptLate', 'decisionLate', 'closingLate'])

export function headline(picture: DayPicture, units: readonly Unit[]): Headline {
  const standings = units.flatMap((unit) => unitStanding(picture.rows.get(unit.id) ?? []) ?? [])
  const count = (standing: UnitStanding): number => standings.filter((one) => one === standing).length
  return {
    kept: count('kept'),
    broken: count('broken'),
    outdated: count('outdated'),
    unknown: count('unknown'),
    of: standings.length,
  }
}

/** People missing to what articles 4 and 5 require, over all the units. */
export function missingHeads(picture: DayPicture, units: readonly Unit[]): number {
  const rows = units.flatMap((unit) => picture.rows.get(unit.id) ?? [])
  return rows
    .filter((row) => headDuties.includes(row.obligationId))
    .reduce((sum, row) => sum + row.gapHeads, 0)
}

/** Tips with a step overdue, each once. */
export function lateTips(findings: readonly Finding[]): number {
  const items = findings.flatMap((finding) => finding.items ?? [])
  const late = items.filter((item) => item.kind === 'tip' && overdueSteps.has(item.why))
  return new Set(late.map((item) => item.id)).size
}

/** Percent with one decimal, as cards show it. 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return (tenthsOfPercent(part, whole) ?? 0) / 10
}

/** Of one unit, or of a unit's own duties when it is alone: how much is kept. */
export function keptOn(picture: DayPicture, units: readonly Unit[]): { kept: number; of: number } {
  const [only, ...others] = units
  if (only === undefined || others.length > 0) return headline(picture, units)
  return dutiesKept(picture.rows.get(only.id) ?? [])
}

/**
 * What became better or worse between two pictures, worse first, hard duties first. A change is a duty broken, kept
 * again, or still broken with another number of people missing.
 */
export function changesBetween(
  units: readonly Unit[],
  pictures: { readonly before: DayPicture; readonly after: DayPicture },
  findings: readonly Finding[],
): readonly Change[] {
  const changes = units.flatMap((unit) =>
    (pictures.after.rows.get(unit.id) ?? []).flatMap((row) => {
      const after = findings.find((one) => one.unit === unit.id && one.obligation === row.obligationId)
      const old = pictures.before.rows.get(unit.id)?.find((one) => one.obligationId === row.obligationId)
      return after === undefined || !turned(old, row) ? [] : [{ unit, before: before(old, after), after }]
    }),
  )
  return changes.sort((one, other) => rank(one.after) - rank(other.after))
}

function turned(old: SnapshotRow | undefined, row: SnapshotRow): boolean {
  const wasBroken = (old?.notMet ?? 0) > 0
  if (row.notMet > 0) return !wasBroken || old?.gapHeads !== row.gapHeads
  return wasBroken && row.met + row.atRisk > 0
}

/** What the finding was, as far as its picture tells: how many were missing gives how many there were. */
function before(old: SnapshotRow | undefined, after: Finding): Finding | undefined {
  if (old === undefined) return undefined
  const { measured: _measured, gap: _gap, ...rest } = after
  if (old.notMet === 0) return old.met + old.atRisk > 0 ? { ...rest, status: 'met' } : undefined
  if (!headDuties.includes(after.obligation) || after.required === undefined)
    return { ...rest, status: 'notMet' }
  const value = Math.max(0, after.required.value - old.gapHeads)
  return { ...rest, status: 'notMet', measured: { value, unit: 'heads' } }
}

function rank({ status, force }: Finding): number {
  return (status === 'notMet' ? 0 : 2) + (force === 'must' ? 0 : 1)
}

/** Units that break hard duties with what they lack: most duties first, then most people missing. */
export function worstUnits(
  units: readonly Unit[],
  findings: readonly Finding[],
  limit: number,
): readonly { readonly unit: Unit; readonly lacks: readonly Finding[] }[] {
  const broken = findings.filter(({ status, obligation }) => status === 'notMet' && isHard(obligation))
  const heads = (lacks: readonly Finding[]): number =>
    lacks
      .filter(({ obligation }) => headDuties.includes(obligation))
      .reduce((sum, { gap }) => sum + (gap?.value ?? 0), 0)
  return units
    .map((unit) => ({ unit, lacks: broken.filter((finding) => finding.unit === unit.id) }))
    .filter(({ lacks }) => lacks.length > 0)
    .sort((one, other) => other.lacks.length - one.lacks.length || heads(other.lacks) - heads(one.lacks))
    .slice(0, limit)
}

function isHard(obligationId: string): boolean {
  return obligationById(obligationId)?.force === 'must'
}
