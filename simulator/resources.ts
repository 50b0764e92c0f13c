// Images and files of the tenant, kept in memory with their owner: people's files can only be fetched through
// the message that carries them, the bot's own also by key alone.

import type { Message, Resource, Tenant } from './tenant.ts'

export type NewResource = Pick<Resource, 'kind' | 'bytes' | 'fileName' | 'owner'> & { format?: string }

/** Keeps the bytes under a new key. The content type of an image comes from its first bytes. */
export function addResource(tenant: Tenant, upload: NewResource): Resource {
  const format = upload.format ?? imageFormat(upload.bytes) ?? 'stream'
  const resource: Resource = {
    key: upload.kind === 'image' ? tenant.ids.image() : tenant.ids.file(),
    kind: upload.kind,
    bytes: upload.bytes,
    fileName: upload.fileName,
    format,
    contentType: contentTypes[format] ?? 'application/octet-stream',
    owner: upload.owner,
  }
  tenant.resources.set(resource.key, resource)
  return resource
}

const contentTypes: Record<string, string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  tiff: 'image/tiff',
  ico: 'image/x-icon',
  heic: 'image/heic',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  opus: 'audio/ogg',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  amr: 'audio/amr',
}

const signatures: [format: string, offset: number, bytes: string][] = [
  ['png', 0, '89504e47'],
  ['jpeg', 0, 'ffd8ff'],
  ['gif', 0, '47494638'],
  ['webp', 8, '57454250'],
  ['bmp', 0, '424d'],
  ['tiff', 0, '49492a00'],
  ['tiff', 0, '4d4d002a'],
  ['ico', 0, '00000100'],
  ['heic', 4, '66747970686569'],
]

/** The format by the first bytes, or `undefined` when it is none of the images the platform takes. */
export function imageFormat(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  return signatures.find(([, offset, hex]) => head.startsWith(hex, offset * 2))?.[0]
}

/** The keys a message's content carries: of an image, a file, or the pictures inside a post or card. */
export function resourceKeys(message: Message): string[] {
  return message.content.match(/(?:img|file)_v3_[0-9a-f]+/g) ?? []
}
