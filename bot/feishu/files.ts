// Files: down from messages of people, up for our own. For client.ts only.
import type { Readable } from 'node:stream'
import type { Call } from './call.ts'
import { failed } from './failures.ts'
import { ofAnswer } from './http-failure.ts'

/** `fileName` is what the platform calls it, without any folder; undefined when it does not say. */
type Download = { bytes: Buffer; contentType: string; fileName: string | undefined }

export type Files = {
  /**
   * Fetches an image or file that stands in a message; `type` is `file` for audio and video too.
   * @throws FeishuError `feishu.too_large` as soon as more than `maxBytes` came; the rest is not fetched
   */
  download(messageId: string, key: string, type: 'image' | 'file', maxBytes: number): Promise<Download>
  /** At most 10 MB. Answers the image key, good for cards. */
  uploadImage(bytes: Uint8Array): Promise<string>
  /** At most 30 MB, not empty. Answers the file key. */
  uploadFile(name: string, bytes: Uint8Array): Promise<string>
}

export function makeFiles(call: Call): Files {
  return {
    download: (messageId, key, type, maxBytes) =>
      call('resource.get', async (sdk) => {
        const path = { message_id: encodeURIComponent(messageId), file_key: encodeURIComponent(key) }
        const answer = await sdk.im.v1.messageResource.get({ path, params: { type } })
        const header = (name: string) => headerOf(answer.headers, name)
        const stream: Readable = answer.getReadableStream()
        if (Number(header('content-length') ?? 0) > maxBytes) {
          stream.destroy()
          throw failed('resource.get', 'too_large', 0)
        }
        const bytes = await collect(stream, maxBytes)
        const disposition = header('content-disposition')
        const contentType = header('content-type') ?? 'application/octet-stream'
        // A JSON file of a person comes with a name; JSON without one is a refusal with HTTP 200.
        if (disposition === undefined && contentType.includes('json')) refuseIfError(bytes)
        return { bytes, contentType, fileName: nameIn(disposition) }
      }),
    async uploadImage(bytes) {
      const answer = await call('image.create', (sdk) =>
        sdk.im.v1.image.create({ data: { image_type: 'message', image: Buffer.from(bytes) } }),
      )
      return answer?.image_key ?? missingKey('image.create')
    },
    async uploadFile(name, bytes) {
      const answer = await call('file.create', (sdk) =>
        sdk.im.v1.file.create({
          data: { file_type: 'stream', file_name: name, file: Buffer.from(bytes) },
        }),
      )
      return answer?.file_key ?? missingKey('file.create')
    },
  }
}

// A download that stalls is cut by the time-out of its socket, one that trickles by the deadline of the wire.
async function collect(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of stream) {
      bytes += chunk.length
      // Leaving the loop destroys the stream, so no more is fetched.
      if (bytes > maxBytes) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw failed('resource.get', 'network', 0, { cause: error })
  }
  if (bytes > maxBytes) throw failed('resource.get', 'too_large', 0)
  return Buffer.concat(chunks)
}

function refuseIfError(bytes: Buffer): void {
  let body: unknown
  try {
    body = JSON.parse(bytes.toString('utf8'))
  } catch {
    return
  }
  const failure = ofAnswer(body)
  if (failure !== undefined && failure.answer.platformCode !== 0) throw failure
}

/** The name in a Content-Disposition header: the UTF-8 form first, then the plain one, which may be encoded. */
function nameIn(disposition: string | undefined): string | undefined {
  if (disposition === undefined) return undefined
  const utf8 = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition)?.[1]
  const plain = /filename\s*=\s*"?([^";]+)"?/i.exec(disposition)?.[1]
  // Node reads header bytes as Latin-1; names sent raw are UTF-8.
  const name = decoded(utf8 ?? (plain === undefined ? '' : Buffer.from(plain, 'latin1').toString('utf8')))
  return name.split(/[\\/]/).at(-1)?.trim() || undefined
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function headerOf(headers: unknown, name: string): string | undefined {
  const value = typeof headers === 'object' && headers !== null ? Reflect.get(headers, name) : undefined
  return typeof value === 'string' ? value : undefined
}

function missingKey(method: 'image.create' | 'file.create'): never {
  throw failed(method, 'server', 0)
}
