// `anjian push JOB --slot …`: puts one slot of a job into the inbox; the running bot does the rest. With --dry-run
// it only says who would get what.
import { jobs } from '../../cron/index.ts'
import { minuteAt, msOfMinute } from '../clock.ts'
import { makeInbox } from '../inbox.ts'
import { newestSlot, takeSlot } from '../schedule.ts'
import { type Command, type Opened, output, UsageError, withDatabase } from './command.ts'
import { dryRun } from './dry-run.ts'

export const push: Command = {
  usage: `anjian push ${jobs.map((job) => job.name).join('|')} [--slot YYYY-MM-DDTHH:mm] [--dry-run] [--json]`,
  async run([name], options) {
    const job = jobs.find((one) => one.name === name)
    if (job === undefined)
      throw new UsageError(`read "${name ?? ''}", expected one of ${jobs.map((one) => one.name).join(', ')}`)
    await withDatabase(async (opened) => {
      const slotMs = options.slot === undefined ? newestSlot(job.at, opened.now) : msOfMinute(options.slot)
      if (slotMs === undefined || Number.isNaN(slotMs)) {
        throw new UsageError(
          `--slot: read "${options.slot ?? ''}", expected a minute in Beijing time such as 2026-11-23T09:00`,
        )
      }
      const slot = minuteAt(slotMs)
      if (options['dry-run'] === true) {
        const planned = await dryRun(opened, job, { at: slot, ms: slotMs })
        return output(
          options,
          planned,
          planned.map((one) => `${JSON.stringify(one.to)}\t${one.text.split('\n')[0] ?? ''}`),
        )
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

// Nobody listens here: the running bot looks at the table by itself.
function inboxOf({ database, vault, now }: Opened) {
  return makeInbox({ database, vault, now: () => now, onStep: () => undefined, onNew: () => undefined })
}
