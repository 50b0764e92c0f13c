/**
 * What a person can press outside a form: buttons, rows of buttons, menu tiles, the menu behind three dots.
 */
import { column, columnSet } from './blocks.ts'
import { type Block, element, type Json, json, plainText } from './elements.ts'
import { type IconToken, icon } from './icon.ts'
import { bold, type Colour, grey, join, type Md, markdownOf, md, tag } from './md.ts'
import { shorten, TEXT_LIMITS } from './plain.ts'

/**
 * What comes back when something is pressed: `act` names the action, the rest are ids and revisions. It travels to
 * every client that shows the card and comes back untrusted: never authority, never a word about a person.
 */
export type Act = { readonly act: string; readonly [id: string]: string | number }

/** The question asked before the action is sent; OK and Cancel are drawn by the client. */
export type Confirm = { readonly title: string; readonly text: string }

/** At most one `primary` per card. `danger` for what cannot be taken back. */
export type ButtonStyle = 'primary' | 'default' | 'danger' | 'text'

export type Button = Block & { readonly tag: 'button' }
export type Overflow = Block & { readonly tag: 'overflow' }

const BUTTON_TYPE: Readonly<Record<ButtonStyle, string>> = {
  primary: 'primary_filled',
  default: 'default',
  danger: 'danger',
  text: 'text',
}

/** A button that calls back. `disabled` is the reason, shown when pointed at. */
export function button(props: {
  readonly text: string
  readonly act: Act
  readonly style: ButtonStyle
  readonly icon?: IconToken
  readonly confirm?: Confirm
  readonly disabled?: string
}): Button {
  return element({
    ...buttonLook(props.text, props.style),
    ...(props.icon && { icon: icon(props.icon) }),
    ...(props.confirm && { confirm: confirmDialog(props.confirm) }),
    ...(props.disabled !== undefined && {
      disabled: true,
      disabled_tips: plainText(props.disabled, TEXT_LIMITS.placeholder),
    }),
    behaviors: callback(props.act),
  })
}

/**
 * A button that opens a page.
 *
 * @throws when the address is not http or https
 */
export function openUrlButton(props: {
  readonly text: string
  readonly url: string
  readonly style: ButtonStyle
}): Button {
  const url = new URL(props.url)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error('card: only web addresses open')
  return element({
    ...buttonLook(props.text, props.style),
    behaviors: [{ type: 'open_url', default_url: url.href }],
  })
}

/** One to three buttons in a row, the rest behind `more`. Weights give the shares of the row, by default equal. */
export function buttonRow(
  buttons: readonly [Button] | readonly [Button, Button] | readonly [Button, Button, Button],
  look: { readonly weights?: readonly (1 | 2 | 3)[]; readonly more?: Overflow } = {},
): Block {
  return columnSet([
    ...buttons.map((item, index) =>
      column(look.weights?.[index] ?? 1, [json({ ...item, width: 'fill' } as Button)], {}),
    ),
    ...(look.more ? [column('auto', [json(look.more)], { vertical_align: 'center' })] : []),
  ])
}

/** The menu behind three dots. The press brings `act` and the chosen option's `value`. */
export function overflow(props: {
  readonly options: readonly { readonly text: string; readonly value: string }[]
  readonly act: Act
}): Overflow {
  return element({
    tag: 'overflow',
    value: props.act,
    options: props.options.map(({ text, value }) => ({ text: plainText(text, TEXT_LIMITS.option), value })),
  })
}

/** Menu tiles, two per row: bold name, grey line, and a label when something is due. */
export function menuTiles(tiles: readonly MenuTile[]): readonly Block[] {
  const rows = Array.from({ length: Math.ceil(tiles.length / 2) }, (_, row) =>
    tiles.slice(row * 2, row * 2 + 2),
  )
  return rows.map((row) => columnSet(row.map((tile) => column(1, [menuTile(tile)], {}))))
}

export type MenuTile = {
  readonly name: string
  readonly hint: string
  readonly act: Act
  readonly label?: { readonly colour: Colour; readonly text: string }
}

/** The behaviour that sends `act` back. Only for the kit. */
export function callback(act: Act): Json {
  return [{ type: 'callback', value: act }]
}

/** What a button looks like, without what it does. Only for the kit. */
export function buttonLook(
  text: string,
  style: ButtonStyle,
): { readonly tag: 'button'; readonly [key: string]: Json } {
  return { tag: 'button', type: BUTTON_TYPE[style], text: plainText(text, TEXT_LIMITS.button) }
}

function menuTile({ name, hint, act, label }: MenuTile): Json {
  const title: Md = bold(shorten(name, TEXT_LIMITS.tileName))
  const heading = label ? md`${title} ${tag(label.colour, label.text)}` : title
  return {
    tag: 'interactive_container',
    width: 'fill',
    has_border: true,
    border_color: 'blue-100',
    corner_radius: '8px',
    background_style: 'blue-50',
    padding: '10px 12px 10px 12px',
    vertical_spacing: '4px',
    behaviors: callback(act),
    elements: [
      { tag: 'markdown', content: markdownOf(join([heading, grey(shorten(hint, TEXT_LIMITS.tileHint))])) },
    ],
  }
}

function confirmDialog({ title, text }: Confirm): Json {
  return {
    title: plainText(title, TEXT_LIMITS.confirmTitle),
    text: plainText(text, TEXT_LIMITS.confirmText),
  }
}
