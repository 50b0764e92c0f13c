// The entries of a zip archive, inflated one at a time and under limits: a workbook is a zip that strangers may
// send, and a few kilobytes of it can claim to be gigabytes. Imported by bot/sheets/workbook.ts only.
import { inflateRawSync } from 'node:zlib'
import { SheetError } from './problem.ts'

export type Zip = {
  readonly names: readonly string[]
  /** @throws SheetError `bomb` beyond the limits, `damaged` when it cannot be inflated; undefined of no such entry */
  text(name: string): string | undefined
}

/** A workbook has some dozens of entries; each picture in it is one more. */
const mostEntries = 2000
const mostBytesOfEntry = 80 * 1024 * 1024
const mostBytesInAll = 120 * 1024 * 1024
/** Lists repeat themselves and shrink to a twentieth; deflate itself cannot do better than a thousandth. */
const mostRatio = 200
/** Below this size the ratio says nothing. */
const ratioCounts = 4 * 1024 * 1024

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const longestComment = 65_535

type Entry = { method: number; flags: number; packed: number; size: number; at: number }

/** @throws SheetError `damaged` when the bytes are no whole zip, `bomb` when the directory alone is beyond the limits */
export function openZip(bytes: Buffer): Zip {
  const entries = readDirectory(bytes)
  let inflated = 0
  return {
    names: [...entries.keys()],
    text(name) {
      const entry = entries.get(name)
      if (entry === undefined) return undefined
      const content = inflate(bytes, entry, mostBytesInAll - inflated)
      inflated += content.length
      return content.toString('utf8')
    },
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length || bytes.length - end > longestComment + 22) throw damaged()
  if (bytes.readUInt32LE(end) !== endMark) throw damaged()
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) throw new SheetError('bomb')
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw damaged()
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name.replaceAll('\\', '/'), entryAt(bytes, at))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function entryAt(bytes: Buffer, at: number): Entry {
  return {
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
  }
}

function inflate(bytes: Buffer, entry: Entry, left: number): Buffer {
  const { at, packed, flags, method } = entry
  if ((flags & 1) === 1) throw new SheetError('locked')
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localMark) throw damaged()
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (start + packed > bytes.length) throw damaged()
  const content = bytes.subarray(start, start + packed)
  const most = Math.min(mostBytesOfEntry, left, Math.max(packed * mostRatio, ratioCounts))
  // What the directory says is only a hint; what comes out is counted below.
  if (entry.size > most) throw new SheetError('bomb')
  if (method === 0) return content
  if (method !== 8 || most <= 0) throw damaged()
  try {
    return inflateRawSync(content, { maxOutputLength: most })
  } catch (error) {
    throw isTooLarge(error) ? new SheetError('bomb') : damaged()
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

function damaged(): SheetError {
  return new SheetError('damaged')
}
