// From a tap to the request: the question before it, links it opens, and the exact fields of the platform's
// `event.action`. The order is the client's: disabled, confirm, link, callback. Card-only.

import type { PressAction } from '../../page-api.ts'
import { press } from '../state/doings.ts'
import { ask, toast, update } from '../state/store.ts'
import type { CardWorld } from './context.ts'
import { isNode, isTrue, type Node, nodeAt, nodesAt, textAt, wordsAt } from './json.ts'

/** What a component adds to tag, name and value. */
export type PressPart = Omit<PressAction, 'tag' | 'name' | 'value'>

/** Simulated people's devices stand in this zone. */
export const DEVICE_ZONE = 'Asia/Shanghai'

/**
 * Does what a tap on a component does. `needs` says whether it calls back only with a callback behaviour
 * (buttons, boxes, checkers) or always (selects, pickers, input). Answers false when the person said no.
 */
export async function activate(
  node: Node,
  card: CardWorld,
  part: PressPart,
  needs: 'behaviour' | 'nothing',
): Promise<boolean> {
  if (card.locked) return false
  if (isTrue(node, 'disabled')) {
    const tips = wordsAt(node, 'disabled_tips')
    if (tips !== '') toast('info', tips)
    return false
  }
  if (isNode(node['confirm']) && !(await confirmed(nodeAt(node, 'confirm')))) return false
  const behaviours = nodesAt(node, 'behaviors')
  const link = behaviours.find((one) => textAt(one, 'type') === 'open_url')
  if (link !== undefined) update({ dialog: { kind: 'link', url: linkAddress(link) } })
  const callback = behaviours.find((one) => textAt(one, 'type') === 'callback')
  if (callback === undefined && needs === 'behaviour') return true
  await press(card.messageId, { ...actionOf(node, callback), ...part })
  return true
}

/** The address of an open_url behaviour or of a multi_url on a computer. */
export function linkAddress(link: Node): string {
  return textAt(link, 'pc_url') || textAt(link, 'default_url') || textAt(link, 'url')
}

function confirmed(confirm: Node): Promise<boolean> {
  return ask(wordsAt(confirm, 'title'), wordsAt(confirm, 'text'))
}

function actionOf(node: Node, callback: Node | undefined): PressAction {
  const value = callback?.['value'] ?? node['value']
  const name = textAt(node, 'name')
  return {
    tag: textAt(node, 'tag'),
    ...(name === '' ? {} : { name }),
    ...(value === undefined ? {} : { value }),
  }
}
