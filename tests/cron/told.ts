// What a run of a job told whom, for the tests of reminders.
import { type Card, cardAsText } from '../../bot/cards/index.ts'
import type { Outcome, Say } from '../../bot/context.ts'

export const saidIn = (outcome: Outcome): readonly Say[] =>
  (outcome.say ?? []).flatMap((one) => ('replace' in one ? [] : [one]))
const cardTo = (outcome: Outcome, to: string): Card | undefined =>
  saidIn(outcome).find(
    (one) => ('openId' in one.to ? one.to.openId : 'chatId' in one.to && one.to.chatId) === to,
  )?.card
export const wordsTo = (outcome: Outcome, to: string): string => {
  const card = cardTo(outcome, to)
  return card === undefined ? '' : cardAsText(card)
}
export const people = (outcome: Outcome): readonly string[] =>
  saidIn(outcome).flatMap(({ to }) => ('openId' in to ? [to.openId] : []))
