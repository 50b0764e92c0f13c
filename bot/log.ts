// One JSON line per happening, never content: no message text, names, phones, tips, tokens or open_ids.
// Callers pass codes, counts, keys and references only; the redaction below is the second lock.
import { pino } from 'pino'

export type Log = {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

const secret = ['text', 'body', 'content', 'name', 'phone', 'mobile', 'openId', 'open_id', 'token', 'secret']

/** @param level pino's level name, `silent` for none */
export function makeLog(level: string): Log {
  const logger = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secret.flatMap((key) => [key, `*.${key}`]), censor: '…' },
    serializers: { err: (error: unknown) => describe(error) },
  })
  // Plain functions: some callers take one of them away from the object.
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  }
}

// A message of a library may quote what it choked on, so only class, code and place are kept.
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  return {
    type: error.name,
    code,
    at: error.stack
      ?.split('\n')
      .slice(1, 4)
      .map((line) => line.trim()),
  }
}
