// `anjian import FILE --unit NAME`: a roster or training list, as if a clerk of the unit had sent and saved it.
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Planned } from '../../handlers/files/define.ts'
import type { Head } from '../../handlers/files/head.ts'
import { type ReadList, readList } from '../../handlers/files/lines.ts'
import { publishList, stagePart } from '../../handlers/files/save.ts'
import { draftList, resultSheet } from '../../handlers/files/upload.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { dayAt } from '../clock.ts'
import type { Report, Sheet } from '../context.ts'
import { mostFileBytes } from '../media.ts'
import { readTable } from '../sheets/read.ts'
import { writeWorkbook } from '../sheets/write.ts'
import { actor, asClerk } from './as-clerk.ts'
import { type Command, type Opened, type Options, output, UsageError, withDatabase } from './command.ts'

export const importFile: Command = {
  usage: 'anjian import FILE --unit NAME [--out CHECKED.xlsx] [--dry-run] [--json]',
  words: 1,
  async run([file], options) {
    if (file === undefined || options.unit === undefined)
      throw new UsageError('expected a file and --unit NAME')
    const sheets = await sheetsIn(file)
    await withDatabase(async (opened) => {
      const list = listIn(file, sheets, dayAt(opened.now))
      const { report, head, planned } = await asClerk(opened, options.unit, async (ctx, unit) => {
        const { draft, ...rest } = await draftList(
          { name: basename(file), list, unit },
          { messageId: undefined, chatId: undefined },
          ctx,
        )
        return { report: draft, ...rest }
      })
      if (options.out !== undefined)
        await writeFile(options.out, writeWorkbook([resultSheet(list, planned)]), { mode: 0o600 })
      const isNews = head.added + head.changed > 0
      const number =
        isNews && options['dry-run'] !== true ? await saved(opened, options, list, report) : undefined
      if (number === undefined)
        await asClerk(opened, options.unit, (ctx) => ctx.store.reports.end(report, 'cancelled'))
      output(
        options,
        { number, ...countsOf(head), refusals: refusalsIn(planned) },
        wordsOf(number, head, planned),
      )
    })
  },
}

/** What the JSON says of the file; its name and the first reasons are there already. */
function countsOf({ file: _file, reasons: _reasons, ...counts }: Head) {
  return counts
}

function refusalsIn(planned: readonly Planned[]): { line: number; why: string }[] {
  return planned.flatMap((line) => (line.what === 'refused' ? [{ line: line.line, why: line.why }] : []))
}

function wordsOf(number: string | undefined, head: Head, planned: readonly Planned[]): string[] {
  const { added, changed, same, refused, sheet, unread, unknown, identity } = head
  const remarks: readonly [number, string][] = [
    [head.unitless, 'lines without a unit: taken as the unit itself'],
    [head.undated, 'new people without a day of beginning: taken from today'],
    [head.monthOnly, 'new people with the month alone: taken from its first day'],
    [head.near, 'lines with a day without its year: taken as the nearest one'],
  ]
  return [
    `${number ?? 'nothing saved'}: ${added} new, ${changed} changed, ${same} unchanged, ${refused} refused`,
    ...unread.map((name) => `sheet ${name}\tnot read: only ${sheet} was`),
    ...unknown.map((title) => `column ${title}\tnot used`),
    ...identity.map((title) => `column ${title}\tnot stored: identity numbers are not`),
    ...remarks.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])),
    ...refusalsIn(planned).map(({ line, why }) => `line ${line}\t${why}`),
  ]
}

async function sheetsIn(file: string): Promise<readonly Sheet[]> {
  const bytes = await readFile(file)
  if (bytes.length > mostFileBytes) throw new UsageError(`${file}: more than 30 MB`)
  const table = readTable(file, bytes)
  if (table === undefined) throw new UsageError(`${file}: expected .xlsx or .csv`)
  if ('problem' in table) throw new UsageError(`${file}: cannot be read (${table.problem})`)
  return table.sheets
}

function listIn(file: string, sheets: readonly Sheet[], today: LocalDate): ReadList {
  const list = readList(sheets, today)
  if (list === undefined)
    throw new UsageError(`${file}: no header row with 姓名 and another known column was found`)
  return list
}

/** In parts as the bot does it, so that a running bot is not kept waiting. */
async function saved(opened: Opened, options: Options, { type }: ReadList, report: Report): Promise<string> {
  const all = report.items.length - 1
  for (let from = 0; from < all; )
    from = await asClerk(opened, options.unit, (ctx) => stagePart(type, report, from, ctx))
  return asClerk(opened, options.unit, async (ctx) => {
    const published = await publishList(type, report, ctx)
    if (published === 'overtaken')
      throw new Error('somebody changed the same people meanwhile; nothing was saved')
    const detail = { kind: type.kind, lines: all }
    await ctx.store.records.audit({ actor, action: 'list.saved', subject: `report:${report.id}`, detail })
    return published.report.number ?? ''
  })
}
