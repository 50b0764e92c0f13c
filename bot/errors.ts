// The errors of the machine, one class per border, each with a stable code. What a person can get wrong
// is never one of these: that is a value with a sentence. Messages carry no content of messages or tips.

/** `refused`: the platform did not do it. `unknown`: it may have been done (time-out, cut, 5xx). */
export type Fate = 'refused' | 'unknown'

/** A call to Feishu that did not succeed. `platformCode` is Feishu's own number, 0 when there was none. */
export class FeishuError extends Error {
  readonly code: string
  readonly method: string
  readonly platformCode: number
  readonly fate: Fate
  readonly retryAfterMs: number | undefined
  constructor(init: {
    code: string
    method: string
    platformCode: number
    fate: Fate
    retryAfterMs?: number | undefined
    cause?: unknown
  }) {
    super(`${init.method}: ${init.code} (${init.platformCode})`, { cause: init.cause })
    this.name = 'FeishuError'
    this.code = init.code
    this.method = init.method
    this.platformCode = init.platformCode
    this.fate = init.fate
    this.retryAfterMs = init.retryAfterMs
  }
}

/** The database answered something the program relied on not happening. */
export class StoreError extends Error {
  readonly code: string
  constructor(code: string, what: string, cause?: unknown) {
    super(`${code}: ${what}`, { cause })
    this.name = 'StoreError'
    this.code = code
  }
}

/** A setting that is missing or cannot be read; the message names it and says what is expected. */
export class ConfigError extends Error {
  readonly code = 'config.invalid'
  constructor(message: string) {
    super(message)
    this.name = 'ConfigError'
  }
}
