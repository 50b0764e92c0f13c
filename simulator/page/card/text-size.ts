// Feishu's names of text sizes, with the two sizes in pixels each has: on a computer and on a phone. Card-only.

import type { Style } from './box.ts'
import { type Node, nodeAt, textAt } from './json.ts'

const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  'heading-0': [30, 26],
  'xxxx-large': [30, 26],
  'heading-1': [24, 24],
  'xxx-large': [24, 24],
  'heading-2': [20, 20],
  'xx-large': [20, 20],
  'heading-3': [18, 17],
  'x-large': [18, 18],
  heading: [16, 16],
  'heading-4': [16, 16],
  large: [16, 17],
  normal: [14, 14],
  medium: [14, 14],
  notation: [12, 12],
  small: [12, 12],
  'x-small': [10, 10],
}

/** `config.style.text_size` of the card: own name → { default, pc, mobile } */
export type OwnSizes = Node

/** Both sizes as CSS variables, between which style/card.css chooses; an unknown name is `normal`. */
export function textSize(name: string, own: OwnSizes): Style {
  const mine = nodeAt(own, name)
  const fallback = textAt(mine, 'default') || name
  const [pc] = SIZES[textAt(mine, 'pc') || fallback] ?? [14]
  const [, phone] = SIZES[textAt(mine, 'mobile') || fallback] ?? [14, 14]
  return { '--pc-size': `${pc}px`, '--phone-size': `${phone}px` }
}
