// What the SDK may say in our log: the first words of its own sentences. Everything after the first number or
// punctuation can be an address with a ticket, a body or a token, so it is dropped. For client.ts, connection.ts.
import type { Logger } from '@larksuiteoapi/node-sdk'

/** The part of bot/log.ts this folder needs. */
export type FeishuLog = {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/**
 * A logger for the SDK, which calls each method with one array. Errors are left out: whoever made the call gets
 * them as FeishuError. Its `info` is ours to debug with; debug and trace are dropped.
 */
export function sdkLogger(log: FeishuLog): Logger {
  const pass = (write: FeishuLog['debug']) => (said: unknown) => {
    const words = firstWords(said)
    if (words !== '') write({}, `sdk: ${words}`)
  }
  const nothing = () => undefined
  return {
    error: pass(log.warn),
    warn: pass(log.warn),
    info: pass(log.debug),
    debug: nothing,
    trace: nothing,
  }
}

function firstWords(said: unknown): string {
  const sentence = [said].flat().find((part) => typeof part === 'string' && !/^\[?ws\]?$/.test(part))
  return typeof sentence === 'string' ? (/^[A-Za-z /'-]{0,60}/.exec(sentence)?.[0].trim() ?? '') : ''
}
