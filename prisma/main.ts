// `npm run migration -- NAME`: writes the next migration from the difference between the schema as the
// newest migration left it (a copy lies beside its SQL) and the schema as it is now. For developers.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { migrationNames, migrationSql } from './engine.ts'

const here = import.meta.dirname
const dir = join(here, 'migrations')
const name = process.argv[2]
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('usage: npm run migration -- lower_case_name\n')
  process.exit(2)
}
mkdirSync(dir, { recursive: true })
const newest = migrationNames(dir).at(-1)
const before = newest === undefined ? undefined : readFileSync(join(dir, newest, 'schema.prisma'), 'utf8')
const schemaFile = join(here, 'schema.prisma')
const sql = await migrationSql(
  before,
  readFileSync(schemaFile, 'utf8'),
  new PrismaLibSql({ url: ':memory:' }),
)
if (sql === '') {
  process.stdout.write('The schema has not changed.\n')
  process.exit(0)
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = join(dir, `${stamp}_${name}`)
mkdirSync(folder)
writeFileSync(join(folder, 'migration.sql'), sql)
copyFileSync(schemaFile, join(folder, 'schema.prisma'))
const lock = join(dir, 'migration_lock.toml')
if (!existsSync(lock)) writeFileSync(lock, 'provider = "sqlite"\n')
process.stdout.write(`${folder}\n`)
