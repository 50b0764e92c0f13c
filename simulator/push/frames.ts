// The frames of the long connection, encoded and decoded by hand. One frame per WebSocket message.

import { bytesField, type Field, readFields, varintField } from './protobuf.ts'

/** `method` 0 is control (ping, pong), 1 is data. `service` is the service_id of the connection's address. */
export type Frame = {
  seqId: bigint
  logId: bigint
  service: number
  method: number
  headers: [key: string, value: string][]
  payload?: Uint8Array
}

const utf8 = new TextEncoder()

/** Bytes of a frame; fields 1 to 4 are written even when they are zero. */
export function encodeFrame(frame: Frame): Uint8Array {
  const parts: Uint8Array[] = [
    Uint8Array.from([
      ...varintField(1, frame.seqId),
      ...varintField(2, frame.logId),
      ...varintField(3, BigInt(frame.service)),
      ...varintField(4, BigInt(frame.method)),
    ]),
  ]
  for (const [key, value] of frame.headers) {
    const header = [bytesField(1, utf8.encode(key)), bytesField(2, utf8.encode(value))]
    parts.push(bytesField(5, Buffer.concat(header)))
  }
  if (frame.payload !== undefined) parts.push(bytesField(8, frame.payload))
  return Buffer.concat(parts)
}

/** Reads a frame; fields this side does not use are skipped. @throws when the bytes are no frame. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const frame: Frame = { seqId: 0n, logId: 0n, service: 0, method: 0, headers: [] }
  for (const field of readFields(bytes)) readField(frame, field)
  return frame
}

function readField(frame: Frame, field: Field): void {
  if ('varint' in field) {
    if (field.number === 1) frame.seqId = field.varint
    if (field.number === 2) frame.logId = field.varint
    if (field.number === 3) frame.service = Number(BigInt.asIntN(32, field.varint))
    if (field.number === 4) frame.method = Number(BigInt.asIntN(32, field.varint))
    return
  }
  if (field.number === 5) frame.headers.push(readHeader(field.bytes))
  if (field.number === 8) frame.payload = field.bytes
}

function readHeader(bytes: Uint8Array): [string, string] {
  const text = (number: number) => {
    const field = readFields(bytes).find((candidate) => candidate.number === number)
    return field !== undefined && 'bytes' in field ? Buffer.from(field.bytes).toString('utf8') : ''
  }
  return [text(1), text(2)]
}

/** The value of a header, or an empty string. */
export function headerOf(frame: Frame, key: string): string {
  return frame.headers.find(([name]) => name === key)?.[1] ?? ''
}
