// What is kept of an HTTP call that failed: numbers only. The errors of axios carry request, headers and body,
// among them the app's secret, so none of them leaves this file. For wire.ts and failures.ts only.
import { Readable } from 'node:stream'

export type FailedAnswer = {
  /** HTTP status; undefined when no answer came */
  status: number | undefined
  /** the platform's number, 0 when the answer had none */
  platformCode: number
  /** the number behind `ErrCode:` in the text of a refused card */
  cardCode?: number | undefined
  /** what `x-ogw-ratelimit-reset` said, in ms */
  resetMs?: number | undefined
  /** axios' or Node's word when no answer came, such as ECONNREFUSED */
  reason?: string | undefined
}

/** A call without a good answer. Its message may be logged. */
export class HttpFailure extends Error {
  readonly answer: FailedAnswer
  constructor(answer: FailedAnswer) {
    super(`HTTP ${answer.status ?? answer.reason ?? 'failed'}, code ${answer.platformCode}`)
    this.name = 'HttpFailure'
    this.answer = answer
  }
}

/** A failure hidden in an answer with HTTP 200; undefined when it is a good one. */
export function ofAnswer(body: unknown): HttpFailure | undefined {
  const read = readBody(body)
  if (read === undefined) return new HttpFailure({ status: 200, platformCode: 0, reason: 'notJson' })
  return read.platformCode === 0 ? undefined : new HttpFailure({ status: 200, ...read })
}

/** Turns what axios threw into numbers; reads the body when it is still a stream. Never rejects. */
export async function ofAxios(error: unknown): Promise<HttpFailure> {
  const response = part(error, 'response')
  const reason = text(part(error, 'code'))
  const status = part(response, 'status')
  if (typeof status !== 'number') return new HttpFailure({ status: undefined, platformCode: 0, reason })
  const data = part(response, 'data')
  const body = data instanceof Readable ? await readJson(data) : data
  const resetSeconds = Number(text(part(part(response, 'headers'), 'x-ogw-ratelimit-reset')) ?? Number.NaN)
  const resetMs = resetSeconds >= 0 ? resetSeconds * 1000 : undefined
  return new HttpFailure({ status, platformCode: 0, ...readBody(body), resetMs, reason })
}

const longestErrorBody = 64 * 1024

/** A download's error body arrives as an unread stream. */
async function readJson(stream: Readable): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of stream) {
      bytes += chunk.length
      if (bytes > longestErrorBody) break
      chunks.push(chunk)
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}

function readBody(body: unknown): { platformCode: number; cardCode: number | undefined } | undefined {
  const code = part(body, 'code')
  if (typeof code !== 'number') return undefined
  const cardCode = /ErrCode:\s*(\d+)/.exec(text(part(body, 'msg')) ?? '')?.[1]
  return { platformCode: code, cardCode: cardCode === undefined ? undefined : Number(cardCode) }
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
