// The one connection survives what another process does to the file.
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { sqliteAdapter } from '../../../bot/store/connection.ts'
import { PrismaClient } from '../../../prisma/generated/client.ts'
import { freshDatabase } from '../../support/database.ts'

test('a transaction that waited too long for another process fails alone, the next ones work', async () => {
  await using database = await freshDatabase()
  const other = createClient({ url: database.url })
  const settings = ['PRAGMA busy_timeout = 20']
  const client = new PrismaClient({ adapter: sqliteAdapter({ url: database.url }, settings) })
  for (const setting of settings) await client.$queryRawUnsafe(setting)
  const count = (name: string) => client.$transaction((tx) => tx.counter.create({ data: { name, value: 1 } }))

  await other.execute('BEGIN IMMEDIATE')
  await expect(count('held')).rejects.toThrow()
  await expect(count('held again')).rejects.toThrow()
  await other.execute('COMMIT')

  await count('free')
  expect((await client.counter.findMany()).map((row) => row.name)).toEqual(['free'])
  await client.$disconnect()
  other.close()
})
