// How the answers of the optional language model are read: untrusted text, of which only what was said is taken over.
import { isLocalDate } from '../../policy/calendar.ts'

/** Longer texts are not asked about, in characters. */
export const longestAsked = 1000

/** The object in the answer: models like to put their JSON between other words. */
export function jsonIn(answer: string): unknown {
  const object = /\{[\s\S]*\}/.exec(answer)?.[0]
  try {
    return object === undefined ? undefined : JSON.parse(object)
  } catch {
    return undefined
  }
}

/** Names and other words must have been said; days, numbers and codes of a list are read from other words. */
export function isInText(value: unknown, rawText: string): boolean {
  if (Array.isArray(value)) return value.every((one) => isInText(one, rawText))
  if (typeof value !== 'string' || isLocalDate(value) || /^[\w-]+$/.test(value)) return true
  return rawText.includes(value)
}
