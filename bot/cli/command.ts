// What a command of the command line is, and how it opens the database and prints.
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { unitNamed } from '../../handlers/unit-name.ts'
import { type Config, readConfig } from '../config.ts'
import { isWorkingDay } from '../holidays.ts'
import { type Database, databaseFile, openDatabase, type Tx } from '../store/database.ts'
import { makeStore, type Store, type Unit } from '../store/index.ts'
import { allPlaces } from '../store/places.ts'
import { makeGazetteer } from '../text/index.ts'
import { makeVault, type Vault } from '../vault.ts'

export type Options = {
  json?: boolean | undefined
  'as-of'?: string | undefined
  unit?: string | undefined
  slot?: string | undefined
  'dry-run'?: boolean | undefined
  role?: string | undefined
  name?: string | undefined
  units?: boolean | undefined
  out?: string | undefined
  retry?: boolean | undefined
}

export type Command = {
  /** one line, such as `anjian bind OPEN_ID --unit NAME --role ROLE --name NAME` */
  usage: string
  /** how many words it takes besides its options */
  words: 0 | 1
  run(words: readonly string[], options: Options): Promise<void>
}

/** The words are off; the message says what was read and what is expected. Exit status 2. */
export class UsageError extends Error {}

export type Opened = { config: Config; database: Database; vault: Vault; now: number }

/**
 * Opens the database of the settings for one piece of work.
 *
 * @throws when there is none: a wrong path must not look like an empty city
 */
export async function withDatabase<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const config = readConfig()
  const file = databaseFile(config.DATABASE_URL)
  if (!existsSync(file))
    throw new Error(`there is no database at ${file}; anjian demo --units makes one, or set DATABASE_URL`)
  return opening(config, work)
}

/** The same, and makes the database when there is none. */
export const withNewDatabase = <T>(work: (opened: Opened) => Promise<T>): Promise<T> =>
  opening(readConfig(), work)

async function opening<T>(config: Config, work: (opened: Opened) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url: config.DATABASE_URL, encryptionKey: config.DATABASE_KEY })
  try {
    return await work({ config, database, vault: makeVault(config.sealKeys, randomBytes), now: Date.now() })
  } finally {
    await database.close()
  }
}

/** One transaction with the whole store. */
export function inStore<T>(
  { database, vault, now }: Opened,
  work: (store: Store, tx: Tx) => Promise<T>,
): Promise<T> {
  return database.transact((tx) => work(makeStore(tx, { now, vault, newId: randomUUID, isWorkingDay }), tx))
}

/** The unit of --unit, by the names it has in chat. @throws UsageError when none or several are called so */
export async function namedUnit(store: Store, tx: Tx, name: string | undefined): Promise<Unit> {
  if (name === undefined) throw new UsageError('expected --unit NAME, a full name such as 沁水县郑庄镇')
  const gazetteer = makeGazetteer(await allPlaces(tx))
  const named = await unitNamed(name, { store, gazetteer, sender: undefined })
  if (named.found === 'one') return named.unit
  const namesOf = (units: readonly Unit[]) => units.map((unit) => unit.name).join(', ')
  if (named.found === 'several')
    throw new UsageError(`--unit: several units are called "${name}": ${namesOf(named.units)}`)
  const nearest = named.nearest.length === 0 ? '' : `; nearest: ${namesOf(named.nearest)}`
  throw new UsageError(
    `--unit: no unit is called "${name}"; expected a name such as 沁水县郑庄镇 or 郑庄镇${nearest}`,
  )
}

/** The unit of --unit; without it the whole city. @throws when the database has no units at all */
export async function unitOrCity(store: Store, tx: Tx, name: string | undefined): Promise<Unit> {
  if (name !== undefined) return namedUnit(store, tx, name)
  const root = await store.units.root()
  if (root === undefined) throw new Error('there are no units yet; anjian demo --units loads those of 晋城')
  return root
}

/** `value` as JSON with --json, else the lines. */
export function output(options: Options, value: unknown, lines: readonly string[]): void {
  process.stdout.write(
    options.json === true ? `${JSON.stringify(value, null, 2)}\n` : `${lines.join('\n')}\n`,
  )
}
