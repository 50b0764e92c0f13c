// What people were reminded of, read back: for the ladder (was it given, was it acknowledged) and for the digest card,
// which is drawn again when it is acknowledged. Rows are made by records.firstReminder; the parts of a key are
// topic:kind:subject:stage:rung:holder, the holder being the number of a binding. Imported by bot/store/index.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import { dayAt, msOfMinute } from '../clock.ts'
import type { Tx } from './database.ts'
import { inChunks } from './lists.ts'

/** One reminder as somebody was given it. `subject`: name of the person or village, number of the tip. */
type Told = {
  readonly key: string
  readonly topic: string
  readonly stage: string
  readonly rung: number
  readonly unitId: string
  readonly unitName: string
  readonly subject: string | undefined
  readonly dueOn: LocalDate | undefined
  /** ms since 1970 */
  readonly acknowledgedAt: number | undefined
}

export type Reminders = {
  /** Those of the keys that were given, with the day and whether the holder acknowledged. */
  given(
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly on: LocalDate; readonly acknowledged: boolean }>>
  /** What this person was given on the day, in the order it was given. */
  toldTo(openId: string, day: LocalDate): Promise<Told[]>
}

type Row = NonNullable<Awaited<ReturnType<Tx['reminder']['findUnique']>>>

export function reminders(tx: Tx): Reminders {
  return {
    async given(keys) {
      const rows = await inChunks(keys, (part) => tx.reminder.findMany({ where: { key: { in: part } } }))
      return new Map(
        rows.map((row) => [
          row.key,
          { on: dayAt(row.sentAt?.getTime() ?? 0), acknowledged: row.ackAt !== null },
        ]),
      )
    },
    async toldTo(openId, day) {
      const bindings = await tx.binding.findMany({ where: { openId }, select: { id: true } })
      const from = new Date(msOfMinute(`${day}T00:00`))
      const to = new Date(from.getTime() + 86_400_000)
      const found = await Promise.all(
        bindings.map(({ id }) =>
          tx.reminder.findMany({ where: { key: { endsWith: `:${id}` }, sentAt: { gte: from, lt: to } } }),
        ),
      )
      const rows = found.flat().sort((one, other) => (one.key < other.key ? -1 : 1))
      return withNames(tx, rows)
    },
  }
}

async function withNames(tx: Tx, rows: readonly Row[]): Promise<Told[]> {
  const idsOf = (kinds: readonly string[]) =>
    rows
      .map((row) => row.key.split(':'))
      .flatMap(([, kind = '', id = '']) => (kinds.includes(kind) ? [id] : []))
  const unitIds = [...rows.map((row) => row.unitId), ...idsOf(['village', 'unit'])]
  const select = { id: true, name: true } as const
  const units = await inChunks(unitIds, (part) => tx.unit.findMany({ where: { id: { in: part } }, select }))
  const people = await inChunks(idsOf(['person']), (part) =>
    tx.person.findMany({ where: { id: { in: part } }, select }),
  )
  const tips = await inChunks(idsOf(['tip']).map(Number), (part) =>
    tx.tip.findMany({ where: { id: { in: part } }, select: { id: true, number: true } }),
  )
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const names: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    person: new Map(people.map(({ id, name }) => [id, name])),
    village: unitNames,
    tip: new Map(tips.map(({ id, number }) => [String(id), number])),
  }
  return rows.map(({ key, topic, unitId, dueOn, ackAt }) => {
    const [, kind = '', subjectId = '', stage = '', rung = '0'] = key.split(':')
    return {
      key,
      topic,
      stage,
      rung: Number(rung),
      unitId,
      unitName: unitNames.get(unitId) ?? unitId,
      subject: names[kind]?.get(subjectId),
      dueOn: (dueOn ?? undefined) as LocalDate | undefined,
      acknowledgedAt: ackAt?.getTime(),
    }
  })
}
