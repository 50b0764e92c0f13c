// Checks the content of a message the bot sends, per msg_type, and turns it into what the chat stores.

import { z } from 'zod'
import { cardProblem } from '../card-check.ts'
import { problemMessage } from '../cards/problem.ts'
import { mentionsSent } from '../mentions.ts'
import { parsed } from '../push/ack.ts'
import type { Mention, MessageType, Tenant } from '../tenant.ts'
import { Refusal } from './refusal.ts'

export type CheckedContent = { type: MessageType; content: string; mentions: Mention[] }

const textLimit = 150 * 1024
const richLimit = 30 * 1024

/** @throws Refusal 230001 bad content, 230025 too long, 230017 foreign key, 230055 wrong file type, 230099 bad card. */
export function checkContent(tenant: Tenant, type: string, content: string): CheckedContent {
  const bytes = Buffer.byteLength(content)
  if (bytes > (type === 'text' ? textLimit : richLimit))
    throw new Refusal(230025, 'The length of the message content reaches its limit.')
  const value = parsed(content)
  if (type === 'interactive') return checkCard(tenant, content, value)
  if (value === undefined) throw badContent('content is not a string in json format')
  switch (type) {
    case 'text':
      return checkText(tenant, value)
    case 'post':
      return checkPost(content, value)
    case 'image':
      return checkKey(
        tenant,
        'image',
        content,
        z.object({ image_key: z.string() }).safeParse(value).data?.image_key,
      )
    case 'file':
    case 'audio':
    case 'media':
      return checkKey(
        tenant,
        type,
        content,
        z.object({ file_key: z.string() }).safeParse(value).data?.file_key,
      )
    default:
      throw badContent(`invalid msg_type ${type}`)
  }
}

function badContent(what: string): Refusal {
  return new Refusal(230001, `Your request contains an invalid request parameter, ext=${what}.`)
}

function checkText(tenant: Tenant, value: unknown): CheckedContent {
  const text = z.object({ text: z.string().min(1) }).safeParse(value)
  if (!text.success) throw badContent('text content is empty')
  const sent = mentionsSent(tenant, text.data.text)
  return { type: 'text', content: JSON.stringify({ text: sent.text }), mentions: sent.mentions }
}

const postLocale = z.object({
  title: z.string().optional(),
  content: z.array(z.array(z.looseObject({ tag: z.string() }))),
})
const postShape = z
  .object({ zh_cn: postLocale.optional(), en_us: postLocale.optional(), ja_jp: postLocale.optional() })
  .refine((post) => post.zh_cn !== undefined || post.en_us !== undefined || post.ja_jp !== undefined)

function checkPost(content: string, value: unknown): CheckedContent {
  if (!postShape.safeParse(value).success) throw badContent('post content has no locale with paragraphs')
  return { type: 'post', content, mentions: [] }
}

function checkKey(
  tenant: Tenant,
  type: 'image' | 'file' | 'audio' | 'media',
  content: string,
  key: string | undefined,
): CheckedContent {
  if (key === undefined) throw badContent(`${type} content without key`)
  const resource = tenant.resources.get(key)
  if (resource === undefined || resource.owner !== 'bot')
    throw new Refusal(230017, 'Bot is NOT the owner of the resource.')
  const wanted = { image: undefined, file: undefined, audio: 'opus', media: 'mp4' }[type]
  const fits = (type === 'image') === (resource.kind === 'image')
  if (!fits || (wanted !== undefined && resource.format !== wanted))
    throw new Refusal(230055, 'The type of file upload does not match the type of message being sent.')
  return { type, content, mentions: [] }
}

function checkCard(tenant: Tenant, content: string, value: unknown): CheckedContent {
  const { refuseCards } = tenant.faults
  if (refuseCards.times > 0) {
    refuseCards.times -= 1
    throw new Refusal(230099, problemMessage({ code: refuseCards.code, message: 'refused by a fault' }))
  }
  const problem = cardProblem(tenant, value)
  if (problem?.code === 230025) throw new Refusal(230025, problem.message)
  if (problem !== undefined) throw new Refusal(230099, problemMessage(problem))
  return { type: 'interactive', content, mentions: [] }
}
