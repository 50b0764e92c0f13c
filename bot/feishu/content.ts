// What a received message says: its words without placeholders, and the files in it. Pure; for inbound.ts only.
// Nothing here throws: content the platform did not describe becomes an empty text, never a lost message.
import { z } from 'zod'
import { idText } from './fields.ts'

type Resource = { key: string; type: 'image' | 'file'; name: string }
export type Content = { text: string; resources: Resource[] }

/** One entry of `message.mentions`: the placeholder in the text and whom it stands for. */
export type Mention = { key: string; name: string; openId: string | undefined }

const resourceKey = idText
const fileName = z.string().catch('')
const words = z.object({ text: z.string() })
const image = z.object({ image_key: resourceKey })
const file = z.object({ file_key: resourceKey, file_name: fileName })
const place = z.object({ name: z.string() })
const richText = z.object({ title: z.string().catch(''), content: z.array(z.array(z.unknown())) })
const richPart = z.object({
  tag: z.string(),
  text: z.string().optional().catch(undefined),
  user_id: z.string().optional().catch(undefined),
  user_name: z.string().optional().catch(undefined),
})

/**
 * Reads `message.content`. Text comes of text, post and location; stickers, forwarded bundles, shared cards
 * and unknown types have neither text nor files. Mentions of the bot vanish, others become `@name`.
 * @param content the JSON string as received
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content
 */
export function readContent(
  messageType: string,
  content: string,
  mentions: readonly Mention[],
  botOpenId: string,
): Content {
  const body = parse(content)
  const say = (text: string) => nameMentions(text, mentions, botOpenId).trim()
  switch (messageType) {
    case 'text':
      return { text: say(words.safeParse(body).data?.text ?? ''), resources: [] }
    case 'post':
      return readPost(body, say)
    case 'location':
      return { text: place.safeParse(body).data?.name.trim() ?? '', resources: [] }
    case 'image':
      return { text: '', resources: imageOf(body) }
    case 'file':
    case 'audio':
    case 'media':
      return { text: '', resources: fileOf(body) }
    default:
      return { text: '', resources: [] }
  }
}

/** Whether the bot itself is among those mentioned; `@_all` does not count. */
export function isMentioned(mentions: readonly Mention[], botOpenId: string): boolean {
  return mentions.some((mention) => mention.openId === botOpenId)
}

// A post arrives without the locale wrapper it must be sent with.
function readPost(body: unknown, say: (text: string) => string): Content {
  const post = richText.safeParse(body).data
  if (post === undefined) return { text: '', resources: [] }
  const resources: Resource[] = []
  const lines = post.content.map((paragraph) => paragraph.map((part) => readPart(part, resources)).join(''))
  return { text: say([post.title, ...lines].filter((line) => line.trim() !== '').join('\n')), resources }
}

function readPart(part: unknown, resources: Resource[]): string {
  const { data } = richPart.safeParse(part)
  if (data === undefined) return ''
  switch (data.tag) {
    case 'at':
      return data.user_id === 'all' ? '@_all' : (data.user_id ?? `@${data.user_name ?? ''}`)
    case 'img':
      resources.push(...imageOf(part))
      return ''
    case 'media':
      resources.push(...fileOf(part))
      return ''
    default:
      return data.text ?? ''
  }
}

function imageOf(body: unknown): Resource[] {
  const { data } = image.safeParse(body)
  return data === undefined ? [] : [{ key: data.image_key, type: 'image', name: '' }]
}

function fileOf(body: unknown): Resource[] {
  const { data } = file.safeParse(body)
  return data === undefined ? [] : [{ key: data.file_key, type: 'file', name: data.file_name }]
}

// Longest placeholder first: `@_user_12` must not be read as `@_user_1` and a 2 that somebody typed.
function nameMentions(text: string, mentions: readonly Mention[], botOpenId: string): string {
  const byKey = new Map(mentions.map((mention) => [mention.key, mention]))
  const keys = [...byKey.keys()].filter((key) => key !== '').sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`(${[...keys, '@_all'].map(escapeForRegExp).join('|')})( ?)`, 'g')
  return text.replace(pattern, (_, key: string, space: string) => {
    const mention = byKey.get(key)
    if (mention === undefined) return `@所有人${space}`
    return mention.openId === botOpenId ? '' : `@${mention.name}${space}`
  })
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
