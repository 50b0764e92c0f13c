// Reads the acknowledgement of a push over the long connection: `{"code":200,"data":"<base64 of JSON>"}`.

import { z } from 'zod'
import type { PushAnswer } from './transport.ts'

const ackShape = z.object({ code: z.number(), data: z.string().optional() })

/** A code other than 200 is a refusal; `data` that is no base64 JSON makes the answer garbled. */
export function ackedBody(payload: Uint8Array | undefined): PushAnswer {
  const ack = ackShape.safeParse(parsed(Buffer.from(payload ?? []).toString('utf8')))
  if (!ack.success) return { kind: 'garbled' }
  if (ack.data.code !== 200) return { kind: 'refused', status: ack.data.code }
  if (ack.data.data === undefined) return { kind: 'acked', body: undefined }
  const body = parsed(Buffer.from(ack.data.data, 'base64').toString('utf8'))
  return body === undefined ? { kind: 'garbled' } : { kind: 'acked', body }
}

/** The JSON value of `text`, or `undefined` when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
