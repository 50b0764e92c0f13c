// Packs files into a zip archive. For small archives of our own only: no streaming, no 64-bit sizes. Imported by
// bot/sheets/write.ts.
import { crc32, deflateRawSync } from 'node:zlib'

/** Version 2.0, names in UTF-8, deflated, dated 1980-01-01 so that the same content gives the same bytes. */
const start = Buffer.from([20, 0, 0, 8, 8, 0, 0, 0, 0x21, 0])

export function zipFiles(files: Readonly<Record<string, string>>): Buffer {
  const packed: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    const body = deflateRawSync(content, { level: 4 })
    const title = Buffer.from(name)
    const sizes = numbers(
      [crc32(content), 4],
      [body.length, 4],
      [content.length, 4],
      [title.length, 2],
      [0, 2],
    )
    const local = Buffer.concat([mark(3, 4), start, sizes, title, body])
    const place = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4])
    directory.push(Buffer.concat([mark(1, 2), start.subarray(0, 2), start, sizes, place, title]))
    packed.push(local)
    offset += local.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const count = directory.length
  const end = numbers([0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2])
  return Buffer.concat([...packed, ...directory, mark(5, 6), end])
}

function mark(third: number, fourth: number): Buffer {
  return Buffer.from([0x50, 0x4b, third, fourth])
}

function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes)
      field.writeUIntLE(value, 0, bytes)
      return field
    }),
  )
}
