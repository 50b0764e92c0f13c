// Judges units anew and keeps what changed. Unchanged rows are not written, but for the day they still hold on.
// Imported by bot/store/findings.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type { Finding } from '../../policy/kernel.ts'
import type { Settings } from '../../policy/settings.ts'
import type { Tx } from './database.ts'
import type { UnitRow } from './facts.ts'
import {
  confirmRows,
  type FindingRow,
  readRows,
  removeRows,
  textOf,
  toFinding,
  writeFindings,
} from './finding-rows.ts'
import { type JudgingEnv, judge } from './judging.ts'

/** A status or a figure that became another. `before` is undefined when nothing was known. */
export type Change = {
  readonly unitId: string
  readonly unitName: string
  readonly obligationId: string
  readonly before: Finding | undefined
  readonly after: Finding
}

/**
 * @param of `units` are those that exist on the day, `endedIds` those that do not any more: their rows go
 * @returns changes unit by unit, obligations in the order of the document
 */
export async function evaluateUnits(
  tx: Tx,
  env: JudgingEnv,
  of: { units: readonly UnitRow[]; endedIds: readonly string[]; day: LocalDate; settings: Settings },
): Promise<Change[]> {
  const names = new Map(of.units.map((unit) => [unit.id, unit.name]))
  const unitIds = [...names.keys(), ...of.endedIds]
  const before = new Map((await readRows(tx, unitIds)).map((row) => [keyOfRow(row), row]))
  const judged = await judge(tx, env, of.units, of)

  const after = new Map(judged.filter(applies).map((finding) => [keyOf(finding), finding]))
  const written = [...after].filter(([key, finding]) => before.get(key)?.verdict !== textOf(finding))
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, row]) => row)
  await writeFindings(
    tx,
    written.map(([, finding]) => finding),
    env.now,
  )
  await removeRows(tx, gone)
  if ([...before.values()].some((row) => row.asOf !== of.day)) await confirmRows(tx, unitIds, of.day)

  const results = [...written.map(([, finding]) => finding), ...gone.map((row) => ended(row, of.day))]
  return results.flatMap((finding) => changeOf(before.get(keyOf(finding)), finding, names))
}

function changeOf(
  row: FindingRow | undefined,
  after: Finding,
  names: ReadonlyMap<string, string>,
): readonly Change[] {
  const before = row === undefined ? undefined : toFinding(row)
  if (!differs(before, after)) return []
  const unitName = names.get(after.unit) ?? after.unit
  return [{ unitId: after.unit, unitName, obligationId: after.obligation, before, after }]
}

/** Whether people would see a difference: knowing nothing before and knowing nothing now is none. */
function differs(before: Finding | undefined, after: Finding): boolean {
  if (before === undefined) return after.status !== 'noData'
  const figures = ({ status, measured, gap }: Finding): string => JSON.stringify([status, measured, gap])
  return figures(before) !== figures(after)
}

/** What became of a finding that no rule gives any more. */
function ended(row: FindingRow, day: LocalDate): Finding {
  const { obligation, unit, unitKind, force } = toFinding(row)
  return { obligation, unit, unitKind, force, asOf: day, status: 'notApplicable', used: [], rows: [] }
}

function applies(finding: Finding): boolean {
  return finding.status !== 'notApplicable'
}

function keyOf(finding: Finding): string {
  return `${finding.unit} ${finding.obligation}`
}

function keyOfRow(row: FindingRow): string {
  return `${row.unitId} ${row.obligationId}`
}
