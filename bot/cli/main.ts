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
  help: { type: 'boolean', short: 'h' },
} as const

async function main(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [name = '', ...rest] = positionals
  if (values.help === true || name === 'help') {
    process.stdout.write(`${usages()}\n`)
    return 0
  }
  if (!Object.hasOwn(commands, name)) throw new UsageError(`read "${name}", expected one of\n${usages()}`)
  const command = commands[name as keyof typeof commands]
  try {
    const surplus = rest[command.words]
    if (surplus !== undefined) throw new UsageError(`read "${surplus}", expected no more words`)
    await command.run(rest, values)
    return 0
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${error.message}\n${command.usage}`)
    throw error
  }
}

function usages(): string {
  return Object.values(commands)
    .map(({ usage }) => usage)
    .join('\n')
}

main().then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    process.stderr.write(`${sentence(error)}\n`)
    process.exitCode = error instanceof UsageError || codeOf(error).startsWith('ERR_PARSE_ARGS') ? 2 : 1
  },
)

/** What the machine says of files, in words. */
const fileTroubles: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'expected a file, not a folder',
  EACCES: 'this user may not read or write there',
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Node adds advice for names that begin with a dash.
  if (codeOf(error).startsWith('ERR_PARSE_ARGS')) return error.message.split('. ', 1)[0] ?? ''
  const trouble = fileTroubles[codeOf(error)]
  if (trouble === undefined) return error.message
  return 'path' in error ? `${String(error.path)}: ${trouble}` : trouble
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
