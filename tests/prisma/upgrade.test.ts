// An installation that has data is brought to the newest tables without losing any of it.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { sqliteAdapter } from '../../bot/store/connection.ts'
import { applyMigrations, migrationNames } from '../../prisma/engine.ts'

const all = 'prisma/migrations'

test('what units had said about their organisation is a row of its own afterwards, and nothing below them is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-upgrade-'))
  const url = `file:${join(folder, 'old.db')}`
  const [first = ''] = migrationNames(all)
  cpSync(join(all, first), join(folder, 'first', first), { recursive: true })
  cpSync(join(all, 'migration_lock.toml'), join(folder, 'first', 'migration_lock.toml'))
  const oldSchema = readFileSync(join(all, first, 'schema.prisma'), 'utf8')
  await applyMigrations(join(folder, 'first'), oldSchema, sqliteAdapter({ url }))
  const before = createClient({ url })
  await before.executeMultiple(`
    INSERT INTO "Unit" ("id", "code", "name", "kind", "path", "emergencyOrgSince", "emergencyOrgDocument")
      VALUES ('city', '1', '晋城市', 'city', '/city/', NULL, NULL);
    INSERT INTO "Unit" ("id", "code", "name", "kind", "parentId", "path", "emergencyOrgSince", "emergencyOrgDocument")
      VALUES ('town', '2', '沁水县郑庄镇', 'township', 'city', '/city/town/', '2021-09-01', '郑政办发〔2021〕20号');
    INSERT INTO "UnitAlias" ("unitId", "alias") VALUES ('town', '郑庄');
    INSERT INTO "Person" ("id", "name", "recordedAt") VALUES ('zhang', '张三', '2026-03-01T00:00:00.000+00:00');
    INSERT INTO "Post" ("personId", "unitId", "roleCode", "from", "recordedAt")
      VALUES ('zhang', 'town', 'townshipStaff', '2026-03-01', '2026-03-01T00:00:00.000+00:00');`)
  before.close()

  await applyMigrations(all, readFileSync('prisma/schema.prisma', 'utf8'), sqliteAdapter({ url }))

  const after = createClient({ url })
  const rows = async (sql: string) => (await after.execute(sql)).rows.map((row) => ({ ...row }))
  expect(await rows('SELECT "unitId", "from", "documentNo", "fullTime" FROM "Organisation"')).toEqual([
    { unitId: 'town', from: '2021-09-01', documentNo: '郑政办发〔2021〕20号', fullTime: 1 },
  ])
  expect(await rows('SELECT "alias" FROM "UnitAlias"')).toEqual([{ alias: '郑庄' }])
  expect(await rows('SELECT "unitId", "personId" FROM "Post"')).toEqual([
    { unitId: 'town', personId: 'zhang' },
  ])
  expect(await rows('PRAGMA foreign_key_check')).toEqual([])
  after.close()
  rmSync(folder, { recursive: true, force: true })
})
