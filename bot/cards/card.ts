/**
 * The card itself: head, state, body. Everything the bot shows goes through `card`, which also weighs the result.
 */
import { type BodyElement, type Json, json, plainText } from './elements.ts'
import { type IconToken, icon } from './icon.ts'
import { type Colour, tagColour } from './md.ts'
import { plain, TEXT_LIMITS } from './plain.ts'
import { checkCard } from './seal.ts'

declare const sealed: unique symbol

/** A finished card: a plain object, ready to be serialised as message content. Made only by `card`. */
export type Card = {
  readonly schema: '2.0'
  readonly config: { readonly [key: string]: Json }
  readonly header: { readonly [key: string]: Json }
  readonly body: { readonly elements: readonly Json[]; readonly [key: string]: Json }
  readonly [sealed]: true
}

/** info: shown or to be filled in · waiting: somebody must act · overdue: too late or urgent · done · ended: withdrawn, expired. */
export type CardState = 'info' | 'waiting' | 'overdue' | 'done' | 'ended'

/** A label in the head of a card. */
export type HeaderTag = { readonly text: string; readonly colour: Colour }

const STATE: Readonly<Record<CardState, { template: string; colour: Colour; word: string }>> = {
  info: { template: 'blue', colour: 'blue', word: '' },
  waiting: { template: 'orange', colour: 'orange', word: '待处理' },
  overdue: { template: 'red', colour: 'red', word: '已逾期' },
  done: { template: 'green', colour: 'green', word: '已完成' },
  ended: { template: 'grey', colour: 'grey', word: '已结束' },
}

/**
 * A card. The state colours the head and is said in words beside the title, in `stateText` or a word of its own,
 * because some clients do not repaint the head after an update. `summary` is the line in the list of chats. Three
 * labels are drawn at most, the state first. Lists of elements are taken apart, so `...` is not needed.
 *
 * @throws CardTooLarge `card.too_large` when the platform would refuse it for its size
 */
export function card(props: {
  readonly title: string
  readonly subtitle?: string
  readonly icon?: IconToken
  readonly state: CardState
  readonly stateText?: string
  readonly tags?: readonly HeaderTag[]
  readonly summary: string
  readonly width?: 'default' | 'compact' | 'fill'
  readonly elements: readonly (BodyElement | readonly BodyElement[])[]
}): Card {
  const { template, colour, word } = STATE[props.state]
  const stateText = props.stateText ?? word
  const tags = [...(stateText === '' ? [] : [{ text: stateText, colour }]), ...(props.tags ?? [])].slice(0, 3)
  const built = {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: false,
      width_mode: props.width ?? 'default',
      summary: { content: plain(props.summary, TEXT_LIMITS.summary) },
    },
    header: {
      title: plainText(props.title, TEXT_LIMITS.title),
      ...(props.subtitle && { subtitle: plainText(props.subtitle, TEXT_LIMITS.subtitle) }),
      template,
      ...(props.icon && { icon: icon(props.icon) }),
      ...(tags.length > 0 && { text_tag_list: tags.map(headerTag) }),
    },
    body: {
      direction: 'vertical',
      vertical_spacing: '12px',
      padding: '12px 12px 20px 12px',
      elements: props.elements.flat().map(json),
    },
  } as const
  checkCard(built)
  return built as unknown as Card
}

function headerTag({ text, colour }: HeaderTag): Json {
  return { tag: 'text_tag', text: plainText(text, TEXT_LIMITS.headerTag), color: tagColour(colour) }
}
