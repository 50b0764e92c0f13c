// One SQLite connection for everything. The stock adapter opens a new connection for each interactive
// transaction and begins it "deferred"; ours keeps the connection (with its settings) and begins "immediate",
// so a writer waits at the start and never fails in the middle. The adapter's own lock already lets nothing
// else run between begin and commit. See docs/decisions/0002-libsql.md. Imported by bot/store/database.ts.
import type { Client, Config, Transaction } from '@libsql/client'
import { PrismaLibSql } from '@prisma/adapter-libsql'

/**
 * @param config `url` such as `file:./data/anjian.db`; `encryptionKey` encrypts the file.
 * @param settings statements run on every new connection, such as PRAGMAs
 */
export function sqliteAdapter(config: Config, settings: readonly string[] = []): PrismaLibSql {
  return new OneConnection(config, settings)
}

class OneConnection extends PrismaLibSql {
  readonly settings: readonly string[]
  constructor(config: Config, settings: readonly string[]) {
    super(config)
    this.settings = settings
  }
  override createClient(config: Config): Client {
    const client = super.createClient(config)
    const { settings } = this
    return new Proxy(client, {
      get(target, key) {
        if (key === 'transaction') return () => begin(target, settings)
        const value: unknown = Reflect.get(target, key, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
}

async function begin(client: Client, settings: readonly string[]): Promise<Transaction> {
  let closed = false
  // A statement that failed half-way (another process held the file too long) leaves the connection unusable,
  // so it is given up for a new one; the transaction itself has failed and is tried again by its caller.
  const run = async (statement: string): Promise<void> => {
    try {
      await client.execute(statement)
    } catch (error) {
      await client.reconnect()
      for (const setting of settings) await client.execute(setting)
      throw error
    }
  }
  const end = (statement: string): Promise<void> => {
    closed = true
    return run(statement)
  }
  await run('BEGIN IMMEDIATE')
  return {
    execute: client.execute.bind(client),
    batch: client.batch.bind(client),
    executeMultiple: client.executeMultiple.bind(client),
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    close: () => undefined,
    get closed() {
      return closed
    },
  }
}
