// A schedule is a set of slots. A tick does one thing: it takes `cron:JOB@SLOT` in, once for ever. What was
// missed while the program was off is caught up at start, the newest slot of each job only, marked late.
import { createTask, type ScheduledTask } from 'node-cron'
import { minuteAt, msOfMinute } from './clock.ts'
import type { Job } from './context.ts'
import type { Inbox } from './inbox.ts'

export type Schedule = {
  /** Takes in the newest slot of each job that is due by now and not older than `notBeforeMs`, oldest first. */
  catchUp(nowMs: number, notBeforeMs: number): Promise<void>
  start(): void
  stop(): Promise<void>
}

export type TickBody = { job: string; slot: string; late: boolean }

/** A slot that is taken in this much after its minute is late and its message says so. */
const lateAfterMs = 10 * 60_000
const zone = 'Asia/Shanghai'

export function makeSchedule(deps: { jobs: readonly Job[]; inbox: Inbox; now: () => number }): Schedule {
  let tasks: ScheduledTask[] = []
  const take = (job: Job, slotMs: number, nowMs: number) =>
    takeSlot(deps.inbox, job.name, slotMs, nowMs - slotMs > lateAfterMs)
  return {
    async catchUp(nowMs, notBeforeMs) {
      const due = deps.jobs.flatMap((job) => {
        const slotMs = newestSlot(job.at, nowMs)
        return slotMs === undefined || slotMs < notBeforeMs ? [] : [{ job, slotMs }]
      })
      // What was due first is told first, as it would have been.
      due.sort((one, other) => one.slotMs - other.slotMs)
      for (const { job, slotMs } of due) await take(job, slotMs, nowMs)
    },
    start() {
      tasks = deps.jobs.map((job) =>
        createTask(
          job.at,
          async () => {
            // The clock that people see may run ahead of the machine's; the slot is of that clock.
            const slotMs = newestSlot(job.at, deps.now())
            if (slotMs !== undefined) await take(job, slotMs, deps.now())
          },
          { timezone: zone, noOverlap: true },
        ),
      )
      for (const task of tasks) void task.start()
    },
    async stop() {
      for (const task of tasks) await task.destroy()
      tasks = []
    },
  }
}

/** Takes one slot in; a slot that was taken in before changes nothing. */
export function takeSlot(inbox: Inbox, job: string, slotMs: number, late: boolean): Promise<'new' | 'known'> {
  const slot = minuteAt(slotMs)
  const body: TickBody = { job, slot, late }
  return inbox.accept({ key: `cron:${job}@${slot}`, kind: 'cron', lane: `cron:${job}`, body })
}

/**
 * The newest minute not after `nowMs` that a cron line of five fields names, looking back 35 days.
 *
 * @throws RangeError for a field that is not *, a number, a list or a range: such a job would never run
 */
export function newestSlot(at: string, nowMs: number): number | undefined {
  const [minutes, hours, days, months, weekdays] = at.split(' ').map(fieldValues)
  const start = Math.floor(nowMs / 60_000) * 60_000
  for (let back = 0; back <= 35 * 24 * 60; back += 1) {
    const ms = start - back * 60_000
    const local = new Date(msOfMinute(minuteAt(ms)) + 8 * 3_600_000)
    const fits =
      has(minutes, local.getUTCMinutes()) &&
      has(hours, local.getUTCHours()) &&
      has(days, local.getUTCDate()) &&
      has(months, local.getUTCMonth() + 1) &&
      has(weekdays, local.getUTCDay())
    if (fits) return ms
  }
  return undefined
}

const has = (values: ReadonlySet<number> | undefined, value: number) =>
  values === undefined || values.has(value)

// Only what our own job list uses: *, a number, a list, a range.
function fieldValues(field: string): ReadonlySet<number> | undefined {
  if (field === '*') return undefined
  return new Set(
    field.split(',').flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number)
      if (!/^\d+(-\d+)?$/.test(part)) throw new RangeError(`no such field in a schedule: ${field}`)
      return Array.from({ length: to - from + 1 }, (_, i) => from + i)
    }),
  )
}
