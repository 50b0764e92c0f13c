// A bot that says what a test tells it to, for the tests of the outbox.
import { beforeEach } from 'vitest'
import { card, md, text } from '../../bot/cards/index.ts'
import type { Handler, Outcome, Outgoing } from '../../bot/context.ts'
import type { TestApp } from '../support/app.ts'
import { people } from '../support/small.ts'

const { clerk } = people
export const sending = 'POST /open-apis/im/v1/messages'
export const hour = 3_600_000

/** What the handler of these tests answers to anything that is said. */
export const next: { outcome: Outcome } = { outcome: {} }
beforeEach(() => {
  next.outcome = {}
})
export const handle: Handler = async () => next.outcome

export const words = (...said: string[]): Outgoing[] =>
  said.map((one) => ({ to: { openId: clerk }, text: one }))
export const shows = (what: string) =>
  card({ title: what, state: 'info', summary: what, elements: [text(md`${what}`)] })

/** Somebody says something, and this is the answer. */
export async function answer(bot: TestApp, outcome: Outcome, as: string = clerk): Promise<void> {
  next.outcome = outcome
  await bot.say(as, '去')
  next.outcome = {}
}

export const texts = (bot: TestApp, as: string = clerk) =>
  bot.all(as).map((message) => message.text.split('\n')[0])
export const refusals = (bot: TestApp) => bot.feishu.log().filter(({ result }) => /^[45]\d\d /.test(result))
