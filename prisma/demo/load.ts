// Loads the demo city into an empty database, all of it or nothing; a second time changes nothing. It refuses
// a database that holds anything else, so that it can never be mixed with real people. Used by the program's
// start without credentials, by `anjian demo` and by tests.

import { StoreError } from '../../bot/errors.ts'
import type { Database, Tx } from '../../bot/store/database.ts'
import { makeStore, type StoreEnv } from '../../bot/store/index.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { type DemoCity, demoCity } from './city.ts'
import { historyMondays, importDay } from './history.ts'
import { demoUnits } from './units.ts'
import { writeInventedUnits, writeRealUnits, writeRoster } from './write-city.ts'
import { momentOf, writeReports } from './write-history.ts'
import { writeTips } from './write-tips.ts'

export type DemoEnv = Omit<StoreEnv, 'now'>

export type DemoLoad = {
  /** the day the demo is built for: its eight weeks of history end there */
  readonly today: LocalDate
  /** the same moment, ms since 1970 */
  readonly now: number
  /** city, counties, townships and departments alone: nothing invented, no people, no history */
  readonly onlyUnits: boolean
}

export type DemoLoaded = {
  readonly outcome: 'loaded' | 'alreadyThere'
  readonly city: DemoCity
  /** to be printed: whoever types it to the bot first becomes a member; undefined with the units alone */
  readonly invitation: DemoInvitation | undefined
}

export type DemoInvitation = { readonly code: string; readonly unitName: string; readonly role: 'reporter' }

/** The city everybody sees; another seed gives other people. */
const demoSeed = 2021

/**
 * @throws StoreError `demo.notEmpty` when the database holds anything that is not the demo's; nothing was changed
 */
export async function loadDemo(database: Database, env: DemoEnv, load: DemoLoad): Promise<DemoLoaded> {
  const city = demoCity(demoSeed, load.today)
  const outcome = await database.transact(async (tx) => {
    const before = await stateOf(tx)
    if (before === 'city' || (before === 'units' && load.onlyUnits)) return 'alreadyThere'
    await refuseOthers(tx, before)
    const { records } = makeStore(tx, { ...env, now: load.now })
    if (before === 'empty') {
      await writeRealUnits(tx, demoUnits())
      await records.keep(marks.units, 1)
    }
    if (load.onlyUnits) return 'loaded'
    await writePeople(tx, env, city, load.now)
    await records.keep(marks.city, 1)
    return 'loaded'
  })
  return { outcome, city, invitation: load.onlyUnits ? undefined : invitation }
}

/** The same at every start, so that it can be printed again; it opens one township of a city that is invented. */
const invitation = { code: 'JCHT7K2M', unitName: '高平市米山镇', role: 'reporter' } as const
const invitationLastsMs = 365 * 86_400_000

/** What says that the demo was loaded; kept like the other words of the installation. */
const marks = { units: 'demo.units', city: 'demo.city' } as const

type State = 'empty' | 'units' | 'city'

async function stateOf(tx: Tx): Promise<State> {
  const found = await tx.setting.findMany({ where: { name: { in: Object.values(marks) }, validFrom: '' } })
  const names = found.map((row) => row.name)
  if (names.includes(marks.city)) return 'city'
  return names.includes(marks.units) ? 'units' : 'empty'
}

async function refuseOthers(tx: Tx, before: State): Promise<void> {
  const counts = [tx.person.count(), tx.report.count(), tx.binding.count(), tx.group.count()]
  if (before === 'empty') counts.push(tx.unit.count())
  if ((await Promise.all(counts)).every((count) => count === 0)) return
  throw new StoreError('demo.notEmpty', 'the demo needs an empty database, this one holds units or people')
}

async function writePeople(tx: Tx, env: DemoEnv, city: DemoCity, now: number): Promise<void> {
  const importedAt = new Date(momentOf(importDay(city.today), 9 * 60))
  await writeInventedUnits(tx, city.units, importedAt)
  await writeRoster(tx, city, importedAt)
  await writeWeeks(tx, env, city)
  await writeMembers(tx, env, city, now)
  await makeStore(tx, { ...env, now }).findings.evaluateAll(city.today)
}

async function writeMembers(tx: Tx, env: DemoEnv, city: DemoCity, now: number): Promise<void> {
  const { members, units } = makeStore(tx, { ...env, now })
  for (const { openId, name, binding } of city.members) {
    if (binding !== undefined) await members.bind({ openId, name, ...binding, createdBy: 'demo' })
  }
  for (const { memberOpenIds: _, ...group } of city.groups) {
    await members.setGroup({ ...group, topics: demoTopics, status: 'bound', addedBy: 'demo' })
  }
  const unit = await units.byName(invitation.unitName)
  if (unit === undefined) throw new RangeError(`${invitation.unitName} is not a unit of the demo`)
  const expiresAt = now + invitationLastsMs
  const { code, role } = invitation
  await members.invite({ code, unitId: unit.id, role, name: undefined, expiresAt, createdBy: 'demo' })
}

/** Week by week what was filed, and on its Monday the picture, so that each picture knows what was known then. */
async function writeWeeks(tx: Tx, env: DemoEnv, city: DemoCity): Promise<void> {
  let from = ''
  for (const monday of [...historyMondays(city.today), undefined]) {
    const isDue = ({ day }: { day: LocalDate }) => day >= from && (monday === undefined || day < monday)
    await writeReports(tx, env, city.reports.filter(isDue))
    await writeTips(tx, env, city.tips.filter(isDue))
    if (monday === undefined) return
    const { snapshots } = makeStore(tx, { ...env, now: momentOf(monday, 9 * 60) })
    await snapshots.write(monday)
    from = monday
  }
}

/** Everything a group can be sent; a test compares them with those that handlers offer. */
const demoTopics = ['summary', 'reminder']
