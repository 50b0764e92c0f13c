// A folder of the benchmark's own on the disk where the bot keeps its data, since the disk is what is measured.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../bot/root.ts'

/** Deleted with `using`, and at the latest when the process ends. */
export function benchFolder(): Disposable & { path: string } {
  const data = join(projectRoot(), 'data')
  mkdirSync(data, { recursive: true })
  const path = mkdtempSync(join(data, 'bench-'))
  const remove = () => rmSync(path, { recursive: true, force: true })
  process.once('exit', remove)
  return {
    path,
    [Symbol.dispose]() {
      process.removeListener('exit', remove)
      remove()
    },
  }
}
