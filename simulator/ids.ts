// Ids of the shapes the platform uses. Random ones come from the source given at start; those of people and
// chats can also be derived from their names, so that a restart of the simulator keeps them.

import { createHash } from 'node:crypto'

/** Gives `count` random bytes. */
export type RandomBytes = (count: number) => Uint8Array

export type Ids = {
  message: () => string
  event: () => string
  chat: () => string
  image: () => string
  file: () => string
  /** tenant token, `t-…` */
  token: () => string
  /** token of one card press, `c-…` */
  press: () => string
  log: () => string
  /** a whole number below `limit` */
  below: (limit: number) => number
  bytes: RandomBytes
}

export function makeIds(random: RandomBytes): Ids {
  const hex = (count: number) => Buffer.from(random(count)).toString('hex')
  return {
    message: () => `om_${hex(16)}`,
    event: () => hex(16),
    chat: () => `oc_${hex(16)}`,
    image: () => `img_v3_${hex(16)}`,
    file: () => `file_v3_${hex(16)}`,
    token: () => `t-${hex(20)}`,
    press: () => `c-${hex(16)}`,
    log: () => `sim${hex(14)}`,
    below: (limit) => Buffer.from(random(4)).readUInt32BE(0) % limit,
    bytes: random,
  }
}

/** The same `prefix` and words always give the same id: `prefix` and 32 hex digits. */
export function derivedId(prefix: string, ...words: string[]): string {
  return prefix + createHash('sha256').update(words.join('\u0000')).digest('hex').slice(0, 32)
}
