// The only reader of the environment. Fails loudly with the name of the setting; keys that are not given
// are made once under DATA_DIR. Every setting stands in .env.example (a test compares the two).
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ConfigError } from './errors.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)
const optional = z.preprocess(blank, z.string().optional())
const withDefault = (fallback: string) => z.preprocess(blank, z.string().default(fallback))

export const settings = z.object({
  FEISHU_APP_ID: z.preprocess(
    blank,
    z
      .string()
      .regex(/^cli_[0-9a-fA-F]{16}$/)
      .optional(),
  ),
  FEISHU_APP_SECRET: optional,
  FEISHU_DOMAIN: z.preprocess(
    blank,
    z
      .url()
      .default('https://open.feishu.cn')
      .transform((url) => url.replace(/\/+$/, '')),
  ),
  FEISHU_TRANSPORT: z.preprocess(blank, z.enum(['ws', 'webhook']).default('ws')),
  FEISHU_ENCRYPT_KEY: optional,
  FEISHU_VERIFICATION_TOKEN: optional,
  DATABASE_URL: z.preprocess(
    blank,
    z
      .string()
      .refine((url) => url.startsWith('file:'), 'must begin with file: (PostgreSQL comes later)')
      .optional(),
  ),
  DATABASE_KEY: optional,
  DATA_DIR: withDefault('./data'),
  HOST: withDefault('127.0.0.1'),
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65_535).default(3000)),
  PUBLIC_URL: z.preprocess(blank, z.url().optional()),
  TZ: z.preprocess(blank, z.literal('Asia/Shanghai').default('Asia/Shanghai')),
  ADMIN_OPEN_IDS: withDefault('').transform((list) =>
    list
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
  ),
  SEAL_KEYS: optional,
  LLM_BASE_URL: z.preprocess(blank, z.url({ protocol: /^https?$/ }).optional()),
  LLM_API_KEY: optional,
  LLM_MODEL: optional,
  LOG_LEVEL: z.preprocess(
    blank,
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  ),
})

export type Config = Readonly<Omit<z.infer<typeof settings>, 'SEAL_KEYS' | 'DATABASE_URL'>> & {
  /** of a file in DATA_DIR unless it is given */
  readonly DATABASE_URL: string
  /** newest first, 32 bytes each */
  readonly sealKeys: readonly Buffer[]
  /** a key was made now: the start says to back it up */
  readonly keysWereMade: boolean
}

/**
 * @throws ConfigError naming each setting that cannot be read and what is expected
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const read = settings.safeParse(env)
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`Settings that cannot be read:\n  ${lines.join('\n  ')}`)
  }
  const { SEAL_KEYS, ...rest } = read.data
  if ((rest.FEISHU_APP_ID === undefined) !== (rest.FEISHU_APP_SECRET === undefined)) {
    throw new ConfigError('FEISHU_APP_ID and FEISHU_APP_SECRET go together: give both or neither.')
  }
  const overWebhook = rest.FEISHU_APP_ID !== undefined && rest.FEISHU_TRANSPORT === 'webhook'
  if (overWebhook && rest.FEISHU_VERIFICATION_TOKEN === undefined) {
    throw new ConfigError(
      'Webhooks need FEISHU_VERIFICATION_TOKEN (without it the address check cannot be answered), and better FEISHU_ENCRYPT_KEY too.',
    )
  }
  if ((rest.LLM_BASE_URL === undefined) !== (rest.LLM_MODEL === undefined)) {
    throw new ConfigError('LLM_BASE_URL and LLM_MODEL go together: give both or neither.')
  }
  const { keys, made } = sealKeys(SEAL_KEYS, rest.DATA_DIR)
  const DATABASE_URL = rest.DATABASE_URL ?? `file:${join(rest.DATA_DIR, 'anjian.db')}`
  return Object.freeze({ ...rest, DATABASE_URL, sealKeys: keys, keysWereMade: made })
}

function sealKeys(given: string | undefined, dataDir: string): { keys: Buffer[]; made: boolean } {
  if (given !== undefined) return { keys: parseKeys(given, 'SEAL_KEYS'), made: false }
  const file = join(dataDir, 'seal.key')
  if (existsSync(file)) return { keys: parseKeys(readFileSync(file, 'utf8'), file), made: false }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const key = randomBytes(32)
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  return { keys: [key], made: true }
}

function parseKeys(text: string, where: string): Buffer[] {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((part) => Buffer.from(part, 'base64'))
  if (keys.length === 0 || keys.some((key) => key.length !== 32)) {
    throw new ConfigError(`${where}: expected base64 keys of 32 bytes, newest first, separated by commas.`)
  }
  return keys
}
