// Text in a card: a text object (plain or the small markdown) and full markdown, with links that ask before
// they open. The only place of the page that sets HTML. Card-only.

import { resourceKeyOf } from '../parts/links.ts'
import { update } from '../state/store.ts'
import type { Style } from './box.ts'
import { colourOf } from './colour.ts'
import { useCard } from './context.ts'
import { type Node, numberAt, textAt } from './json.ts'
import { markdownHtml } from './markdown.ts'
import { textSize } from './text-size.ts'

/** A text object `{ tag: plain_text | lark_md, content, text_size?, text_color?, text_align?, lines? }`. */
export function Words(props: { of: Node; as?: string; style?: Style }) {
  const { own, sizes } = useCard()
  const { of } = props
  const colour = colourOf(textAt(of, 'text_color'), own)
  const lines = numberAt(of, 'lines')
  const style: Style = {
    ...(textAt(of, 'text_size') === '' ? {} : textSize(textAt(of, 'text_size'), sizes)),
    ...(textAt(of, 'text_align') === '' ? {} : { textAlign: textAt(of, 'text_align') }),
    ...(colour === undefined ? {} : { color: colour }),
    ...(lines === undefined ? {} : { '--lines': String(lines) }),
    ...props.style,
  }
  const size = textAt(of, 'text_size') === '' ? '' : ' sized'
  const kind = `words${size}${lines === undefined ? '' : ' clamped'} ${props.as ?? ''}`
  if (textAt(of, 'tag') === 'lark_md') {
    return <Html class={kind} text={textAt(of, 'content')} dialect="lark_md" style={style} />
  }
  return (
    <span class={kind} style={style}>
      {textAt(of, 'content')}
    </span>
  )
}

export function Html(props: { class: string; text: string; dialect: 'markdown' | 'lark_md'; style?: Style }) {
  const { users, botName, botOpenId, own } = useCard()
  const html = markdownHtml(props.text, props.dialect, { users, botName, botOpenId, own })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the clicks of the links and images inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link clicks itself on Enter
    <div
      class={props.class}
      style={props.style ?? {}}
      onClick={openInside}
      // made by card/markdown, which sanitises it
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

function openInside(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return
  const link = event.target.closest('a')
  if (link !== null) {
    event.preventDefault()
    event.stopPropagation()
    const url = link.getAttribute('href') ?? ''
    if (url !== '') update({ dialog: { kind: 'link', url } })
    return
  }
  const image = event.target.closest('img')
  if (image === null) return
  event.stopPropagation()
  update({ dialog: { kind: 'image', key: resourceKeyOf(image.getAttribute('src') ?? ''), alt: image.alt } })
}
