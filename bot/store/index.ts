// What a handler may do with the database: one object, bound to one transaction and one moment.
import type { Vault } from '../vault.ts'
import type { Tx } from './database.ts'
import { type Files, files } from './files.ts'
import { type Findings, findings } from './findings.ts'
import { type Imports, imports } from './imports.ts'
import { type Members, members } from './members.ts'
import { type Organisations, organisations } from './organisations.ts'
import { type People, people } from './people.ts'
import { type Records, records } from './records.ts'
import { type Reminders, reminders } from './reminders.ts'
import { type Reports, reports } from './reports.ts'
import { type Snapshots, snapshots } from './snapshots.ts'
import { type Tips, tips } from './tips.ts'
import { type Trainings, trainings } from './trainings.ts'
import { undoRows } from './undo.ts'
import { type Units, units } from './units.ts'

export type { KnownPerson } from './import-reading.ts'
export type { StagedPerson } from './imports.ts'
export type { Role } from './invitations.ts'
export type { HeldPost } from './people.ts'
export type { Report } from './reports.ts'
export type { Tip, TipStep } from './tips.ts'
export type { Unit } from './units.ts'

export type Store = {
  readonly units: Units
  readonly organisations: Organisations
  readonly people: People
  readonly trainings: Trainings
  readonly imports: Imports
  readonly reports: Reports
  readonly tips: Tips
  readonly files: Files
  readonly findings: Findings
  readonly snapshots: Snapshots
  readonly members: Members
  readonly records: Records
  readonly reminders: Reminders
  /** Takes back what a report wrote; answers the later report that stands in the way, if one does. */
  undo(reportId: number): Promise<{ blockedBy: string | null } | undefined>
  /** Does work that may turn out not to be wanted: with `keep: 'no'` nothing of it stays. */
  attempt<T>(work: () => Promise<{ value: T; keep: 'yes' | 'no' }>): Promise<T>
}

export type StoreEnv = {
  now: number
  vault: Vault
  newId: () => string
  isWorkingDay: (day: string) => boolean
}

export function makeStore(tx: Tx, env: StoreEnv): Store {
  return {
    units: units(tx),
    organisations: organisations(tx, env),
    people: people(tx, env),
    trainings: trainings(tx, env),
    imports: imports(tx, env),
    reports: reports(tx, env),
    tips: tips(tx, env),
    files: files(tx, env),
    findings: findings(tx, env),
    snapshots: snapshots(tx, env),
    members: members(tx, env),
    records: records(tx, env),
    reminders: reminders(tx),
    undo: (reportId) => undoRows(tx, reportId, env.now),
    async attempt(work) {
      await tx.$executeRawUnsafe('SAVEPOINT attempt')
      const { value, keep } = await work()
      if (keep === 'no') await tx.$executeRawUnsafe('ROLLBACK TO SAVEPOINT attempt')
      await tx.$executeRawUnsafe('RELEASE SAVEPOINT attempt')
      return value
    },
  }
}
