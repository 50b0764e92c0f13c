// `anjian assess --as-of DATE [--unit U]`: judges units as of any day, late reports included; keeps nothing.
import { isLocalDate } from '../../policy/calendar.ts'
import { findingLine } from '../cards/index.ts'
import { dayAt } from '../clock.ts'
import { type Command, inStore, output, UsageError, unitOrCity, withDatabase } from './command.ts'

export const assess: Command = {
  usage: 'anjian assess [--as-of YYYY-MM-DD] [--unit NAME] [--json]',
  words: 0,
  async run(_words, options) {
    await withDatabase(async (opened) => {
      const day = options['as-of'] ?? dayAt(opened.now)
      if (!isLocalDate(day))
        throw new UsageError(`--as-of: read "${day}", expected a day that exists, YYYY-MM-DD`)
      const { findings, names } = await inStore(opened, async (store, tx) => {
        const { id } = await unitOrCity(store, tx, options.unit)
        const tree = await store.units.tree(id)
        const found = await store.findings.judge(
          tree.map((unit) => unit.id),
          day,
        )
        return { findings: found, names: new Map(tree.map((unit) => [unit.id, unit.name])) }
      })
      const named = findings.map((finding) => ({
        unitName: names.get(finding.unit) ?? finding.unit,
        ...finding,
      }))
      output(
        options,
        named,
        named.map((one) => `${one.unitName}\t${one.obligation}\t${one.status}\t${findingLine(one)}`),
      )
    })
  },
}
