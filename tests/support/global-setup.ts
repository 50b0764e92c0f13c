// Runs once before all tests: makes one migrated, empty database file that every test copies.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { sqliteAdapter } from '../../bot/store/connection.ts'
import { applyMigrations } from '../../prisma/engine.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the migrated database file to copy. */
    databaseTemplate: string
  }
}

export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-template-'))
  const file = join(folder, 'template.db')
  // Straight through the engine and not through openDatabase: without its write-ahead log a plain copy is whole.
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  await applyMigrations('prisma/migrations', schema, sqliteAdapter({ url: `file:${file}` }))
  project.provide('databaseTemplate', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
