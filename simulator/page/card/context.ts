// What every component of one card can reach: the message it belongs to, the people whose ids it may name,
// and the form it stands in. Card-only.

import { type ComponentType, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { PageUser } from '../../page-api.ts'
import type { OwnColours } from './colour.ts'
import type { Node } from './json.ts'
import { textAt } from './json.ts'
import type { OwnSizes } from './text-size.ts'

/** `label` is the line of text right above, which names a control that has no label of its own. */
export type ElementProps = { node: Node; label?: string }

export type CardWorld = {
  messageId: string
  /** open_id of the person looking at it */
  viewer: string
  /** another text for every replacement of the card */
  version: string
  /** nothing can be pressed: an answer is awaited, or this is only a picture of the card */
  locked: boolean
  users: readonly PageUser[]
  /** open_ids of the people in this chat, for choosing a person */
  memberOpenIds: readonly string[]
  botName: string
  botOpenId: string
  own: OwnColours
  sizes: OwnSizes
  /** how each tag is drawn */
  registry: Readonly<Record<string, ComponentType<ElementProps>>>
}

export type FieldValue = string | string[] | boolean

export type FormState = {
  values: Readonly<Record<string, FieldValue>>
  /** name of a field → what is wrong with it, as a sentence */
  wrong: Readonly<Record<string, string>>
  change: (name: string, value: FieldValue) => void
  /** the values as the platform sends them, or undefined after showing what is missing */
  submitted: () => Record<string, FieldValue> | undefined
  /** the values as they are, for a button that does not submit */
  present: () => Record<string, FieldValue>
  hasPicker: boolean
  reset: () => void
}

const NO_CARD: CardWorld = {
  messageId: '',
  viewer: '',
  version: '',
  locked: true,
  users: [],
  memberOpenIds: [],
  botName: '',
  botOpenId: '',
  own: {},
  sizes: {},
  registry: {},
}

export const CardContext = createContext<CardWorld>(NO_CARD)
export const FormContext = createContext<FormState | null>(null)

export function useCard(): CardWorld {
  return useContext(CardContext)
}

/** The form around a component, or null. */
export function useForm(): FormState | null {
  return useContext(FormContext)
}

/** Attributes by which tests and people with developer tools find a component. */
export function marks(node: Node): Record<string, string> {
  const found: Record<string, string> = { 'data-tag': textAt(node, 'tag') }
  if (textAt(node, 'name') !== '') found['data-name'] = textAt(node, 'name')
  if (textAt(node, 'element_id') !== '') found['data-element-id'] = textAt(node, 'element_id')
  return found
}
