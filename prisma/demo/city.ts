// The demo city as plain data: who there is at the beginning of its eight weeks of history, and what was reported in them. Pure: the same seed
// and day give the same city. Written to a database by load.ts; imported by prisma/demo and tests.
import type { LocalDate } from '../../policy/calendar.ts'
import { addBureau } from './bureaus.ts'
import { type DemoGroup, type DemoMember, demoGroups, demoMembers, givenByHand } from './chat.ts'
import { type DemoReport, demoHistory } from './history.ts'
import { addLeaders } from './leaders.ts'
import { makeNaming } from './names.ts'
import { planTownships, type TownshipPlan } from './plan.ts'
import { makeDraw } from './random.ts'
import { type DemoPerson, makeCast } from './roster.ts'
import { type DemoSession, demoSessions } from './sessions.ts'
import { type DemoTip, demoTips } from './tips.ts'
import { addTownship, addVillage } from './townships.ts'
import { type DemoUnit, demoUnits } from './units.ts'

export type DemoCity = {
  readonly today: LocalDate
  readonly units: readonly DemoUnit[]
  /** as imported before the history begins */
  readonly people: readonly DemoPerson[]
  readonly sessions: readonly DemoSession[]
  readonly plans: readonly TownshipPlan[]
  readonly members: readonly DemoMember[]
  readonly groups: readonly DemoGroup[]
  /** what was filed in the eight weeks before today, oldest first */
  readonly reports: readonly DemoReport[]
  readonly tips: readonly DemoTip[]
}

/**
 * @param today the day on which the history ends; everything that falls due does so relative to it
 */
export function demoCity(seed: number, today: LocalDate): DemoCity {
  const draw = makeDraw(seed)
  const units = demoUnits()
  const naming = makeNaming(draw, givenByHand)
  const cast = makeCast(today, draw, naming)
  const plans = planTownships(
    units.filter((unit) => unit.kind === 'township'),
    draw,
  )
  for (const unit of units) {
    if (unit.kind === 'city' || unit.kind === 'county' || unit.kind === 'zone') addLeaders(cast, unit)
    if (unit.kind === 'department') addBureau(cast, unit)
    if (unit.kind === 'village') addVillage(cast, unit)
  }
  for (const plan of plans) addTownship(cast, plan)
  const { people } = cast
  const members = demoMembers(units, people)
  return {
    today,
    units,
    people,
    sessions: demoSessions(units, people, draw, today),
    plans,
    members,
    groups: demoGroups(units),
    reports: demoHistory({ today, units, people, plans, members }, draw, naming),
    tips: demoTips(today),
  }
}
