// Runs once before all tests: makes one migrated, empty database file that every test copies, and names a second one
// with the demo city, which the first test that wants it makes (demo.ts): most runs want it not.
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
    /** Path of the one with the demo city; not there before somebody asked for it. */
    demoTemplate: string
  }
}

export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-template-'))
  const file = join(folder, 'template.db')
  // Straight through the engine and not through openDatabase: without its write-ahead log a plain copy is whole.
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  await applyMigrations('prisma/migrations', schema, sqliteAdapter({ url: `file:${file}` }))
  project.provide('databaseTemplate', file)
  project.provide('demoTemplate', join(folder, 'demo.db'))
  return () => rmSync(folder, { recursive: true, force: true })
}
