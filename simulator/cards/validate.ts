// The strict check of a card: what Feishu would refuse is refused here, with the same inner code. Structure
// first, then the rules of the whole card, then what it refers to.

import { chartProblem } from './chart.ts'
import { badColour, ownColours } from './colours.ts'
import { formProblem } from './forms.ts'
import { limitProblem, sizeProblem } from './limits.ts'
import { asNode, type Node, visitNodes } from './node.ts'
import { type Placed, placeElements } from './placing.ts'
import type { CardProblem } from './problem.ts'
import { type CardSurroundings, referenceProblem } from './references.ts'
import { root } from './root.ts'
import { schemaProblem } from './schema-problem.ts'
import { tableProblem } from './table.ts'

/**
 * The first problem of `card` (already parsed JSON), or `undefined` when it would be taken. Only schema 2.0 is
 * taken: the platform still draws 1.0 cards, this simulator does not.
 */
export function validateCard(card: unknown, surroundings: CardSurroundings): CardProblem | undefined {
  if (typeof card !== 'object' || card === null || Array.isArray(card)) {
    return { code: 200621, message: 'parse card json err, please check whether the card json is correct' }
  }
  const node = asNode(card)
  if (node['schema'] !== '2.0' && !('card' in node))
    return { code: 200830, message: 'only cards with schema 2.0 are taken here' }
  return sizeProblem(card) ?? schemaProblem(root, node, []) ?? elementsProblem(node, surroundings)
}

function elementsProblem(card: Node, surroundings: CardSurroundings): CardProblem | undefined {
  if (asNode(card['config'])['update_multi'] === false)
    return { code: 300302, message: 'update_multi must be true' }
  const placement = placeElements(card)
  if ('problem' in placement) return placement.problem
  const { placed } = placement
  return (
    limitProblem(card, placed) ??
    formProblem(placed) ??
    dataProblem(placed) ??
    colourProblem(card) ??
    referenceProblem(card, surroundings)
  )
}

function dataProblem(placed: readonly Placed[]): CardProblem | undefined {
  for (const { tag, node, path } of placed) {
    const problem =
      tag === 'chart' ? chartProblem(node, path) : tag === 'table' ? tableProblem(node, path) : undefined
    if (problem !== undefined) return problem
  }
  return undefined
}

function colourProblem(card: Node): CardProblem | undefined {
  const own = ownColours(card)
  let bad: string | undefined
  visitNodes(card, (node) => {
    bad ??= badColour(node, own)
  })
  if (bad === undefined) return undefined
  const message = 'parse card json err, please check whether the card json is correct'
  return { code: 200621, message, value: `unknown colour ${bad}` }
}
