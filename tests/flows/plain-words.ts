// What may be left and what must not be shown after somebody got something wrong.
import { expect } from 'vitest'
import { controlName } from '../../handlers/reports/cards.ts'
import type { TestApp } from '../support/app.ts'

/** A field of the first item on a form. */
export const field = (name: string) => controlName(0, name)

/** What there is besides drafts, which count for nothing. */
export function stored(bot: TestApp): Promise<Record<string, number>> {
  return bot.database.transact(async (tx) => ({
    saved: await tx.report.count({ where: { number: { not: null } } }),
    posts: await tx.post.count(),
    trainings: await tx.trainingSession.count(),
    tips: await tx.tip.count(),
    files: await tx.file.count(),
    numbers: await tx.counter.count(),
    troubles: await tx.trigger.count({ where: { OR: [{ status: 'parked' }, { error: { not: null } }] } }),
  }))
}

export const nothing = { saved: 0, posts: 2, trainings: 0, tips: 0, files: 0, numbers: 0, troubles: 0 }

/** Nobody is shown the inside of the program. */
export function expectPlain(bot: TestApp): void {
  for (const { openId } of bot.feishu.people())
    for (const { text } of bot.all(openId))
      expect(text).not.toMatch(/Error|\.ts|undefined|null|NaN|\[object|stack/)
}
