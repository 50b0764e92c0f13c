/**
 * The quiet parts of a card: text, footnotes, labelled values, key figures, folded panels, pictures, columns.
 */
import {
  type Block,
  type ColumnElement,
  type Display,
  element,
  type Json,
  json,
  larkText,
  type PanelElement,
  plainText,
} from './elements.ts'
import { icon } from './icon.ts'
import { bold, type Colour, colour, grey, type Md, markdownOf, md } from './md.ts'
import { TEXT_LIMITS } from './plain.ts'

/** How a figure is to be judged; `plain` draws no colour. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad'

/** Share of the row, 1–5; `auto` is as wide as its content. */
export type ColumnWidth = 1 | 2 | 3 | 4 | 5 | 'auto'

const TONE_COLOUR: Readonly<Record<Exclude<Tone, 'plain'>, Colour>> = {
  good: 'green',
  warn: 'orange',
  bad: 'red',
}
const IMAGE_KEY = /^[\w-]{1,128}$/

export function text(content: Md): Display {
  return element({ tag: 'markdown', content: markdownOf(content) })
}

/** Small grey text: source and time at the foot of a card. */
export function note(content: Md): Display {
  return element({ tag: 'markdown', text_size: 'notation', content: markdownOf(grey(content)) })
}

export function divider(): Display {
  return element({ tag: 'hr' })
}

/** Values under grey labels, two per row; `full` takes the whole row. An empty value is shown as a dash. */
export function labelled(
  fields: readonly { readonly label: string; readonly value: Md; readonly span?: 'half' | 'full' }[],
): Display {
  return element({
    tag: 'div',
    fields: fields.map(({ label, value, span }) => ({
      is_short: span !== 'full',
      text: larkText(md`${grey(label)}\n${markdownOf(value) === '' ? '—' : value}`),
    })),
  })
}

/** Two to four key figures side by side. The label, or the hint below it, says in words what the tone says in colour. */
export function kpis(
  figures: readonly {
    readonly value: string
    readonly label: string
    readonly tone: Tone
    readonly hint?: string
  }[],
): Block {
  if (figures.length > 4) throw new Error('card: at most four key figures fit on a phone')
  return columnSet(
    figures.map(({ value, label, tone, hint }) => {
      const figure = tone === 'plain' ? md`${value}` : colour(TONE_COLOUR[tone], value)
      return column(1, [centred(md`## ${figure}`), ...[label, ...(hint ? [hint] : [])].map(centredNote)], {
        background_style: 'grey-50',
        padding: '8px 4px 8px 4px',
        vertical_spacing: '2px',
      })
    }),
  )
}

/** Long content behind a line that opens it. */
export function panel(props: {
  readonly title: Md
  readonly elements: readonly PanelElement[]
  readonly expanded: boolean
}): Block {
  return element(folded(props.title, props.elements.map(json), props.expanded))
}

/** A panel of what is JSON already. Only for the kit. */
export function folded(title: Md, elements: readonly Json[], expanded: boolean) {
  return {
    tag: 'collapsible_panel',
    expanded,
    border: { color: 'grey', corner_radius: '5px' },
    vertical_spacing: '8px',
    padding: '8px 8px 8px 8px',
    header: {
      title: { tag: 'markdown', content: markdownOf(bold(title)) },
      vertical_align: 'center',
      padding: '4px 8px 4px 8px',
      icon: { ...icon('down-small-ccm_outlined'), size: '16px 16px' },
      icon_position: 'right',
      icon_expanded_angle: -180,
    },
    elements,
  } as const
}

/** An uploaded picture, cut to what fits a phone beside the words; a tap opens the whole. `imageKey` must belong to this app, or the platform refuses the card (200570). */
export function image(imageKey: string, alt: string): Display {
  if (!IMAGE_KEY.test(imageKey)) throw new Error('card: not an image key')
  return element({
    tag: 'img',
    img_key: imageKey,
    alt: plainText(alt, TEXT_LIMITS.alt),
    scale_type: 'crop_center',
    size: '320px 240px',
    corner_radius: '8px',
    preview: true,
  })
}

/** Columns side by side, also on a phone; for a list line with its button at the right. */
export function columns(
  cells: readonly { readonly width: ColumnWidth; readonly elements: readonly ColumnElement[] }[],
): Block {
  return columnSet(
    cells.map(({ width, elements }) => column(width, elements.map(json), { vertical_align: 'center' })),
  )
}

/** A row of columns made by `column`. Only for the kit. */
export function columnSet(cells: readonly Json[]): Block {
  return element({
    tag: 'column_set',
    flex_mode: 'none',
    background_style: 'default',
    horizontal_spacing: '8px',
    columns: cells,
  })
}

/** One column of a `columnSet`. Only for the kit. */
export function column(
  width: ColumnWidth,
  elements: readonly Json[],
  look: { readonly [key: string]: Json },
): Json {
  const size = width === 'auto' ? { width } : { width: 'weighted', weight: width }
  return { tag: 'column', ...size, ...look, elements }
}

function centred(content: Md): Json {
  return { tag: 'markdown', text_align: 'center', content: markdownOf(content) }
}

function centredNote(label: string): Json {
  return { tag: 'markdown', text_align: 'center', text_size: 'notation', content: markdownOf(grey(label)) }
}
