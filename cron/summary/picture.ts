// Reads what a summary of one unit needs: the pictures of eight weeks and the findings of the day. Imported by
// cron/weekly.ts.
import { nameWithin } from '../../bot/cards/index.ts'
import type { Ctx, Unit } from '../../bot/context.ts'
import { addDays, isoWeek, type LocalDate } from '../../policy/calendar.ts'
import type { Finding } from '../../policy/kernel.ts'
import type { DayPicture, SnapshotRow } from './figures.ts'

export type Picture = {
  readonly root: Unit
  /** those counted: townships and departments below, or the unit itself when it is one */
  readonly units: readonly Unit[]
  /** the children of the root that are compared, each with its units; empty for a single unit */
  readonly parts: readonly { readonly name: string; readonly units: readonly Unit[] }[]
  /** as told: of the day itself, last, and of at most seven earlier weeks, oldest first */
  readonly weeks: readonly DayPicture[]
  /** the same days as they are known now, late reports included */
  readonly history: readonly DayPicture[]
  /** of the units on the day, those that apply */
  readonly findings: readonly Finding[]
}

/** The trend of a summary goes back so far, its own week included. */
export const weeksShown = 8
const counted = ['township', 'department'] as const

/** The picture of the unit on a day whose snapshot has been written. */
export async function pictureOf(root: Unit, day: LocalDate, ctx: Ctx): Promise<Picture> {
  const isTree = root.kind === 'city' || root.kind === 'county' || root.kind === 'zone'
  const units = isTree ? await ctx.store.units.tree(root.id, counted) : [root]
  const ids = units.map((unit) => unit.id)
  const weeks: DayPicture[] = []
  const history: DayPicture[] = []
  for (const weekDay of await weekDays(root.id, day, ctx)) {
    const told = { day: weekDay, rows: byUnit(await ctx.store.snapshots.of(weekDay, ids)) }
    const corrected = await ctx.store.snapshots.corrected(weekDay, ids)
    weeks.push(told)
    history.push(corrected.length === 0 ? told : { day: weekDay, rows: byUnit(corrected) })
  }
  return {
    root,
    units,
    parts: isTree ? await partsOf(root, units, ctx) : [],
    weeks,
    history,
    findings: await findingsOn(ids, day, ctx),
  }
}

/** One day for each week that has a picture, the newest of the week; the day itself always. */
async function weekDays(unitId: string, day: LocalDate, ctx: Ctx): Promise<readonly LocalDate[]> {
  const from = addDays(day, -7 * weeksShown)
  const rows = await ctx.store.snapshots.series({ unitId, from, to: day })
  const byWeek = new Map(rows.map((row) => [isoWeek(row.day), row.day]))
  byWeek.set(isoWeek(day), day)
  return [...byWeek.values()].slice(-weeksShown)
}

/** Below a city by county, its own departments together; below a county every unit for itself. */
async function partsOf(root: Unit, units: readonly Unit[], ctx: Ctx): Promise<Picture['parts']> {
  if (root.kind !== 'city') return units.map((unit) => ({ name: nameWithin(unit, root), units: [unit] }))
  const counties = await ctx.store.units.children(root.id, ['county', 'zone'])
  const parts = counties.map((county) => ({
    name: nameWithin(county, root),
    units: units.filter((unit) => unit.path.startsWith(county.path)),
  }))
  return [...parts, { name: '市直部门', units: units.filter((unit) => unit.parentId === root.id) }]
}

/** As kept when the day is today, and judged anew from what is known now for a day that has passed. */
async function findingsOn(ids: readonly string[], day: LocalDate, ctx: Ctx): Promise<readonly Finding[]> {
  const { findings } = ctx.store
  const found = day === ctx.today ? await findings.of(ids) : await findings.judge(ids, day)
  return found.filter((finding) => finding.status !== 'notApplicable')
}

function byUnit(rows: readonly SnapshotRow[]): ReadonlyMap<string, readonly SnapshotRow[]> {
  const groups = new Map<string, SnapshotRow[]>()
  for (const row of rows) {
    const group = groups.get(row.unitId)
    if (group === undefined) groups.set(row.unitId, [row])
    else group.push(row)
  }
  return groups
}
