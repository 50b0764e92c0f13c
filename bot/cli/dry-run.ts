// What a job would say to whom: the job runs in a transaction of which nothing is kept.
import { type Planned, planned } from '../../cron/index.ts'
import { dayAt } from '../clock.ts'
import type { Job } from '../context.ts'
import { isWorkingDay } from '../holidays.ts'
import { makePlaces } from '../places.ts'
import { inStore, type Opened } from './command.ts'

export function dryRun(
  opened: Opened,
  job: Job,
  slot: { at: string; ms: number },
): Promise<readonly Planned[]> {
  const { config } = opened
  // As the running bot would at that moment: reminders count days from it.
  const now = slot.ms
  const places = makePlaces(() => now)
  return inStore({ ...opened, now }, async (store, tx) =>
    planned(
      job,
      { ...slot, day: dayAt(slot.ms), late: false },
      {
        now,
        today: dayAt(now),
        sender: undefined,
        files: [],
        phoneMatch: undefined,
        store,
        gazetteer: await places.gazetteer(tx),
        publicUrl: config.PUBLIC_URL,
        randomCode: () => '',
        isWorkingDay,
      },
    ),
  )
}
