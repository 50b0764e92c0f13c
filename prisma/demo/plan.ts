// How many emergency staff each township has today, who came or went in the eight weeks before, and how
// faithfully it reports. Drawn, but for the few townships the demo tells a story about.
import type { Draw } from './random.ts'
import type { DemoUnit } from './units.ts'

/** Somebody comes or goes in the week before the Monday of this number, 1 to 8. */
export type StaffChange = { readonly week: number; readonly kind: 'joins' | 'leaves' }

export type TownshipPlan = {
  readonly unit: DemoUnit
  /** full-time emergency staff today */
  readonly staff: number
  readonly changes: readonly StaffChange[]
  /** silent: once at the beginning, so that what is known grows stale; never: nothing is known */
  readonly reports: 'regularly' | 'silent' | 'never'
}

/** The townships with a story: 郑庄镇 lost its third, 巴公镇 is exemplary. */
const told: Readonly<Record<string, Omit<TownshipPlan, 'unit'>>> = {
  沁水县郑庄镇: { staff: 2, changes: [{ week: 3, kind: 'leaves' }], reports: 'regularly' },
  泽州县巴公镇: { staff: 5, changes: [{ week: 5, kind: 'joins' }], reports: 'regularly' },
  阳城县北留镇: { staff: 4, changes: [], reports: 'regularly' },
  高平市米山镇: { staff: 5, changes: [], reports: 'regularly' },
  陵川县六泉乡: { staff: 0, changes: [], reports: 'never' },
  阳城县横河镇: { staff: 0, changes: [], reports: 'never' },
  陵川县马圪当乡: { staff: 3, changes: [], reports: 'silent' },
  阳城县河北镇: { staff: 4, changes: [], reports: 'silent' },
  沁水县土沃乡: { staff: 3, changes: [], reports: 'silent' },
  高平市野川镇: { staff: 3, changes: [], reports: 'silent' },
  城区北街街道: { staff: 3, changes: [], reports: 'silent' },
}

/** How often each number of staff is drawn, out of 100. */
const shares: readonly (readonly [staff: number, percent: number])[] = [
  [1, 4],
  [2, 14],
  [3, 40],
  [4, 25],
  [5, 12],
  [6, 5],
]
/** By week: townships that reach three, and townships that fall to two. More come than go, with a setback. */
const reaching = [0, 2, 3, 1, 1, 4, 3, 2]
const falling = [0, 0, 1, 2, 2, 0, 1, 1]

/** One plan for each township, in their order. */
export function planTownships(townships: readonly DemoUnit[], draw: Draw): readonly TownshipPlan[] {
  const staff = new Map(townships.map((unit) => [unit, drawStaff(draw)]))
  const free = townships.filter((unit) => told[unit.name] === undefined)
  const atThree = takers(free.filter((unit) => staff.get(unit) === 3))
  const atTwo = takers(free.filter((unit) => staff.get(unit) === 2))
  const changes = new Map<DemoUnit, StaffChange>()
  for (let week = 1; week <= 8; week += 1) {
    for (const unit of atThree(reaching[week - 1] ?? 0)) changes.set(unit, { week, kind: 'joins' })
    for (const unit of atTwo(falling[week - 1] ?? 0)) changes.set(unit, { week, kind: 'leaves' })
  }
  return townships.map((unit) => {
    const change = changes.get(unit)
    const drawn = { staff: staff.get(unit) ?? 3, changes: change === undefined ? [] : [change] }
    return { unit, reports: 'regularly', ...drawn, ...told[unit.name] }
  })
}

function drawStaff(draw: Draw): number {
  let left = draw.below(100)
  for (const [staff, percent] of shares) {
    if (left < percent) return staff
    left -= percent
  }
  return 3
}

/** Gives the next `count` of the units, spread over the counties; fewer when they run out. */
function takers(units: readonly DemoUnit[]): (count: number) => readonly DemoUnit[] {
  const spread = [...units].sort((one, next) => (one.id.slice(-2) < next.id.slice(-2) ? -1 : 1))
  return (count) => spread.splice(0, count)
}
