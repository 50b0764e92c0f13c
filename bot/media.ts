// Photos and files that people send: fetched before the handler runs, checked, stripped of metadata, stored
// encrypted under DATA_DIR/files; and put up again under the bot's own image key when a card shows them.

import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { MessageIn, ReceivedFile, Say } from './context.ts'
import { FeishuError } from './errors.ts'
import type { FeishuApi } from './feishu/client.ts'
import { isTableName, readTable } from './sheets/read.ts'
import { writeWorkbook } from './sheets/write.ts'
import type { Database, Tx } from './store/database.ts'
import { imageKeyOf, setImageKey } from './store/files.ts'
import type { Vault } from './vault.ts'

/** More than this is refused with a sentence; the platform itself allows 100 MB. */
export const mostFileBytes = 30 * 1024 * 1024
/** No side of a stored photo is longer, pixels. */
const longestSide = 2560
/** Pictures and recordings that are sent as files. */
const photoName = /\.(jpe?g|png|webp|gif|bmp|tiff?|heic|heif|avif)$/i
const recordingName = /\.(mp4|mov|avi|mkv|3gp|wmv|webm|m4a|mp3|wav|amr|opus|ogg|aac|flac)$/i
const photoMark = /^stored-[\w-]+$/

export type Media = {
  /** Fetches and keeps what came with a message. @throws FeishuError when the platform cannot be reached */
  keep(message: MessageIn): Promise<ReceivedFile[]>
  /** Card content with `stored-ID` replaced by image keys the platform knows; uploads at most once per photo. */
  withImages(content: string): Promise<string>
  /** The same for the answer to a press, which cannot wait for an upload; undefined when a photo is not up yet. */
  withKnownImages(tx: Tx, card: object): Promise<unknown>
  /** Builds and uploads the workbook of a file message; answers the content the platform wants. */
  workbookContent(content: string): Promise<string>
}

type Workbook = NonNullable<Say['file']>

type Deps = { dataDir: string; vault: Vault; feishu: FeishuApi; database: Database }

export function makeMedia(deps: Deps): Media {
  return {
    async keep(message) {
      const kept: ReceivedFile[] = []
      // A post may show one picture twice.
      const unique = new Map(message.resources.map((resource) => [resource.key, resource]))
      for (const resource of unique.values()) {
        const { name } = resource
        const isWrong = message.messageType === 'file' && !isTaken(name)
        kept.push(
          isWrong
            ? { ok: false, name, problem: 'wrongType' }
            : await keepOne(deps, message.messageId, resource),
        )
      }
      return kept
    },
    async withImages(content) {
      if (!content.includes('"stored-')) return content
      return JSON.stringify(await replaceMarks(JSON.parse(content), (id) => uploaded(deps, id)))
    },
    async withKnownImages(tx, card) {
      const unknown: string[] = []
      const shown = await replaceMarks(card, async (id) => {
        const key = await imageKeyOf(tx, id)
        if (key === undefined) unknown.push(id)
        return key ?? ''
      })
      return unknown.length === 0 ? shown : undefined
    },
    async workbookContent(content) {
      const { name, sheets } = JSON.parse(content) as Workbook
      return JSON.stringify({ file_key: await deps.feishu.uploadFile(name, writeWorkbook(sheets)) })
    },
  }
}

async function keepOne(
  deps: Deps,
  messageId: string,
  { key, type, name }: MessageIn['resources'][number],
): Promise<ReceivedFile> {
  const problem = (what: Extract<ReceivedFile, { ok: false }>['problem']): ReceivedFile => ({
    ok: false,
    name,
    problem: what,
  })
  const asFile = type === 'file' && !photoName.test(name)
  try {
    const { bytes, contentType } = await deps.feishu.download(messageId, key, type, mostFileBytes)
    if (bytes.length === 0) return problem('empty')
    const id = fileId(messageId, key)
    if (asFile) return await keepFile(deps, { id, name, bytes, mime: mimeOf(contentType) })
    const photo = await cleanPhoto(bytes)
    if (photo === undefined) return problem('notAPhoto')
    return await store(deps, { id, bytes: photo, kind: 'photo', name, mime: 'image/jpeg' })
  } catch (error) {
    const code = error instanceof FeishuError ? error.code : undefined
    if (code === 'feishu.too_large') return problem('tooLarge')
    if (code === 'feishu.target_gone') return problem('gone')
    throw error
  }
}

/** What is attached as a file may be anything; the pictures and recordings of other messages may have no name. */
const isTaken = (name: string): boolean =>
  [photoName, recordingName].some((known) => known.test(name)) || isTableName(name)

/** Tables are read here and not stored: they are full of identity numbers that nobody may keep. */
async function keepFile(deps: Deps, file: Omit<Stored, 'kind'>): Promise<ReceivedFile> {
  const { name, bytes } = file
  const table = readTable(name, bytes)
  if (table === undefined) return store(deps, { ...file, kind: 'file' })
  return 'problem' in table
    ? { ok: false, name, problem: table.problem }
    : { ok: true, ...tableOf(name, bytes), sheets: table.sheets }
}

/** A recording has no name that would tell later what it is; of others the name and the bytes tell. */
function mimeOf(contentType: string): string {
  const [recording] = /^(?:audio|video)\/[\w.+-]{1,40}/.exec(contentType) ?? []
  return recording ?? 'application/octet-stream'
}

function tableOf(name: string, bytes: Buffer) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { kind: 'table', name, bytes: bytes.length, sha256 } as const
}

/** The same at every try, so that a message worked on twice leaves one file. */
function fileId(messageId: string, key: string): string {
  return createHash('sha256').update(`${messageId}/${key}`).digest('hex').slice(0, 32)
}

/** The picture alone: turned upright, no place or camera in it. Undefined when the bytes are no picture. */
async function cleanPhoto(bytes: Buffer): Promise<Buffer | undefined> {
  try {
    return await sharp(bytes, { limitInputPixels: 100_000_000 })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer()
  } catch {
    return undefined
  }
}

type Stored = { id: string; bytes: Buffer; kind: 'photo' | 'file'; name: string; mime: string }

async function store(deps: Deps, file: Stored): Promise<ReceivedFile> {
  const { id } = file
  const folder = join(deps.dataDir, 'files')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Written beside and renamed, so that a crash leaves no half file under a name that is used.
  await writeFile(join(folder, `${id}.part`), deps.vault.seal(file.bytes), { mode: 0o600, flush: true })
  await rename(join(folder, `${id}.part`), join(folder, id))
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const { kind, name, mime } = file
  return { ok: true, id, kind, name, mime, bytes: file.bytes.length, sha256 }
}

async function replaceMarks(node: unknown, keyOf: (id: string) => Promise<string>): Promise<unknown> {
  if (Array.isArray(node)) return Promise.all(node.map((child) => replaceMarks(child, keyOf)))
  if (typeof node !== 'object' || node === null) return node
  const entries = await Promise.all(
    Object.entries(node).map(async ([key, value]) => {
      const isMark = key === 'img_key' && typeof value === 'string' && photoMark.test(value)
      return [key, isMark ? await keyOf(value.slice('stored-'.length)) : await replaceMarks(value, keyOf)]
    }),
  )
  return Object.fromEntries(entries)
}

async function uploaded(deps: Deps, id: string): Promise<string> {
  const known = await deps.database.transact((tx) => imageKeyOf(tx, id))
  if (known !== undefined) return known
  const bytes = deps.vault.open(await readFile(join(deps.dataDir, 'files', id)))
  const imageKey = await deps.feishu.uploadImage(bytes)
  await deps.database.transact((tx) => setImageKey(tx, id, imageKey))
  return imageKey
}
