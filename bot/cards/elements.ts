/**
 * What may stand where in a card, as types. An element carries the places it is allowed in, so illegal nesting does
 * not compile, and neither does card JSON written outside this folder: only the kit can make an element.
 */
import { type Md, markdownOf } from './md.ts'
import { plain } from './plain.ts'

declare const allowedIn: unique symbol

type Place = 'body' | 'column' | 'panel' | 'form'
type Placed<P extends Place> = {
  readonly tag: string
  readonly [allowedIn]: { readonly [K in P]: true }
}

/** Directly in the card. */
export type BodyElement = Placed<'body'>
/** In a column of `columns`. */
export type ColumnElement = Placed<'column'>
/** In a folded panel. */
export type PanelElement = Placed<'panel'>
/** In a form, beside its fields. */
export type FormElement = Placed<'form'>
/** Texts, lines and pictures: allowed everywhere. */
export type Display = Placed<Place>
/** Buttons, charts, columns, panels: everywhere but in a form. */
export type Block = Placed<'body' | 'column' | 'panel'>
/** Tables and forms: nowhere but directly in the card. */
export type BodyOnly = Placed<'body'>

/** Card JSON of one component, before it is declared an element. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }
type Component = { readonly tag: string; readonly [key: string]: Json }

/** Declares a component of the kit to be an element of the places in `E`. */
export function element<E extends { readonly tag: string }>(component: Component): E {
  return component as unknown as E
}

/** The other way round: an element as the JSON it is, to be put into a container. */
export function json(item: { readonly tag: string }): Json {
  return item as unknown as Json
}

export function plainText(text: string, max: number): Json {
  return { tag: 'plain_text', content: plain(text, max) }
}

/** Markdown for places that know only `lark_md`: it has no `<br>`, and an empty line could end its colours. */
export function larkText(text: Md): Json {
  return { tag: 'lark_md', content: markdownOf(text).replace(/(<br>)+/g, '\n') }
}
