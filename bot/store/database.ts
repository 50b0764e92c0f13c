// Opens the database once and gives out one thing: `transact`. The raw client is never exported, because a
// write beside an open transaction is the classic way to lose data. Inside `transact` nothing but database
// work is awaited. See docs/decisions/0002-libsql.md. Imported by the composition root only.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { applyMigrations, migrationNames } from '../../prisma/engine.ts'
import { PrismaClient } from '../../prisma/generated/client.ts'
import { StoreError } from '../errors.ts'
import { projectRoot } from '../root.ts'
import { sqliteAdapter } from './connection.ts'
import { makeLine } from './line.ts'

/** How long a transaction may wait for its turn, and how long it may last. */
const longestMs = 30_000

/** One open transaction. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

export type Database = {
  /** All database work goes through here: everything of `work` is kept, or nothing. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same, ahead of all that wait: for taking in what the platform delivers, which it repeats after 3 s. */
  transactFirst<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Another process (the command line) may hold the file this long; a commit is on the disk before it is done. */
const settings = ['PRAGMA busy_timeout = 5000', 'PRAGMA synchronous = FULL']

/**
 * Opens the file, brings its tables up to date and sets it to survive a power cut (WAL, synchronous=FULL).
 *
 * @param init `url` is `file:…`; `encryptionKey` encrypts the file
 * @throws StoreError `store.unsupported` for an address that is not a file
 */
export async function openDatabase(init: {
  url: string
  encryptionKey?: string | undefined
}): Promise<Database> {
  if (!init.url.startsWith('file:')) {
    throw new StoreError('store.unsupported', 'DATABASE_URL must begin with file: (PostgreSQL comes later)')
  }
  const file = databaseFile(init.url)
  mkdirSync(dirname(file), { recursive: true })
  // Names and telephone numbers lie in it. SQLite gives the files beside it the same mode.
  closeSync(openSync(file, 'a', 0o600))
  const { url, encryptionKey } = init
  const adapter = sqliteAdapter(encryptionKey === undefined ? { url } : { url, encryptionKey }, settings)
  const client = new PrismaClient({ adapter })
  await client.$queryRawUnsafe('PRAGMA journal_mode = WAL')
  for (const setting of settings) await client.$queryRawUnsafe(setting)
  await migrate(client, adapter)
  const line = makeLine(longestMs)
  const limits = { maxWait: longestMs, timeout: longestMs }
  return {
    transact: (work) => line(() => client.$transaction(work, limits), 'last'),
    transactFirst: (work) => line(() => client.$transaction(work, limits), 'first'),
    async close() {
      // So that the file alone is whole for whoever copies it; libSQL leaves the log beside it.
      await client.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)')
      await client.$disconnect()
    },
  }
}

/** The file of an address `file:…`. */
export const databaseFile = (url: string): string => url.slice('file:'.length)

async function migrate(client: PrismaClient, adapter: ReturnType<typeof sqliteAdapter>): Promise<void> {
  const prismaDir = join(projectRoot(), 'prisma')
  const migrationsDir = join(prismaDir, 'migrations')
  const applied = await appliedMigrations(client)
  // Starting the engine costs a tenth of a second, so it starts only when something is missing.
  if (migrationNames(migrationsDir).every((name) => applied.has(name))) return
  const schemaFile = join(prismaDir, 'schema.prisma')
  if (!existsSync(schemaFile)) throw new StoreError('store.no_schema', schemaFile)
  await applyMigrations(migrationsDir, readFileSync(schemaFile, 'utf8'), adapter)
}

async function appliedMigrations(client: PrismaClient): Promise<Set<string>> {
  const tables = await client.$queryRawUnsafe<unknown[]>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`,
  )
  if (tables.length === 0) return new Set()
  const rows = await client.$queryRawUnsafe<{ migration_name: string }[]>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  )
  return new Set(rows.map((row) => row.migration_name))
}
