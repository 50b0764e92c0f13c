// A card's markdown as HTML: CommonMark without HTML, Feishu's private tags, and a sanitiser as the last
// line, because what users typed stands in these texts. Card-only.

import DOMPurify from 'dompurify'
import MarkdownIt, { type Env, type RendererRule } from 'markdown-it'
import type { PageUser } from '../../page-api.ts'
import { iconNameOf } from '../parts/icon-names.ts'
import { iconPaths } from '../parts/icon-paths.ts'
import { isSafeLink, resourceAddress } from '../parts/links.ts'
import { localTime, weekday } from '../parts/when.ts'
import { colourOf, hueOf, type OwnColours } from './colour.ts'
import { privateTag } from './private-tags.ts'

export type MarkdownWorld = {
  users: readonly PageUser[]
  botName: string
  botOpenId: string
  own: OwnColours
}

/** `markdown` has blocks (headings, lists, tables); `lark_md` is the small dialect of one paragraph. */
export function markdownHtml(text: string, dialect: 'markdown' | 'lark_md', world: MarkdownWorld): string {
  const env: Env & { world: MarkdownWorld } = { world }
  const html = dialect === 'markdown' ? parser.render(text, env) : parser.renderInline(text, env)
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...TEXT_TAGS, 'svg', 'path'],
    ALLOWED_ATTR: [
      'class',
      'style',
      'href',
      'src',
      'alt',
      'title',
      'start',
      'd',
      'viewBox',
      'width',
      'height',
    ],
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|tel:|mailto:|lark:\/\/|feishu:\/\/|\/sim\/resource\?)/i,
    ADD_URI_SAFE_ATTR: ['d', 'viewbox', 'width', 'height', 'start'],
    ALLOW_DATA_ATTR: true,
  })
}

const TEXT_TAGS =
  'p br hr strong em s code pre h1 h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tr th td a img span'.split(
    ' ',
  )

const parser = new MarkdownIt({ html: false, breaks: true, linkify: true })
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
// Image addresses are uploaded keys; links are looked at again where they are drawn.
parser.validateLink = (url) => isSafeLink(url) || /^[\w.-]+$/.test(url)
parser.inline.ruler.before('autolink', 'feishu', privateTag)

const escaped = parser.utils.escapeHtml

const rules: Readonly<Record<string, RendererRule>> = {
  link_open: (tokens, at) => linkOpen(attribute(tokens[at]?.attrs, 'href')),
  image: (tokens, at) => {
    const key = attribute(tokens[at]?.attrs, 'src')
    const hover = tokens[at]?.content ?? ''
    return `<img class="md-image" src="${escaped(resourceAddress(key))}" alt="${escaped(hover)}">`
  },
  feishu_hr: () => '<span class="md-rule"></span>',
  feishu_font_open: (tokens, at, _options, env) => {
    const colour = colourOf(metaOf(tokens[at], 'color'), worldOf(env).own)
    return colour === undefined ? '<span>' : `<span style="color:${colour}">`
  },
  feishu_font_close: () => '</span>',
  feishu_text_tag_open: (tokens, at) => {
    const hue = hueOf(metaOf(tokens[at], 'color'), 'blue')
    return `<span class="text-tag" data-tag="text_tag" style="background:var(--${hue}-100);color:var(--${hue}-700)">`
  },
  feishu_text_tag_close: () => '</span>',
  feishu_number_tag_open: (tokens, at, _options, env) => {
    const { own } = worldOf(env)
    const background = colourOf(metaOf(tokens[at], 'background_color'), own) ?? 'var(--grey-500)'
    const colour = colourOf(metaOf(tokens[at], 'font_color'), own) ?? '#fff'
    return `<span class="number-tag" data-tag="number_tag" style="background:${background};color:${colour}">`
  },
  feishu_number_tag_close: () => '</span>',
  feishu_a_open: (tokens, at) => linkOpen(metaOf(tokens[at], 'href')),
  feishu_a_close: () => '</a>',
  feishu_link_open: (tokens, at) =>
    linkOpen(metaOf(tokens[at], 'url') || metaOf(tokens[at], 'pc_url')) +
    iconHtml(metaOf(tokens[at], 'icon')),
  feishu_link_close: () => '</a>',
  feishu_at: (tokens, at, _options, env) => {
    const ids = metaOf(tokens[at], 'ids') || metaOf(tokens[at], 'id') || metaOf(tokens[at], 'email')
    return ids
      .split(',')
      .map((id) => mention(id, worldOf(env)))
      .join(' ')
  },
  feishu_person: (tokens, at, _options, env) => {
    const capsule = metaOf(tokens[at], 'style') === 'capsule' ? ' capsule' : ''
    return `<span class="md-person${capsule}">${escaped(nameOf(metaOf(tokens[at], 'id'), worldOf(env)))}</span>`
  },
  feishu_local_datetime: (tokens, at) =>
    escaped(localDatetime(Number(metaOf(tokens[at], 'millisecond')), metaOf(tokens[at], 'format_type'))),
}
Object.assign(parser.renderer.rules, rules)

function linkOpen(href: string): string {
  return isSafeLink(href) ? `<a href="${escaped(href)}">` : '<a>'
}

function iconHtml(token: string): string {
  const path = iconPaths[iconNameOf(token) ?? '']
  if (path === undefined) return ''
  return `<svg class="icon" viewBox="0 0 24 24" width="14" height="14"><path d="${path}"></path></svg>`
}

function mention(id: string, world: MarkdownWorld): string {
  const name = id === 'all' ? '所有人' : nameOf(id, world)
  return `<span class="md-at" data-tag="at">@${escaped(name)}</span>`
}

function nameOf(openId: string, world: MarkdownWorld): string {
  if (openId === world.botOpenId) return world.botName
  return world.users.find((user) => user.openId === openId)?.name ?? openId
}

/** The forms of `format_type`; one that is not known is the full date. */
function localDatetime(ms: number, format: string): string {
  if (!Number.isFinite(ms) || ms <= 0) return ''
  const { year, month, day, hour, minute, second } = localTime(ms)
  const forms: Record<string, string> = {
    date_num: `${year}-${month}-${day}`,
    date_short: `${Number(month)}月${Number(day)}日`,
    date: `${year}年${Number(month)}月${Number(day)}日`,
    week: weekday(ms).replace('周', '星期'),
    week_short: weekday(ms),
    time: `${hour}:${minute}`,
    time_sec: `${hour}:${minute}:${second}`,
    timezone: 'GMT+8',
  }
  return forms[format] ?? forms['date_num'] ?? ''
}

function worldOf(env: Env | undefined): MarkdownWorld {
  return (env as { world: MarkdownWorld }).world
}

function metaOf(token: { meta: Record<string, unknown> | null } | undefined, key: string): string {
  const value = token?.meta?.[key]
  return typeof value === 'string' ? value : ''
}

function attribute(
  attrs: readonly (readonly [string, string | number])[] | null | undefined,
  name: string,
): string {
  return String(attrs?.find(([key]) => key === name)?.[1] ?? '')
}
