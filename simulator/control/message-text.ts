// The parts of a page message that depend on its type: text, card, file.

import { z } from 'zod'
import { readable } from '../mentions.ts'
import type { PageMessage } from '../page-api.ts'
import { parsed } from '../push/ack.ts'
import type { Message, Tenant } from '../tenant.ts'

type Fields = Pick<
  PageMessage,
  'kind' | 'text' | 'card' | 'resourceKey' | 'fileName' | 'fileBytes' | 'durationMs'
>

const contentShape = z.looseObject({
  text: z.string().optional(),
  template: z.string().optional(),
  image_key: z.string().optional(),
  file_key: z.string().optional(),
  file_name: z.string().optional(),
  duration: z.number().optional(),
})

/** Kind and content. A recalled message keeps only its kind. */
export function messageFields(tenant: Tenant, message: Message): Fields {
  const content = contentShape.safeParse(parsed(message.content)).data ?? {}
  if (message.recalled) return { kind: message.type }
  switch (message.type) {
    case 'text':
      return { kind: 'text', text: readable(content.text ?? '', message.mentions) }
    case 'post':
      return { kind: 'post', text: postText(parsed(message.content)) }
    case 'system':
      return { kind: 'system', text: content.template ?? '' }
    case 'interactive':
      return { kind: 'interactive', card: content as Record<string, unknown> }
    case 'image':
      return { kind: 'image', ...fileFields(tenant, content.image_key) }
    case 'file':
      return { kind: 'file', ...fileFields(tenant, content.file_key) }
    case 'audio':
    case 'media':
      return {
        kind: message.type,
        ...fileFields(tenant, content.file_key),
        ...(content.duration === undefined ? {} : { durationMs: content.duration }),
      }
  }
}

function fileFields(tenant: Tenant, key: string | undefined): Partial<Fields> {
  const resource = key === undefined ? undefined : tenant.resources.get(key)
  if (resource === undefined) return {}
  return { resourceKey: resource.key, fileName: resource.fileName, fileBytes: resource.bytes.length }
}

const piece = z.looseObject({
  tag: z.string(),
  text: z.string().optional(),
  user_name: z.string().optional(),
})
const localeShape = z.object({ title: z.string().optional(), content: z.array(z.array(piece)) })
const postShape = z.object({
  zh_cn: localeShape.optional(),
  en_us: localeShape.optional(),
  ja_jp: localeShape.optional(),
})

// pictures inside a post are named, not drawn
function postText(value: unknown): string {
  const post = postShape.safeParse(value).data
  const locale = post?.zh_cn ?? post?.en_us ?? post?.ja_jp
  if (locale === undefined) return ''
  const lines = locale.content.map((row) => row.map(pieceText).join(''))
  return [locale.title ?? '', ...lines].filter((line) => line !== '').join('\n')
}

function pieceText(part: z.infer<typeof piece>): string {
  if (part.tag === 'img') return '[图片]'
  if (part.tag === 'at') return `@${part.user_name ?? ''}`
  return part.text ?? ''
}
