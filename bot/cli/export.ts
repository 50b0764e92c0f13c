// `anjian export KIND`: the rosters, trainings or standing of a unit and all below it, as an .xlsx file.
import { writeFile } from 'node:fs/promises'
import { exportKinds, exportSheet } from '../../handlers/files/export.ts'
import { dayAt } from '../clock.ts'
import { writeWorkbook } from '../sheets/write.ts'
import { actor, asClerk } from './as-clerk.ts'
import { type Command, output, UsageError, withDatabase } from './command.ts'

export const exportFile: Command = {
  usage: 'anjian export roster|training|standing|due|shortage [--unit NAME] [--out FILE.xlsx] [--json]',
  words: 1,
  async run([word], options) {
    const kind = exportKinds.find((one) => one === word)
    if (kind === undefined)
      throw new UsageError(`read "${word ?? ''}", expected one of ${exportKinds.join(', ')}`)
    await withDatabase(async (opened) => {
      const sheet = await asClerk(opened, options.unit, async (ctx, unit) => {
        const made = await exportSheet(kind, unit, ctx)
        const detail = { kind, rows: made.rows.length }
        await ctx.store.records.audit({ actor, action: 'list.exported', subject: `unit:${unit.id}`, detail })
        return made
      })
      const file = options.out ?? `${kind}-${dayAt(opened.now)}.xlsx`
      await writeFile(file, writeWorkbook([sheet]), { mode: 0o600 })
      output(options, { file, rows: sheet.rows.length }, [`${sheet.rows.length} rows in ${file}`])
    })
  },
}
