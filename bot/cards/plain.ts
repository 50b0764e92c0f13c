/**
 * Makes any string safe to show as plain text: no control or text-direction characters, one line, cut to a limit.
 * Everything a card shows goes through here first. Imported only inside bot/cards.
 */

/** Longest texts the platform takes, or (title, subtitle, tag, button) what a phone still shows whole. UTF-16 units. */
export const TEXT_LIMITS = {
  title: 80,
  subtitle: 80,
  headerTag: 24,
  summary: 100,
  button: 40,
  tileName: 20,
  tileHint: 40,
  option: 100,
  placeholder: 100,
  confirmTitle: 60,
  confirmText: 300,
  alt: 100,
  chartText: 60,
} as const

// Control, lone surrogate, zero-width (but not the joiner of emoji) and direction marks: they hide or reorder text.
const UNSEEN = /[\p{Cc}\p{Cs}\u061C\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu
const LINE_BREAK = /\r\n?|[\n\u0085\u2028\u2029]/g

/** One line of visible text: line breaks and runs of blanks become one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(UNSEEN, '').trim()
}

/** The visible text of each line; blank lines at both ends are dropped. */
export function visibleLines(text: string): readonly string[] {
  return text
    .split(LINE_BREAK)
    .map(oneLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n')
}

/** Cuts to at most `max` UTF-16 units, never inside a character, and shows the cut with `…`. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/**
 * Text for a place that draws no markdown. The platform takes such text literally; the angle brackets still become
 * full-width ones, so that a client that gets this wrong cannot read a mention out of a name.
 */
export function plain(text: string, max: number): string {
  return shorten(oneLine(text).replaceAll('<', '＜').replaceAll('>', '＞'), max)
}
