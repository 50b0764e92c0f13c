// The few protobuf wire types the long connection needs: varints and length-delimited fields. Used by frames.ts.

/** One field as read from the wire; `number` is the field's number in the schema. */
export type Field = { number: number; varint: bigint } | { number: number; bytes: Uint8Array }

/** Bytes of a non-negative integer, seven bits each, lowest first. */
function varint(value: bigint): number[] {
  const out: number[] = []
  let rest = BigInt.asUintN(64, value)
  while (rest > 0x7fn) {
    out.push(Number(rest & 0x7fn) | 0x80)
    rest >>= 7n
  }
  out.push(Number(rest))
  return out
}

/** A varint field, tag and value. Zero is written too: the schema requires these fields. */
export function varintField(number: number, value: bigint): number[] {
  return [number << 3, ...varint(value)]
}

/** A length-delimited field: tag, length, bytes. */
export function bytesField(number: number, bytes: Uint8Array): Uint8Array {
  const head = [(number << 3) | 2, ...varint(BigInt(bytes.length))]
  const out = new Uint8Array(head.length + bytes.length)
  out.set(head)
  out.set(bytes, head.length)
  return out
}

/** Reads all fields. @throws on a cut-off message or a wire type other than 0 and 2. */
export function readFields(bytes: Uint8Array): Field[] {
  const fields: Field[] = []
  let at = 0
  while (at < bytes.length) {
    const tag = readVarint(bytes, at)
    const number = Number(tag.value >> 3n)
    const value = readVarint(bytes, tag.next)
    if ((tag.value & 7n) === 0n) {
      fields.push({ number, varint: value.value })
      at = value.next
    } else if ((tag.value & 7n) === 2n) {
      const end = value.next + Number(value.value)
      if (end > bytes.length) throw new Error('protobuf: field longer than the message')
      fields.push({ number, bytes: bytes.subarray(value.next, end) })
      at = end
    } else throw new Error(`protobuf: wire type ${tag.value & 7n} is not used here`)
  }
  return fields
}

function readVarint(bytes: Uint8Array, start: number): { value: bigint; next: number } {
  let value = 0n
  let shift = 0n
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    value |= BigInt(byte & 0x7f) << shift
    if (byte < 0x80) return { value: BigInt.asUintN(64, value), next: at + 1 }
    shift += 7n
    if (shift > 63n) break
  }
  throw new Error('protobuf: varint without end')
}
