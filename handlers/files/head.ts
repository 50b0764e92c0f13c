// The first item of an imported report says what the file was; the lines to write follow it. Read back with a schema,
// as everything that comes out of the store.
import { z } from 'zod'
import type { Report, Unit } from '../../bot/context.ts'
import type { Planned } from './define.ts'
import type { ReadList } from './lines.ts'

const schema = z.object({
  file: z.string(),
  lines: z.number(),
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  refused: z.number(),
  /** lines of newcomers without a day, which count from the day of import */
  undated: z.number(),
  /** lines without a unit, sent by somebody who has many below */
  unitless: z.number().default(0),
  /** newcomers whose line says the month alone */
  monthOnly: z.number().default(0),
  /** lines with a day whose year is not written */
  near: z.number().default(0),
  /** the sheet that was read, and others that hold lists too */
  sheet: z.string().default(''),
  unread: z.array(z.string()).default([]),
  unknown: z.array(z.string()),
  identity: z.array(z.string()),
  /** the first reasons, for the card */
  reasons: z.array(z.string()),
})

export type Head = z.infer<typeof schema>

const mostReasons = 5

export function headOf(
  file: string,
  unit: Unit,
  { lines, sheet, unread, unknown, identity, type }: ReadList,
  planned: readonly Planned[],
): Head {
  const count = (what: Planned['what']) => planned.filter((line) => line.what === what).length
  const added = new Set(planned.filter((line) => line.what === 'new').map((line) => line.line))
  const hasDay = type.columns.some((column) => column.name === 'effectiveDate')
  const undated = lines.filter((line) => added.has(line.line) && line.values['effectiveDate'] === undefined)
  return {
    file: file.slice(0, 80),
    lines: planned.length,
    added: count('new'),
    changed: count('changed'),
    same: count('same'),
    refused: count('refused'),
    undated: hasDay ? undated.length : 0,
    unitless: hasMany(unit) ? lines.filter((line) => line.values['unit'] === undefined).length : 0,
    monthOnly: lines.filter((line) => added.has(line.line) && line.values['monthOnly'] === true).length,
    near: lines.filter((line) => line.values['nearDay'] === true).length,
    sheet,
    unread: unread.slice(0, 12),
    unknown: unknown.slice(0, 12),
    identity: [...identity],
    reasons: planned
      .filter((line) => line.what === 'refused')
      .slice(0, mostReasons)
      .map(({ line, why }) => `第${line}行：${why}`),
  }
}

const hasMany = ({ kind }: Unit) => kind === 'city' || kind === 'county'

/** 培训.xlsx：新增2，变更0，未采用3: an import in one line. */
export function listHeadline({ file, added, changed, refused }: Head): string {
  return `${file}：新增${added}，变更${changed}，未采用${refused}`
}

/** @throws ZodError when the report is no imported list */
export function partsOf(report: Report): { head: Head; items: readonly Readonly<Record<string, unknown>>[] } {
  const [head, ...items] = report.items
  return { head: schema.parse(head), items }
}
