// Puts stored rows before the rules: what each unit's obligations come to on a day. Writes nothing.
// Imported by the findings and the snapshots of the store.
import { assessUnit } from '../../policy/assess.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { obligations } from '../../policy/index.ts'
import type { Finding } from '../../policy/kernel.ts'
import { type Settings, settingsAt } from '../../policy/settings.ts'
import type { Tx } from './database.ts'
import { type UnitRow, unitFacts } from './facts.ts'
import { chunks, inChunks } from './lists.ts'
import { records } from './records.ts'

export type JudgingEnv = { now: number; isWorkingDay: (day: string) => boolean }

/** Obligations that have a rule, in the order of the registry. The others answer `noData` for every unit. */
export const judged: readonly string[] = obligations
  .filter((obligation) => obligation.implementation === 'done')
  .map((obligation) => obligation.id)

const isJudged = new Set(judged)

/** The settings in force on the day, as the city changed them. */
export async function settingsOn(tx: Tx, env: JudgingEnv, day: LocalDate): Promise<Settings> {
  return settingsAt(await records(tx, env).settingChanges(), day)
}

/**
 * The findings of the units on the day, obligations with a rule only, unit by unit in the order of the registry.
 * What is believed now decides, also for a day long past: late reports count from their effective date.
 */
export async function judge(
  tx: Tx,
  env: JudgingEnv,
  units: readonly UnitRow[],
  on: { day: LocalDate; settings: Settings },
): Promise<Finding[]> {
  const facts = await unitFacts(tx, units, env)
  return facts.flatMap((unit) =>
    assessUnit(unit, on.day, on.settings).filter((finding) => isJudged.has(finding.obligation)),
  )
}

/** Those of the units that exist on the day: a merged township has no duties after its end. */
export async function activeUnits(tx: Tx, unitIds: readonly string[], day: LocalDate): Promise<UnitRow[]> {
  return inChunks(unitIds, (part) => tx.unit.findMany({ where: { id: { in: part }, ...activeOn(day) } }))
}

/** Every unit that exists on the day, parents before their children, in parts. */
export async function allUnits(tx: Tx, day: LocalDate): Promise<UnitRow[][]> {
  const units = await tx.unit.findMany({ where: activeOn(day), orderBy: { path: 'asc' } })
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return chunks(byId.keys()).map((part) => part.flatMap((id) => byId.get(id) ?? []))
}

function activeOn(day: LocalDate) {
  return {
    AND: [
      { OR: [{ activeFrom: null }, { activeFrom: { lte: day } }] },
      { OR: [{ activeTo: null }, { activeTo: { gte: day } }] },
    ],
  }
}
