// `anjian demo`: the demo city; `--units` its units alone, which is also how a real installation begins.
import { randomUUID } from 'node:crypto'
import { loadDemo } from '../../prisma/demo/load.ts'
import { dayAt } from '../clock.ts'
import { isWorkingDay } from '../holidays.ts'
import { type Command, output, withNewDatabase } from './command.ts'

export const demo: Command = {
  usage: 'anjian demo [--units] [--json]',
  words: 0,
  async run(_words, options) {
    await withNewDatabase(async ({ database, vault, now }) => {
      const env = { vault, newId: randomUUID, isWorkingDay }
      const load = { today: dayAt(now), now, onlyUnits: options.units === true }
      const { outcome, invitation } = await loadDemo(database, env, load)
      const code =
        invitation === undefined ? [] : [`invitation ${invitation.code} for ${invitation.unitName}`]
      output(options, { outcome, invitation }, [
        outcome === 'loaded' ? 'loaded' : 'already there, nothing changed',
        ...code,
      ])
    })
  },
}
