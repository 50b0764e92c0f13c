// `anjian COMMAND`: the operator's side door. Every command acts on DATABASE_URL, prints JSON with --json, and says
// how it is used when its words are off. Exit status 0 done, 1 not done, 2 wrong words.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { assess } from './assess.ts'
import { bind, bindGroup } from './bind.ts'
import { UsageError } from './command.ts'
import { demo } from './demo.ts'
import { exportFile } from './export.ts'
import { importFile } from './import.ts'
import { obligations } from './obligations.ts'
import { parse } from './parse.ts'
import { push } from './push.ts'
import { queue } from './queue.ts'

const commands = {
  assess,
  bind,
  'bind-group': bindGroup,
  demo,
  obligations,
  parse,
  push,
  queue,
  export: exportFile,
  import: importFile,
} as const

const options = {
  json: { type: 'boolean' },
  'as-of': { type: 'string' },
  unit: { type: 'string' },
  slot: { type: 'string' },
  'dry-run': { type: 'boolean' },
  role: { type: 'string' },
  name: { type: 'string' },
  units: { type: 'boolean' },
  out: { type: 'string' },
  retry: { type: 'boolean' },
} as const

async function main(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [name = '', ...rest] = positionals
  if (!Object.hasOwn(commands, name))
    throw new UsageError(
      Object.values(commands)
        .map(({ usage }) => usage)
        .join('\n'),
    )
  const command = commands[name as keyof typeof commands]
  try {
    await command.run(rest, values)
    return 0
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${error.message}\n${command.usage}`)
    throw error
  }
}

main().then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = error instanceof UsageError || isWrongOption(error) ? 2 : 1
  },
)

function isWrongOption(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
