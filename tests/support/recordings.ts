// Recordings made byte by byte: as short as can be, and as long as they say.

/** An Opus recording whose last page says that it lasts so long. */
export function opus(ms: number): Buffer {
  const page = (samples: bigint, kind: number) => {
    const head = Buffer.alloc(28)
    head.write('OggS')
    head[5] = kind
    head.writeBigInt64LE(samples, 6)
    head[26] = 1
    head[27] = 8
    return Buffer.concat([head, Buffer.from(kind === 2 ? 'OpusHead' : 'whatever')])
  }
  return Buffer.concat([page(0n, 2), page(BigInt(ms) * 48n, 4)])
}

/** Silence that any browser plays. */
export function wave(ms: number): Buffer {
  const rate = 8000
  const samples = Buffer.alloc((rate * ms) / 1000, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF')
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}
