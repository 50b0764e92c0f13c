// Who meets which clause, in a base of Jincheng's size: everything anew as on every morning, and what one report
// changes. Rules that wait for their records cost nothing yet.
import { join } from 'node:path'
import { type Database, openDatabase } from '../../bot/store/database.ts'
import { addDays, type LocalDate } from '../../policy/calendar.ts'
import { addBigCity } from '../support/big-base.ts'
import { inStore } from './app.ts'
import { benchFolder } from './folder.ts'
import { median, type Row, short, timed, verdict } from './row.ts'

const firstDay: LocalDate = '2024-03-18'
const mornings = 3
const reports = 30

export async function judging(): Promise<Row[]> {
  using folder = benchFolder()
  const database = await openDatabase({ url: `file:${join(folder.path, 'judging.db')}` })
  try {
    await database.transact((tx) => addBigCity(tx, 'jc'))
    const units = await database.transact((tx) => tx.unit.count())
    const firstMs = await fullRun(database, firstDay)
    const fullMs: number[] = []
    for (let day = 1; day <= mornings; day += 1) fullMs.push(await fullRun(database, addDays(firstDay, day)))
    const oneMs: number[] = []
    for (let number = 0; number < reports; number += 1)
      oneMs.push(await oneReport(database, number, addDays(firstDay, mornings)))
    return rowsOf({ units, firstMs, fullMs: median(fullMs), oneMs: median(oneMs) })
  } finally {
    await database.close()
  }
}

function rowsOf(of: { units: number; firstMs: number; fullMs: number; oneMs: number }): Row[] {
  return [
    {
      what: 'full assessment of a city',
      measured: `${short(of.fullMs)} ms (${of.units} units; first time ${short(of.firstMs)} ms)`,
      budget: '≤ 1000 ms',
      verdict: verdict(of.fullMs, { atMost: 1000 }),
    },
    {
      what: 'findings up to date after one report',
      measured: `${short(of.oneMs)} ms`,
      budget: '≤ 10 ms',
      verdict: verdict(of.oneMs, { atMost: 10 }),
    },
  ]
}

function fullRun(database: Database, day: LocalDate): Promise<number> {
  return inStore(database, noon(day), (store) => timed(() => store.findings.evaluateAll(day)))
}

/** A new colleague in a township; the time is that of the findings alone, of the township and those above it. */
function oneReport(database: Database, number: number, day: LocalDate): Promise<number> {
  return inStore(database, noon(day), async (store, tx) => {
    const unitId = `jc-${1 + (number % 7)}-${1 + (number % 11)}`
    const recordedAt = new Date(noon(day))
    const person = { id: `new-${number}`, name: `新来${number}`, recordedAt }
    const post = { personId: person.id, unitId, roleCode: 'townshipStaff', from: day, recordedAt }
    await tx.person.create({ data: person })
    await tx.post.create({ data: post })
    return timed(async () => {
      const changes = await store.findings.evaluate(await store.findings.affectedBy(unitId), day)
      if (changes.length === 0) throw new Error(`a new colleague at ${unitId} changed nothing`)
    })
  })
}

function noon(day: LocalDate): number {
  return Date.parse(`${day}T12:00:00+08:00`)
}
