// The command line as an operator runs it, on a database of its own.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Ran = { status: number; out: string; err: string }

export type CommandLine = {
  folder: string
  /** of the database that the commands act on */
  url: string
  anjian(words: readonly string[], input?: string): Promise<Ran>
  /** deletes the folder */
  remove(): void
}

export function commandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-cli-'))
  const url = `file:${folder}/cli.db`
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: folder }
  return {
    folder,
    url,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    anjian: (words, input = '') =>
      new Promise((resolve) => {
        const args = ['--import', 'tsx', 'bot/cli/main.ts', ...words]
        const options = { env, maxBuffer: 64 * 1024 * 1024 }
        const child = execFile(process.execPath, args, options, (error, out, err) => {
          const failed = typeof error?.code === 'number' ? error.code : 1
          resolve({ status: error === null ? 0 : failed, out, err })
        })
        child.stdin?.end(input)
      }),
  }
}
