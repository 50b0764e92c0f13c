#!/usr/bin/env node
// `npx anjian …`: makes sure that the program is built, then runs its command line with the same words.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const ready = spawnSync(process.execPath, [join(root, 'setup.mjs'), 'build'], { stdio: ['ignore', 2, 2] })
if (ready.status !== 0) process.exit(ready.status ?? 1)
const run = spawnSync(process.execPath, [join(root, 'dist/bot/cli/main.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(run.status ?? 1)
