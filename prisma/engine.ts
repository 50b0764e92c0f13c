// Makes and applies migrations without the downloaded engine binary: the same engine as WebAssembly,
// with Prisma's own bookkeeping table, so the normal `prisma migrate` works for those who have it.
// Imported by bot/store/database.ts and prisma/main.ts only. See docs/decisions/0003-prisma-offline.md.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { DiffTarget, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'

// Node's own type package has no values for WebAssembly without the browser's types.
const wasm = Reflect.get(globalThis, 'WebAssembly') as {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}
const filters = { externalTables: [], externalEnums: [] }

type Engine = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')
let loaded: Promise<Engine> | undefined

// Once per process: the glue keeps views into the first instance's memory.
async function load(): Promise<Engine> {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(join(dirname(glue), 'schema_engine_bg.wasm'))
  const { instance } = await wasm.instantiate(bytes, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return engine
}

async function openEngine(
  schema: string,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  loaded ??= load()
  const { SchemaEngine } = await loaded
  return SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

/** The migration folders below `dir`, oldest first, as the engine wants them. */
function migrationList(dir: string): MigrationList {
  const lock = join(dir, 'migration_lock.toml')
  return {
    baseDir: dir,
    lockfile: { path: lock, content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(dir).map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(dir, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

/** Names of the migrations in `dir`, oldest first. */
export function migrationNames(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** Applies what is missing, in order; answers the names that were applied now. Safe to repeat. */
export async function applyMigrations(
  dir: string,
  schema: string,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<string[]> {
  const engine = await openEngine(schema, factory)
  try {
    const done = await engine.applyMigrations({ migrationsList: migrationList(dir), filters })
    return done.appliedMigrationNames
  } finally {
    engine.free()
  }
}

/** The SQL that leads from one schema text to another; empty when they mean the same tables. */
export async function migrationSql(
  from: string | undefined,
  to: string,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<string> {
  const engine = await openEngine(to, factory)
  const target = (text: string): DiffTarget => ({
    tag: 'schemaDatamodel',
    files: [{ path: 'schema.prisma', content: text }],
  })
  try {
    const diff = await engine.diff({
      from: from === undefined ? { tag: 'empty' } : target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters,
    })
    const sql = diff.stdout ?? ''
    return sql.includes('This is an empty migration') ? '' : sql
  } finally {
    engine.free()
  }
}
