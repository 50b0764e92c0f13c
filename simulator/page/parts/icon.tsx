// Icons: the page's own by name, and Feishu's standard icons by token. A token that is not known draws an
// empty box, where the real client draws nothing at all: here the mistake shall be seen.

import { iconNameOf } from './icon-names.ts'
import { iconPaths } from './icon-paths.ts'

const colourful: Readonly<Record<string, string>> = {
  approval: 'blue',
  calendar: 'orange',
  'file-form': 'green',
  'file-lark-minutes': 'purple',
  todo: 'turquoise',
  vote: 'indigo',
}

/** One of the names of parts/icon-paths; purely decorative, so hidden from screen readers. */
export function Icon(props: { name: string; size?: number }) {
  const size = props.size ?? 18
  return (
    <svg class={`icon icon-${props.name}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconPaths[props.name] ?? ''} />
    </svg>
  )
}

/** `token` as `<name>_outlined`, `_filled` or `_colorful`; `colour` is a CSS colour. */
export function StandardIcon(props: { token: string; colour?: string | undefined; size?: number }) {
  const cut = props.token.lastIndexOf('_')
  const base = props.token.slice(0, cut)
  const kind = props.token.slice(cut + 1)
  const drawn = iconNameOf(props.token)
  if (drawn === undefined) {
    return <span class="icon-unknown" title={`没有这个图标：${props.token}`} data-icon={props.token} />
  }
  const colour = kind === 'colorful' ? `var(--${colourful[base] ?? 'blue'}-500)` : props.colour
  return (
    <span
      class={`standard-icon ${kind}`}
      data-icon={props.token}
      {...(colour === undefined ? {} : { style: { color: colour } })}
    >
      <Icon name={drawn} size={props.size ?? 16} />
    </span>
  )
}
