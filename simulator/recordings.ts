// Voice messages and videos of people: what stands in their content, and how long they last. The platform's client
// records voice as Opus; here any recording is taken as it is.

import { addResource } from './resources.ts'
import type { Tenant } from './tenant.ts'

export type Recording = {
  as: string
  kind: 'audio' | 'media'
  bytes: Uint8Array
  fileName: string
  /** what the client measured; worked out from the bytes when absent */
  durationMs?: number | undefined
}

/** A grey point: the platform gives every video a picture to stand for it. */
const cover = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Keeps the recording and answers the content of its message. */
export function recordingContent(tenant: Tenant, recording: Recording): Record<string, unknown> {
  const { as: owner, kind, bytes, fileName } = recording
  const format = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? (kind === 'audio' ? 'opus' : 'mp4')
  const { key } = addResource(tenant, { kind: 'file', bytes, fileName, format, owner })
  const duration = recording.durationMs ?? lengthMs(bytes)
  if (kind === 'audio') return { file_key: key, duration }
  const picture = addResource(tenant, { kind: 'image', bytes: cover, fileName: 'cover.png', owner })
  return { file_key: key, image_key: picture.key, file_name: fileName, duration }
}

/** Exact for Opus and AMR; others are taken to be 24 kbit/s, the usual rate of speech. */
export function lengthMs(bytes: Uint8Array): number {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const exact = opusMs(all) ?? amrMs(all)
  return Math.max(1, Math.round(exact ?? all.length / 3))
}

// The last page of Ogg says how many samples there are up to its end; Opus counts 48 to the millisecond.
function opusMs(bytes: Buffer): number | undefined {
  const page = bytes.lastIndexOf('OggS')
  if (!bytes.subarray(0, 4).equals(Buffer.from('OggS')) || page + 14 > bytes.length) return undefined
  return Number(bytes.readBigInt64LE(page + 6)) / 48
}

/** Bytes of a frame of 20 ms by its mode, the one with the mode included. */
const amrFrames = [13, 14, 16, 18, 20, 21, 27, 32, 6]

function amrMs(bytes: Buffer): number | undefined {
  const head = Buffer.from('#!AMR\n')
  if (!bytes.subarray(0, head.length).equals(head)) return undefined
  let frames = 0
  for (let at = head.length; at < bytes.length; frames += 1)
    at += amrFrames[((bytes[at] ?? 0) >> 3) & 15] ?? 1
  return frames * 20
}
