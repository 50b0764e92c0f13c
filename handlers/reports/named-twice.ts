// One person set down twice in a message: twice in a list of names, or twice with a day of its own.
import { normalise } from '../../bot/text/index.ts'

/**
 * The names that stand twice, in order. A name that is only mentioned again, as in 张三有注安师证, does not count.
 *
 * @param names those that were understood
 */
export function namedTwice(text: string, names: readonly string[]): string[] {
  const parts = normalise(text)
    .split(/[、,;。\n\s]+/u)
    .map((part) => part.replace(/^\d+[.)）]?/u, '').replace(/^\p{Script=Han}{2,7}?(?:镇|乡|街道)/u, ''))
  const opens = (part: string, name: string) =>
    part === name ||
    (part.startsWith(name) && /^(?:\d|[上本下]个?月|[今昨明前]|元旦)/u.test(part.slice(name.length)))
  return [...new Set(names)].filter((name) => parts.filter((part) => opens(part, name)).length > 1)
}
