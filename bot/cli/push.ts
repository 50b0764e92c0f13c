// `anjian push JOB --slot …`: puts one slot of a job into the inbox; the running bot does the rest. With --dry-run
// it only says who would get what.
import { jobs } from '../../cron/index.ts'
import { minuteAt, msOfMinute } from '../clock.ts'
import type { Job } from '../context.ts'
import { makeInbox } from '../inbox.ts'
import { newestSlot, takeSlot } from '../schedule.ts'
import { type Command, type Opened, output, UsageError, withDatabase } from './command.ts'
import { dryRun } from './dry-run.ts'

export const push: Command = {
  usage: `anjian push ${jobs.map((job) => job.name).join('|')} [--slot YYYY-MM-DDTHH:mm] [--dry-run] [--json]`,
  words: 1,
  async run([name], options) {
    const job = jobs.find((one) => one.name === name)
    if (job === undefined)
      throw new UsageError(`read "${name ?? ''}", expected one of ${jobs.map((one) => one.name).join(', ')}`)
    await withDatabase(async (opened) => {
      const slotMs = slotOf(job, options.slot, opened.now)
      const slot = minuteAt(slotMs)
      if (options['dry-run'] === true) {
        const planned = await dryRun(opened, job, { at: slot, ms: slotMs })
        const lines = planned.map((one) => `${JSON.stringify(one.to)}\t${one.text.split('\n')[0] ?? ''}`)
        const none = `${job.name} ${slot} would send nothing: it was told before, or nothing is due`
        return output(options, planned, lines.length === 0 ? [none] : lines)
      }
      const result = await takeSlot(inboxOf(opened), job.name, slotMs, false)
      output(options, { job: job.name, slot, result }, [
        result === 'new'
          ? `${job.name} ${slot} put into the inbox`
          : 'this slot was put in before; nothing changed',
      ])
    })
  },
}

/** The slot that was asked for, or the newest one. */
function slotOf(job: Job, asked: string | undefined, now: number): number {
  const ms = asked === undefined ? now : msOfMinute(asked)
  if (Number.isNaN(ms))
    throw new UsageError(
      `--slot: read "${asked ?? ''}", expected a minute in Beijing time such as 2026-11-23T09:00`,
    )
  const newest = newestSlot(job.at, ms)
  if (newest !== undefined && (asked === undefined || newest === ms)) return newest
  const nearest = newest === undefined ? '' : `; the one before is ${minuteAt(newest)}`
  throw new UsageError(`--slot: ${job.name} has no slot at ${minuteAt(ms)}${nearest}`)
}

// Nobody listens here: the running bot looks at the table by itself.
function inboxOf({ database, vault, now }: Opened) {
  return makeInbox({ database, vault, now: () => now, onStep: () => undefined, onNew: () => undefined })
}
