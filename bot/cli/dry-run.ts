// Runs a job for its answer only: the transaction is rolled back, so nothing is stored or sent.
import { randomUUID } from 'node:crypto'
import { dayAt } from '../clock.ts'
import type { Ctx, Job } from '../context.ts'
import { isWorkingDay } from '../holidays.ts'
import { makePlaces } from '../places.ts'
import { makeStore } from '../store/index.ts'
import type { Opened } from './command.ts'

class RolledBack extends Error {}

export type Planned = { to: string; summary: string }

export async function dryRun(
  { database, vault, now, config }: Opened,
  job: Job,
  slot: { at: string; ms: number },
): Promise<Planned[]> {
  let planned: Planned[] = []
  const places = makePlaces(() => now)
  await database
    .transact(async (tx) => {
      const ctx: Ctx = {
        now,
        today: dayAt(now),
        sender: undefined,
        files: [],
        phoneMatch: undefined,
        store: makeStore(tx, { now, vault, newId: randomUUID, isWorkingDay }),
        gazetteer: await places.gazetteer(tx),
        publicUrl: config.PUBLIC_URL,
        randomCode: () => '',
        isWorkingDay,
      }
      const outcome = await job.run({ ...slot, day: dayAt(slot.ms), late: false }, ctx)
      planned = (outcome.say ?? []).flatMap((one) =>
        'to' in one ? [{ to: JSON.stringify(one.to), summary: summaryOf(one) }] : [],
      )
      throw new RolledBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error
    })
  return planned
}

function summaryOf(say: { card?: { config: object }; text?: string }): string {
  const summary: unknown = say.card === undefined ? undefined : Reflect.get(say.card.config, 'summary')
  return typeof summary === 'object' && summary !== null
    ? String(Reflect.get(summary, 'content'))
    : (say.text ?? '')
}
