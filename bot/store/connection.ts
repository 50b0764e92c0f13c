// One SQLite connection for everything. The stock adapter opens a new connection for each interactive
// transaction and begins it "deferred"; ours keeps the connection (with its settings) and begins "immediate",
// so a writer waits at the start and never fails in the middle. The adapter's own lock already lets nothing
// else run between begin and commit. See docs/decisions/0002-libsql.md. Imported by bot/store/database.ts.
import type { Client, Config, Transaction } from '@libsql/client'
import { PrismaLibSql } from '@prisma/adapter-libsql'

/**
 * @param config `url` such as `file:./data/anjian.db`; `encryptionKey` encrypts the file.
 */
export function sqliteAdapter(config: Config): PrismaLibSql {
  return new OneConnection(config)
}

class OneConnection extends PrismaLibSql {
  override createClient(config: Config): Client {
    const client = super.createClient(config)
    return new Proxy(client, {
      get(target, key) {
        if (key === 'transaction') return () => begin(target)
        const value: unknown = Reflect.get(target, key, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
}

async function begin(client: Client): Promise<Transaction> {
  await client.execute('BEGIN IMMEDIATE')
  let closed = false
  const end = async (statement: string): Promise<void> => {
    closed = true
    await client.execute(statement)
  }
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
